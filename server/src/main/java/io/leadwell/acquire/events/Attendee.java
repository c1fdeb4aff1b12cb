package io.leadwell.acquire.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on the list of an event.
 *
 * @param newLead whether the registration opened the lead
 * @param seated holds one of the seats
 * @param token opens the personal page
 * @param submissionId the form it came by last
 * @param round counts registrations after a cancellation
 */
public record Attendee(
    UUID id,
    UUID eventId,
    UUID personId,
    @Nullable UUID leadId,
    boolean newLead,
    AttendeeStatus status,
    AttendeeWay way,
    boolean seated,
    String language,
    String token,
    @Nullable UUID submissionId,
    @Nullable UUID importId,
    int round,
    Instant registeredAt) {

  /** What sets mails about this registration apart from others. */
  String occasion() {
    return id + ":" + round;
  }
}
