package io.leadwell.acquire.events;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.Arrivals.Arrived;
import io.leadwell.pool.leads.People;
import io.leadwell.pool.leads.PersonCard;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door of an event. What a device tells may come late and more than once, as the net at a fair
 * is what it is: the id it made names the check-in for ever.
 */
@Service
public class CheckIns {

  /** As far may a device's clock be ahead. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private static final int PHONE_END = 4;

  /**
   * A line of the list at the door; it is kept by the device for when there is no net.
   *
   * @param phoneEnd the last four digits, to tell two of one name apart
   */
  public record DoorLine(
      UUID id,
      String token,
      @Nullable String name,
      @Nullable String company,
      @Nullable String phoneEnd,
      AttendeeStatus status,
      @Nullable UUID checkInId,
      @Nullable Instant checkedInAt) {}

  /** What a device saw: the attendee by id, or by what their code says. */
  public record Seen(
      UUID id, @Nullable UUID attendeeId, @Nullable String token, CheckInWay way, Instant at) {}

  /**
   * @param repeated they had been checked in before, by this device or another
   */
  public record Done(DoorLine line, boolean repeated) {}

  private final EventStore events;
  private final AttendeeStore attendees;
  private final CheckInStore store;
  private final Attendance attendance;
  private final Registering registering;
  private final Bringing bringing;
  private final People people;
  private final Clock clock;

  CheckIns(
      EventStore events,
      AttendeeStore attendees,
      CheckInStore store,
      Attendance attendance,
      Registering registering,
      Bringing bringing,
      People people,
      Clock clock) {
    this.events = events;
    this.attendees = attendees;
    this.store = store;
    this.attendance = attendance;
    this.registering = registering;
    this.bringing = bringing;
    this.people = people;
    this.clock = clock;
  }

  /** Everybody on the list, by name. */
  @Transactional(readOnly = true)
  public List<DoorLine> door(UUID eventId) {
    Event event = event(eventId);
    List<Attendee> all = attendees.of(event.id());
    Map<UUID, PersonCard> cards = people.cards(all.stream().map(Attendee::personId).toList());
    Map<UUID, CheckIn> here = store.ofEvent(event.id());
    return all.stream()
        .map(who -> line(who, cards.get(who.personId()), here.get(who.id())))
        .toList();
  }

  /** Told again, by whatever device, it is the same check-in. */
  @Transactional
  public Done checkIn(UUID eventId, Seen seen, Caller who) {
    Event event = open(eventId);
    Attendee attendee = attendee(event, seen);
    return mark(event, attendee, seen.id(), seen.way(), seen.at(), who);
  }

  /** Somebody without a registration: brought into the pool, put on the list, and here. */
  @Transactional
  public Done walkIn(UUID eventId, UUID id, NewAttendee said, Instant at, Caller who) {
    Event event = open(eventId);
    Instant then = atMostNow(at);
    Arrived arrived = bringing.bring(event, said, "walk-in:" + id, then, who.memberId());
    Attendee attendee =
        registering
            .register(
                new Registering.Entry(
                    event.id(),
                    arrived.personId(),
                    arrived.leadId(),
                    arrived.newLead(),
                    AttendeeWay.WALK_IN,
                    null,
                    List.of(),
                    null,
                    null,
                    then))
            .orElseThrow(() -> new Problem(EventsProblem.EVENT_NOT_OPEN));
    return mark(event, attendee, id, CheckInWay.WALK_IN, at, who);
  }

  /** It was somebody else; undone twice is undone. */
  @Transactional
  public DoorLine undo(UUID eventId, UUID id, Caller who) {
    Event event = event(eventId);
    CheckIn seen =
        store.find(event.id(), id).orElseThrow(() -> new Problem(EventsProblem.CHECK_IN_NOT_FOUND));
    Attendee attendee = attendees.find(seen.attendeeId()).orElseThrow();
    if (store.undo(id, who.name(), now())) {
      attendance.recount(event, List.of(attendee));
    }
    return line(attendee);
  }

  private Done mark(
      Event event, Attendee attendee, UUID id, CheckInWay way, Instant at, Caller who) {
    CheckIn seen = new CheckIn(id, attendee.id(), way, atMostNow(at), who.name());
    boolean fresh = store.insert(seen, event.id(), null, now());
    if (fresh) {
      attendance.recount(event, List.of(attendee));
      if (attendee.status() != AttendeeStatus.APPROVED) {
        // Whoever lets somebody in has decided so; it takes nobody's seat.
        attendees.decide(attendee.id(), AttendeeStatus.APPROVED, false, who.name(), now());
      }
    }
    return new Done(line(attendees.find(attendee.id()).orElseThrow()), !fresh);
  }

  private Attendee attendee(Event event, Seen seen) {
    String token = seen.token();
    UUID id = seen.attendeeId();
    return (id != null
            ? attendees.find(id)
            : token == null ? java.util.Optional.<Attendee>empty() : attendees.byToken(token))
        .filter(found -> found.eventId().equals(event.id()))
        .orElseThrow(() -> new Problem(EventsProblem.ATTENDEE_NOT_FOUND));
  }

  private DoorLine line(Attendee who) {
    return line(
        who,
        people.cards(Set.of(who.personId())).get(who.personId()),
        store.of(Set.of(who.id())).get(who.id()));
  }

  private static DoorLine line(Attendee who, @Nullable PersonCard card, @Nullable CheckIn checkIn) {
    String phone = card == null ? null : card.phone();
    return new DoorLine(
        who.id(),
        who.token(),
        card == null ? null : card.name(),
        card == null ? null : card.company(),
        phone == null || phone.length() <= PHONE_END
            ? null
            : phone.substring(phone.length() - PHONE_END),
        who.status(),
        checkIn == null ? null : checkIn.id(),
        checkIn == null ? null : checkIn.at());
  }

  private Event open(UUID id) {
    Event event = event(id);
    if (event.status() == EventStatus.DRAFT || event.status() == EventStatus.CANCELLED) {
      throw new Problem(EventsProblem.EVENT_NOT_OPEN);
    }
    return event;
  }

  private Event event(UUID id) {
    return events.find(id).orElseThrow(() -> new Problem(EventsProblem.EVENT_NOT_FOUND));
  }

  private Instant atMostNow(Instant at) {
    Instant now = now();
    return at.isAfter(now.plus(AHEAD)) ? now : at.truncatedTo(ChronoUnit.MICROS);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
