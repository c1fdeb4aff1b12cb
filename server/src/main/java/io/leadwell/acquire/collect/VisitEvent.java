package io.leadwell.acquire.collect;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something else than seeing a page that happened in a visit. */
public record VisitEvent(
    UUID id,
    Instant happenedAt,
    String name,
    @Nullable String url,
    @Nullable String content,
    Map<String, Object> props) {}
