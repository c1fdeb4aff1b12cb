package io.leadwell.kernel.matching;

/**
 * One step of the waterfall from the prior to a pair's weight.
 *
 * @param field the column; empty for the prior
 * @param level the agreement in words
 * @param bits for (above zero) or against a match
 * @param others of an equal value, how many more records have it; 0 otherwise
 */
public record Reason(String field, String level, float bits, int others) {}
