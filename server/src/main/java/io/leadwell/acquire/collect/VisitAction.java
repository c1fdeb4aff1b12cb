package io.leadwell.acquire.collect;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something else than seeing a page that a visitor did.
 *
 * @param visit null when it was outside of one
 * @param person who the visitor is, as far as somebody said so
 */
public record VisitAction(
    UUID id,
    @Nullable UUID visit,
    Instant happenedAt,
    String name,
    @Nullable String url,
    @Nullable String referrer,
    @Nullable String content,
    Map<String, Object> props,
    @Nullable UUID person) {}
