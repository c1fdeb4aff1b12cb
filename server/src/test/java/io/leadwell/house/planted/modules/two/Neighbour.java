package io.leadwell.house.planted.modules.two;

/** Used by a module that doesn't say so. */
public record Neighbour(String name) {}
