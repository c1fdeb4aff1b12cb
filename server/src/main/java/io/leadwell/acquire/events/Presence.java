package io.leadwell.acquire.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a meeting's report: somebody was there from when to when.
 *
 * @param attendeeId null while nobody knows who that was
 * @param lineKey the same line of the same report again
 * @param seconds as the report counts them
 */
public record Presence(
    UUID id,
    UUID eventId,
    @Nullable UUID importId,
    String lineKey,
    @Nullable UUID attendeeId,
    PresenceKind kind,
    @Nullable String name,
    @Nullable String phone,
    @Nullable String email,
    @Nullable String company,
    @Nullable Instant joinedAt,
    @Nullable Instant leftAt,
    int seconds) {}
