package io.leadwell.kernel.matching;

/** A column of records and what it means. */
public record Column(String name, Meaning meaning) {}
