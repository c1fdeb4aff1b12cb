package io.leadwell.acquire.events;

import io.leadwell.base.platform.Problem;
import io.leadwell.pool.leads.People;
import io.leadwell.pool.leads.PersonCard;
import java.time.Clock;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The personal pages of people who have registered: whoever knows the address is that person. */
@Service
public class Tickets {

  /**
   * A personal page.
   *
   * @param sessions with a place in them; {@code full} were wanted too
   */
  public record Ticket(
      Event event,
      Attendee who,
      @Nullable String name,
      List<EventSession> sessions,
      List<EventSession> full) {

    public boolean admitted() {
      return who.status() == AttendeeStatus.APPROVED && event.status() != EventStatus.CANCELLED;
    }

    /** Whether the registration can still be cancelled. */
    public boolean cancellable(java.time.Instant now) {
      return !event.over(now)
          && event.status() != EventStatus.CANCELLED
          && who.status() != AttendeeStatus.CANCELLED
          && who.status() != AttendeeStatus.DECLINED;
    }
  }

  private static final int LONGEST_TOKEN = 60;
  private static final String THEMSELVES = "-";

  private final EventStore events;
  private final AttendeeStore attendees;
  private final Registering registering;
  private final EventMail mail;
  private final EventLetters letters;
  private final People people;
  private final Clock clock;

  Tickets(
      EventStore events,
      AttendeeStore attendees,
      Registering registering,
      EventMail mail,
      EventLetters letters,
      People people,
      Clock clock) {
    this.events = events;
    this.attendees = attendees;
    this.registering = registering;
    this.mail = mail;
    this.letters = letters;
    this.people = people;
    this.clock = clock;
  }

  /** Empty for a token that opens nothing at this event. */
  @Transactional(readOnly = true)
  public Optional<Ticket> find(String slug, String token) {
    if (token.length() > LONGEST_TOKEN) {
      return Optional.empty();
    }
    return attendees
        .byToken(token)
        .flatMap(who ->
            events
                .find(who.eventId())
                .filter(event -> event.slug().equals(slug))
                .map(event -> ticket(event, who)));
  }

  /** Cancels the registration; whoever waits the longest gets the seat. Again is nothing new. */
  @Transactional
  public void leave(String slug, String token) {
    Ticket ticket =
        find(slug, token).orElseThrow(() -> new Problem(EventsProblem.ATTENDEE_NOT_FOUND));
    Event event = events.findForUpdate(ticket.event().id()).orElseThrow();
    Attendee who = attendees.find(ticket.who().id()).orElseThrow();
    Ticket now = new Ticket(event, who, ticket.name(), List.of(), List.of());
    if (!now.cancellable(clock.instant())) {
      return;
    }
    registering.leave(
        event,
        who,
        AttendeeStatus.CANCELLED,
        THEMSELVES,
        clock.instant().truncatedTo(ChronoUnit.MICROS));
    mail.tell(Letter.LEFT, event, List.of(who));
  }

  /** The entry for the calendar of who may come. */
  public String calendar(Ticket ticket) {
    return letters.calendar(ticket.event(), ticket.who(), !ticket.admitted());
  }

  public ZoneId zone() {
    return letters.zone();
  }

  private Ticket ticket(Event event, Attendee who) {
    Map<UUID, List<AttendeeStore.Choice>> choices = attendees.choices(Set.of(who.id()));
    List<AttendeeStore.Choice> chosen = choices.getOrDefault(who.id(), List.of());
    List<EventSession> programme = events.sessions(event.id());
    PersonCard card = people.cards(Set.of(who.personId())).get(who.personId());
    return new Ticket(
        event,
        who,
        card == null ? null : card.name(),
        sessions(programme, chosen, true),
        sessions(programme, chosen, false));
  }

  private static List<EventSession> sessions(
      List<EventSession> programme, List<AttendeeStore.Choice> chosen, boolean seated) {
    return programme.stream()
        .filter(session ->
            chosen.stream()
                .anyMatch(c -> c.seated() == seated && c.sessionId().equals(session.id())))
        .toList();
  }
}
