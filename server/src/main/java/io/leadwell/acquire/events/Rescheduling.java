package io.leadwell.acquire.events;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** What follows for people on the list when an event changes or will not be. */
@Component
class Rescheduling {

  private final AttendeeStore attendees;
  private final Registering registering;
  private final EventMail mail;

  Rescheduling(AttendeeStore attendees, Registering registering, EventMail mail) {
    this.attendees = attendees;
    this.registering = registering;
    this.mail = mail;
  }

  /** The event is locked, and changed already. */
  void changed(Event before, Event after, boolean elsewhere, Instant at) {
    if (after.status() != EventStatus.PUBLISHED && after.status() != EventStatus.CLOSED) {
      return;
    }
    boolean told = elsewhere && !after.over(at);
    boolean replanned =
        !after.said().mails().equals(before.said().mails()) || !texts(before, after);
    if (told || replanned) {
      List<Attendee> coming = coming(after);
      mail.unplan(before, coming);
      mail.plan(after, coming);
      if (told) {
        mail.tell(Letter.RESCHEDULED, after, coming);
      }
    }
    registering.fill(after, at);
  }

  void cancelled(Event event) {
    List<Attendee> counting =
        attendees.of(event.id()).stream()
            .filter(who ->
                who.status() == AttendeeStatus.APPROVED
                    || who.status() == AttendeeStatus.WAITLISTED
                    || who.status() == AttendeeStatus.WAITING_FOR_APPROVAL)
            .toList();
    mail.unplan(event, counting);
    mail.tell(Letter.CANCELLED, event, counting);
  }

  /** Reminders that wait say what the event was called when they were written. */
  private static boolean texts(Event before, Event after) {
    return before.title().equals(after.title()) && before.slug().equals(after.slug());
  }

  /** Who may come and asked to; a walk-in was there. */
  private List<Attendee> coming(Event event) {
    return attendees.of(event.id()).stream()
        .filter(who -> who.status() == AttendeeStatus.APPROVED)
        .filter(who -> who.way() == AttendeeWay.FORM || who.way() == AttendeeWay.BY_HAND)
        .toList();
  }
}
