package io.leadwell.acquire.links;

/** A link with what came of it. */
public record LinkLine(Link link, LinkFigures figures) {}
