package io.leadwell.acquire.collect;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page as it was seen in a visit.
 *
 * @param id of the hit that opened it
 * @param depth how much of it has been in sight, in percent
 */
public record VisitPage(
    UUID id,
    Instant happenedAt,
    @Nullable String url,
    @Nullable String title,
    @Nullable String content,
    long dwellMs,
    int depth) {}
