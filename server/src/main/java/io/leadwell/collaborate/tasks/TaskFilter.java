package io.leadwell.collaborate.tasks;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks to show.
 *
 * @param mine the reader's own; else all that the reader's scope holds
 * @param member of whom only, within the scope
 */
public record TaskFilter(boolean mine, boolean open, @Nullable UUID member) {}
