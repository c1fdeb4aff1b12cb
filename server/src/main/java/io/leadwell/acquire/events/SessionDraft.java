package io.leadwell.acquire.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of the programme.
 *
 * @param id null for a new one
 */
public record SessionDraft(
    @Nullable UUID id,
    String title,
    Instant startsAt,
    Instant endsAt,
    @Nullable String room,
    @Nullable String speaker,
    @Nullable Integer capacity) {}
