package io.leadwell.acquire.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which events; null is no limit. */
public record EventFilter(
    @Nullable String text,
    @Nullable EventStatus status,
    @Nullable EventFormat format,
    @Nullable UUID campaignId) {}
