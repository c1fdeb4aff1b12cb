package io.leadwell.acquire.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on the list as a colleague sees them.
 *
 * @param phone masked unless the reader may see contacts; the mailbox likewise
 * @param reachable has a mailbox that mail can be sent to
 * @param mail what became of the last mail about the registration, or of the one that was asked
 *     for: queued, sent …; null when none was
 * @param mailClickedAt when they followed the link in a mail about the event: in the one that was
 *     asked for, or else in the last that they followed
 * @param sessions wanted; those without room are in {@code fullSessions} too
 * @param checkInId of the check-in that stands
 * @param seconds of being there, by reports
 */
public record AttendeeRow(
    UUID id,
    UUID personId,
    @Nullable UUID leadId,
    boolean newLead,
    @Nullable String name,
    @Nullable String title,
    @Nullable String company,
    @Nullable String phone,
    @Nullable String email,
    boolean reachable,
    @Nullable String mail,
    @Nullable Instant mailClickedAt,
    AttendeeStatus status,
    AttendeeWay way,
    String language,
    Instant registeredAt,
    List<UUID> sessions,
    List<UUID> fullSessions,
    boolean attended,
    @Nullable UUID checkInId,
    @Nullable Instant checkedInAt,
    @Nullable Integer seconds,
    @Nullable Integer replaySeconds) {}
