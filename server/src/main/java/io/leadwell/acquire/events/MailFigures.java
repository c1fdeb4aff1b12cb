package io.leadwell.acquire.events;

/**
 * People on the list of an event by what became of a mail to them, the last one of its kind.
 *
 * @param letter what it is about: confirmation, thanks …
 * @param linked were sent it with a link that knows them; of nobody else can it be told whether
 *     they followed it
 */
public record MailFigures(
    String letter, long waiting, long sent, long notSent, long linked, long clicked) {}
