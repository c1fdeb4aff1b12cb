package io.leadwell.acquire.events;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.Contact;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lines of reports that name somebody nobody on the list is; a person may know who it is. */
@Service
public class Unmatched {

  /** A line; contacts are masked unless the reader may see them. */
  public record Line(
      UUID id,
      PresenceKind kind,
      @Nullable String name,
      @Nullable String phone,
      @Nullable String email,
      @Nullable String company,
      @Nullable Instant joinedAt,
      int seconds) {}

  private final EventStore events;
  private final AttendeeStore attendees;
  private final PresenceStore store;
  private final Attendance attendance;
  private final Audit audit;

  Unmatched(
      EventStore events,
      AttendeeStore attendees,
      PresenceStore store,
      Attendance attendance,
      Audit audit) {
    this.events = events;
    this.attendees = attendees;
    this.store = store;
    this.attendance = attendance;
    this.audit = audit;
  }

  @Transactional(readOnly = true)
  public List<Line> list(UUID eventId, Caller reader) {
    boolean whole = AttendeeRows.mayReveal(reader);
    return store.unmatched(event(eventId).id()).stream()
        .map(line ->
            new Line(
                line.id(),
                line.kind(),
                line.name(),
                Contact.phone(line.phone(), whole),
                Contact.email(line.email(), whole),
                line.company(),
                line.joinedAt(),
                line.seconds()))
        .toList();
  }

  /** This line, and every other under the same name, is theirs; how many that were. */
  @Transactional
  public int assign(UUID eventId, UUID lineId, UUID attendeeId, Caller who) {
    Event event = event(eventId);
    Presence line =
        store
            .find(event.id(), lineId)
            .filter(found -> found.attendeeId() == null)
            .orElseThrow(() -> new Problem(EventsProblem.PRESENCE_NOT_FOUND));
    Attendee attendee =
        attendees
            .find(attendeeId)
            .filter(found -> found.eventId().equals(event.id()))
            .orElseThrow(() -> new Problem(EventsProblem.ATTENDEE_NOT_FOUND));
    int lines = store.assign(event.id(), line, attendee.id(), who.name());
    attendance.recount(event, List.of(attendee));
    audit.record(
        who,
        "attendance.assign",
        "event",
        event.id().toString(),
        event.title(),
        Map.of("attendee", attendee.id().toString(), "lines", lines));
    return lines;
  }

  private Event event(UUID id) {
    return events.find(id).orElseThrow(() -> new Problem(EventsProblem.EVENT_NOT_FOUND));
  }
}
