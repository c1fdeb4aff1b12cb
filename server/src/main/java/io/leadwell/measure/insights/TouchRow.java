package io.leadwell.measure.insights;

/**
 * One line of the report of touches.
 *
 * @param leads that were touched
 * @param mql of them, touched at least once until they became one; so are the next two
 * @param revenueFen of the contracts signed after a touch, each in full: lines share contracts
 * @param first people whose first touch ever this was
 * @param lastBeforeMql leads whose last touch until they became an MQL this was
 * @param lastBeforeContract leads whose last touch until their first contract this was
 */
public record TouchRow(
    String key,
    String label,
    long touches,
    long people,
    long leads,
    long mql,
    long opportunity,
    long won,
    long revenueFen,
    long first,
    long lastBeforeMql,
    long lastBeforeContract) {}
