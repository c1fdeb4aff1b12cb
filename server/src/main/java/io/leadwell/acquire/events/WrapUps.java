package io.leadwell.acquire.events;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.CameFrom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The end of an event. That it is over shows by itself; that it is known who came is for a person
 * to say, as a webinar's report may come days later and nobody likes to be told they were missed.
 */
@Service
public class WrapUps {

  private static final Logger LOG = LoggerFactory.getLogger(WrapUps.class);
  private static final long LOOK_EVERY_MS = 30_000;

  /** How many came, and how many were expected and did not. */
  public record WrappedUp(int attended, int missed) {}

  private final EventStore events;
  private final AttendeeStore attendees;
  private final Attendance attendance;
  private final EventTouches touches;
  private final EventMail mail;
  private final Audit audit;
  private final Clock clock;

  WrapUps(
      EventStore events,
      AttendeeStore attendees,
      Attendance attendance,
      EventTouches touches,
      EventMail mail,
      Audit audit,
      Clock clock) {
    this.events = events;
    this.attendees = attendees;
    this.attendance = attendance;
    this.touches = touches;
    this.mail = mail;
    this.audit = audit;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = LOOK_EVERY_MS)
  void end() {
    try {
      events.end(clock.instant());
    } catch (RuntimeException e) {
      // Whatever it is, it comes round again.
      LOG.warn("Events that are over say so later: {}", e.toString());
    }
  }

  /** Thanks who came, tells who missed it, once each; done again, only the new ones are told. */
  @Transactional
  public WrappedUp wrapUp(UUID id, Caller who) {
    Event event = events.find(id).orElseThrow(() -> new Problem(EventsProblem.EVENT_NOT_FOUND));
    boolean held = event.status() != EventStatus.DRAFT && event.status() != EventStatus.CANCELLED;
    if (!held || !event.over(clock.instant())) {
      throw new Problem(EventsProblem.EVENT_NOT_IN_THIS_STATE, event.status().word());
    }
    Map<UUID, Attendance.There> there = attendance.ofEvent(event);
    List<Attendee> came = new ArrayList<>();
    List<Attendee> missed = new ArrayList<>();
    for (Attendee one : attendees.of(id)) {
      if (there.getOrDefault(one.id(), Attendance.There.NOT).attended()) {
        came.add(one);
      } else if (one.status() == AttendeeStatus.APPROVED) {
        missed.add(one);
      }
    }
    CameFrom from = touches.from(event);
    touches.put(missed.stream().map(one -> touches.missed(event, from, one)).toList());
    // Behind the touches: whoever brings people in locks in the same order.
    Event locked = events.findForUpdate(id).orElseThrow();
    if (event.said().mails().thanks()) {
      mail.tell(Letter.THANKS, locked, came);
    }
    if (event.said().mails().missed()) {
      mail.tell(Letter.MISSED, locked, missed);
    }
    events.wrappedUp(id, clock.instant().truncatedTo(ChronoUnit.MICROS));
    audit.record(
        who,
        "event.wrap_up",
        "event",
        id.toString(),
        event.title(),
        Map.of("attended", came.size(), "missed", missed.size()));
    return new WrappedUp(came.size(), missed.size());
  }
}
