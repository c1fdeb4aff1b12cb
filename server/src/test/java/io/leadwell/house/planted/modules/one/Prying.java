package io.leadwell.house.planted.modules.one;

import io.leadwell.house.planted.modules.two.Neighbour;

/** Uses a module that its own doesn't declare. */
public record Prying(Neighbour neighbour) {}
