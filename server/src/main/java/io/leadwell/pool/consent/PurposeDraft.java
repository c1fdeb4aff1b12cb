package io.leadwell.pool.consent;

import org.jspecify.annotations.Nullable;

/** A purpose as somebody types it; another text than the last one becomes another version. */
public record PurposeDraft(
    @Nullable String key,
    @Nullable String nameZh,
    @Nullable String nameEn,
    @Nullable String rule,
    @Nullable String zh,
    @Nullable String en,
    boolean archived) {}
