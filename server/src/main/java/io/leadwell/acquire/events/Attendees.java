package io.leadwell.acquire.events;

import io.leadwell.base.platform.Cursor;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.Arrivals.Arrived;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lists of events as colleagues work on them. */
@Service
public class Attendees {

  private static final int MOST_AT_ONCE = 1_000;

  /** What is decided about people on a list. */
  public enum Decision {
    APPROVE,
    DECLINE,
    CANCEL;

    public static Decision of(String word) {
      return valueOf(word.toUpperCase(java.util.Locale.ROOT));
    }
  }

  /**
   * What became of a decision.
   *
   * @param waitlisted approved, but there is no seat left
   * @param unchanged were so already, or can't be so any more
   */
  public record Decided(int approved, int waitlisted, int declined, int cancelled, int unchanged) {}

  private final EventStore events;
  private final AttendeeStore store;
  private final AttendeeRows rows;
  private final Registering registering;
  private final Bringing bringing;
  private final EventMail mail;
  private final Audit audit;
  private final Clock clock;

  Attendees(
      EventStore events,
      AttendeeStore store,
      AttendeeRows rows,
      Registering registering,
      Bringing bringing,
      EventMail mail,
      Audit audit,
      Clock clock) {
    this.events = events;
    this.store = store;
    this.rows = rows;
    this.registering = registering;
    this.bringing = bringing;
    this.mail = mail;
    this.audit = audit;
    this.clock = clock;
  }

  /** The last registered first. */
  @Transactional(readOnly = true)
  public Page<AttendeeRow> page(
      UUID eventId, AttendeeFilter filter, @Nullable String cursor, int limit, Caller reader) {
    List<AttendeeRow> all = rows.of(event(eventId), filter, reader);
    List<String> after = Cursor.values(cursor, 2);
    int from = 0;
    if (after != null) {
      Instant at = Instant.parse(after.getFirst());
      UUID id = UUID.fromString(after.getLast());
      while (from < all.size() && !isBehind(all.get(from), at, id)) {
        from++;
      }
    }
    int to = Math.min(all.size(), from + limit);
    List<AttendeeRow> shown = List.copyOf(all.subList(from, to));
    String next =
        to < all.size()
            ? Cursor.of(
                List.of(shown.getLast().registeredAt().toString(), shown.getLast().id().toString()))
            : null;
    return new Page<>(shown, next, all.size(), false);
  }

  /** Everybody, to be written to a file; that it was, is on record. */
  @Transactional
  public List<AttendeeRow> export(UUID eventId, AttendeeFilter filter, Caller who) {
    Event event = event(eventId);
    List<AttendeeRow> all = rows.of(event, filter, who);
    audit.record(
        who,
        "attendees.export",
        "event",
        eventId.toString(),
        event.title(),
        Map.of("rows", all.size()));
    return all;
  }

  @Transactional(readOnly = true)
  public AttendeeRow find(UUID eventId, UUID id, Caller reader) {
    return rows.of(event(eventId), AttendeeFilter.ALL, reader).stream()
        .filter(row -> row.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new Problem(EventsProblem.ATTENDEE_NOT_FOUND));
  }

  /** Somebody who asked by telephone, say: registered, and on the waiting list of a full event. */
  @Transactional
  public UUID add(UUID eventId, NewAttendee said, Caller who) {
    Event event = event(eventId);
    Instant now = now();
    Arrived arrived = bringing.bring(event, said, "by-hand:" + Ids.next(), now, who.memberId());
    Attendee added =
        registering
            .register(
                new Registering.Entry(
                    eventId,
                    arrived.personId(),
                    arrived.leadId(),
                    arrived.newLead(),
                    AttendeeWay.BY_HAND,
                    null,
                    List.of(),
                    null,
                    null,
                    now))
            .orElseThrow(() -> new Problem(EventsProblem.EVENT_NOT_OPEN));
    audit.record(
        who,
        "attendee.add",
        "event",
        eventId.toString(),
        event.title(),
        Map.of("attendee", added.id().toString()));
    return added.id();
  }

  /** Decides about several at once; each that can't be so is left as it is. */
  @Transactional
  public Decided decide(UUID eventId, Collection<UUID> ids, Decision decision, Caller who) {
    if (ids.size() > MOST_AT_ONCE) {
      throw new Problem(EventsProblem.EVENT_INVALID);
    }
    Event event =
        events.findForUpdate(eventId).orElseThrow(() -> new Problem(EventsProblem.EVENT_NOT_FOUND));
    Instant now = now();
    int approved = 0;
    int waitlisted = 0;
    int declined = 0;
    int cancelled = 0;
    int unchanged = 0;
    for (Attendee one : store.all(eventId, ids)) {
      switch (decide(event, one, decision, who, now).orElse(null)) {
        case APPROVED -> approved++;
        case WAITLISTED -> waitlisted++;
        case DECLINED -> declined++;
        case CANCELLED -> cancelled++;
        case WAITING_FOR_APPROVAL -> unchanged++;
        case null -> unchanged++;
      }
    }
    audit.record(
        who,
        "attendee." + decision.name().toLowerCase(java.util.Locale.ROOT),
        "event",
        eventId.toString(),
        event.title(),
        Map.of("attendees", ids.stream().map(UUID::toString).sorted().toList()));
    return new Decided(approved, waitlisted, declined, cancelled, unchanged);
  }

  private Optional<AttendeeStatus> decide(
      Event event, Attendee one, Decision decision, Caller who, Instant now) {
    boolean comes = one.status() == AttendeeStatus.APPROVED;
    boolean waits =
        one.status() == AttendeeStatus.WAITING_FOR_APPROVAL
            || one.status() == AttendeeStatus.WAITLISTED;
    return switch (decision) {
      case APPROVE -> {
        boolean late = event.status() == EventStatus.CANCELLED || event.over(now);
        if (comes || late) {
          yield Optional.empty();
        }
        yield Optional.of(registering.admit(event, one, who.name(), now));
      }
      case DECLINE -> {
        if (!waits) {
          yield Optional.empty();
        }
        registering.leave(event, one, AttendeeStatus.DECLINED, who.name(), now);
        mail.tell(Letter.DECLINED, event, List.of(one));
        yield Optional.of(AttendeeStatus.DECLINED);
      }
      case CANCEL -> {
        if (!comes && !waits) {
          yield Optional.empty();
        }
        registering.leave(event, one, AttendeeStatus.CANCELLED, who.name(), now);
        mail.tell(Letter.LEFT, event, List.of(one));
        yield Optional.of(AttendeeStatus.CANCELLED);
      }
    };
  }

  private Event event(UUID id) {
    return events.find(id).orElseThrow(() -> new Problem(EventsProblem.EVENT_NOT_FOUND));
  }

  private static boolean isBehind(AttendeeRow row, Instant at, UUID id) {
    int order = row.registeredAt().compareTo(at);
    return order < 0 || order == 0 && row.id().compareTo(id) < 0;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
