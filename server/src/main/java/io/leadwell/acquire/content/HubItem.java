package io.leadwell.acquire.content;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An item as the hub lists it. */
public record HubItem(
    UUID id,
    ItemKind kind,
    String title,
    String slug,
    String language,
    @Nullable String summary,
    @Nullable String cover,
    List<String> tags,
    boolean gated,
    @Nullable Integer pages,
    @Nullable Integer seconds,
    Instant publishedAt) {}
