package io.leadwell.house.planted.unmarked;

/** Stands in a package that doesn't say where null may be. */
record Unmarked(String name) {}
