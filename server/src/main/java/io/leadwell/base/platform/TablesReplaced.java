package io.leadwell.base.platform;

/**
 * Rows were changed behind the back of the doors, by a restore or between two tests: whoever keeps
 * something of the tables in memory forgets it.
 */
public record TablesReplaced() {}
