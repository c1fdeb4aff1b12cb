package io.leadwell.acquire.collect;

import org.jspecify.annotations.Nullable;

/**
 * Where a visitor came from.
 *
 * @param first the first visit that was not direct
 * @param current the visit that is going on or was the last
 */
public record VisitorOrigin(@Nullable Visit first, @Nullable Visit current) {}
