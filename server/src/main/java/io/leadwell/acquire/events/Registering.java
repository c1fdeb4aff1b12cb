package io.leadwell.acquire.events;

import io.leadwell.base.platform.Ids;
import io.leadwell.pool.leads.People;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts people onto the list of an event and moves them on it. Each event's list is changed by one
 * at a time; whoever brings people into the pool does so before, never while they hold the list.
 */
@Component
class Registering {

  private static final int TOKEN_BYTES = 18;
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * Who is to be on the list.
   *
   * @param language null where it is not known
   * @param sessions what they want to see
   */
  record Entry(
      UUID eventId,
      UUID personId,
      @Nullable UUID leadId,
      boolean newLead,
      AttendeeWay way,
      @Nullable String language,
      List<UUID> sessions,
      @Nullable UUID submissionId,
      @Nullable UUID importId,
      Instant at) {}

  private final EventStore events;
  private final AttendeeStore attendees;
  private final Seats seats;
  private final EventMail mail;
  private final EventTouches touches;
  private final People people;

  Registering(
      EventStore events,
      AttendeeStore attendees,
      Seats seats,
      EventMail mail,
      EventTouches touches,
      People people) {
    this.events = events;
    this.attendees = attendees;
    this.seats = seats;
    this.mail = mail;
    this.touches = touches;
    this.people = people;
  }

  /** Their place on the list, new or as it is; empty when the event will not be, or was. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Attendee> register(Entry entry) {
    Event event = events.findForUpdate(entry.eventId()).orElse(null);
    if (event == null || !takes(event, entry.way())) {
      return Optional.empty();
    }
    Attendee before = attendees.of(event.id(), people.everyone(entry.personId())).orElse(null);
    if (before != null && !comesBack(before, entry.way())) {
      choose(event, before, entry.sessions());
      return Optional.of(before);
    }
    if (before != null) {
      seats.free(before.id());
    }
    Place place = place(event, entry.way());
    Attendee now =
        new Attendee(
            before == null ? Ids.next() : before.id(),
            event.id(),
            entry.personId(),
            entry.leadId(),
            before == null ? entry.newLead() : before.newLead(),
            place.status(),
            entry.way(),
            place.seated(),
            entry.language() == null ? event.said().language() : entry.language(),
            token(),
            entry.submissionId(),
            entry.importId(),
            before == null ? 1 : before.round() + 1,
            entry.at());
    if (before == null) {
      attendees.insert(now);
    } else {
      attendees.again(now);
    }
    choose(event, now, entry.sessions());
    confirm(event, now);
    touches.put(List.of(touches.registered(event, touches.from(event), now)));
    return Optional.of(now);
  }

  /** Frees the seat of somebody who does not come; whoever waits the longest gets it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void leave(Event event, Attendee who, AttendeeStatus status, String by, Instant at) {
    mail.unplan(event, List.of(who));
    seats.free(who.id());
    attendees.decide(who.id(), status, false, by, at);
    fill(event, at);
  }

  /** Gives what seats there are to who waits; the event must be locked. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void fill(Event event, Instant at) {
    if (event.status() != EventStatus.PUBLISHED && event.status() != EventStatus.CLOSED) {
      return;
    }
    for (Attendee next = attendees.nextWaiting(event.id()).orElse(null);
        next != null && seats.take(event.id());
        next = attendees.nextWaiting(event.id()).orElse(null)) {
      seat(event, next, Letter.MOVED_UP, null, at);
    }
    seats.fillSessions(event.id());
  }

  /** Approves somebody: a seat, or a place on the waiting list where there is none. */
  @Transactional(propagation = Propagation.MANDATORY)
  public AttendeeStatus admit(Event event, Attendee who, String by, Instant at) {
    if (seats.take(event.id())) {
      seat(event, who, Letter.CONFIRMATION, by, at);
      return AttendeeStatus.APPROVED;
    }
    attendees.decide(who.id(), AttendeeStatus.WAITLISTED, false, by, at);
    mail.tell(Letter.WAITLISTED, event, List.of(who));
    return AttendeeStatus.WAITLISTED;
  }

  private void seat(Event event, Attendee who, Letter letter, @Nullable String by, Instant at) {
    attendees.decide(who.id(), AttendeeStatus.APPROVED, true, by, at);
    seats.takeChosen(who.id());
    Attendee seated = attendees.find(who.id()).orElseThrow();
    mail.tell(letter, event, List.of(seated));
    mail.plan(event, List.of(seated));
  }

  private void choose(Event event, Attendee who, List<UUID> sessions) {
    seats.choose(who.id(), event.id(), sessions);
    if (who.status() == AttendeeStatus.APPROVED) {
      seats.takeChosen(who.id());
    }
  }

  private void confirm(Event event, Attendee who) {
    if (who.way() == AttendeeWay.WALK_IN || who.way() == AttendeeWay.FILE) {
      return;
    }
    switch (who.status()) {
      case APPROVED -> {
        mail.tell(Letter.CONFIRMATION, event, List.of(who));
        mail.plan(event, List.of(who));
      }
      case WAITLISTED -> mail.tell(Letter.WAITLISTED, event, List.of(who));
      case WAITING_FOR_APPROVAL -> mail.tell(Letter.RECEIVED, event, List.of(who));
      case DECLINED, CANCELLED -> {}
    }
  }

  private record Place(AttendeeStatus status, boolean seated) {}

  private Place place(Event event, AttendeeWay way) {
    if (way == AttendeeWay.WALK_IN || way == AttendeeWay.FILE) {
      // They are there, whether there is a seat or not.
      return new Place(AttendeeStatus.APPROVED, false);
    }
    if (way == AttendeeWay.FORM && event.said().approval() == Approval.MANUAL) {
      return new Place(AttendeeStatus.WAITING_FOR_APPROVAL, false);
    }
    return seats.take(event.id())
        ? new Place(AttendeeStatus.APPROVED, true)
        : new Place(AttendeeStatus.WAITLISTED, false);
  }

  private static boolean takes(Event event, AttendeeWay way) {
    return switch (event.status()) {
      case PUBLISHED, CLOSED -> true;
      case ENDED -> way != AttendeeWay.FORM;
      case DRAFT, CANCELLED -> false;
    };
  }

  /** Whether a place that was lost is given anew; who was declined can't help it themselves. */
  private static boolean comesBack(Attendee before, AttendeeWay way) {
    return switch (before.status()) {
      case APPROVED -> false;
      case CANCELLED -> true;
      case DECLINED -> way != AttendeeWay.FORM;
      case WAITLISTED, WAITING_FOR_APPROVAL ->
          way == AttendeeWay.WALK_IN || way == AttendeeWay.FILE;
    };
  }

  private static String token() {
    byte[] token = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(token);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }
}
