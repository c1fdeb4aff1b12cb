package io.leadwell.nurture.messaging;

/**
 * What became of the messages for a purpose.
 *
 * @param linked of the sent ones, those with a link that knows its reader
 * @param clicked of these, those whose reader followed it
 */
public record PurposeCount(String purpose, long sent, long linked, long clicked) {}
