package io.leadwell.measure.insights;

/** How many leads have something wrong in their data; never hidden, always to be opened. */
public record ProblemCount(String code, String message, long count) {}
