package io.leadwell.acquire.events;

import io.leadwell.nurture.messaging.Outbox;
import io.leadwell.nurture.messaging.Outgoing;
import io.leadwell.pool.leads.People;
import io.leadwell.pool.leads.PersonCard;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts mails about events into the outbox, in the transaction of what they are about. Who has no
 * mail address gets none.
 */
@Component
class EventMail {

  private static final int LONGEST_NAME = 100;

  /** As late as this, thanks are still polite. */
  private static final Duration FOLLOW_UP = Duration.ofDays(14);

  private final EventLetters letters;
  private final ReplayLinks replays;
  private final EventStore events;
  private final AttendeeStore attendees;
  private final People people;
  private final Outbox outbox;
  private final Clock clock;

  EventMail(
      EventLetters letters,
      ReplayLinks replays,
      EventStore events,
      AttendeeStore attendees,
      People people,
      Outbox outbox,
      Clock clock) {
    this.letters = letters;
    this.replays = replays;
    this.events = events;
    this.attendees = attendees;
    this.people = people;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Tells each of them once. */
  void tell(Letter letter, Event event, Collection<Attendee> readers) {
    Instant now = clock.instant();
    Map<UUID, PersonCard> cards = cards(readers);
    Map<UUID, List<EventSession>> chosen = chosen(event, readers);
    Map<UUID, String> personal =
        replays.addresses(
            letter,
            event,
            cards.values().stream().filter(card -> outbox.reaches(card.email())).toList());
    for (Attendee reader : readers) {
      String occasion =
          letter == Letter.RESCHEDULED
              ? reader.occasion() + ":" + event.sequence()
              : reader.occasion();
      put(letter, event, reader, cards, chosen, personal, occasion, now, until(letter, event, now));
    }
  }

  /** Plans the reminders that are still to come. */
  void plan(Event event, Collection<Attendee> readers) {
    Instant now = clock.instant();
    Map<UUID, PersonCard> cards = cards(readers);
    Map<UUID, List<EventSession>> chosen = chosen(event, readers);
    Instant start = event.said().startsAt();
    for (int minutes : event.said().mails().reminders()) {
      Instant at = start.minus(Duration.ofMinutes(minutes));
      if (at.isAfter(now)) {
        for (Attendee reader : readers) {
          put(
              Letter.REMINDER,
              event,
              reader,
              cards,
              chosen,
              Map.of(),
              occasion(event, reader, minutes),
              at,
              start);
        }
      }
    }
  }

  /**
   * Takes back the reminders that have not left; {@code event} as it was when they were planned.
   */
  void unplan(Event event, Collection<Attendee> readers) {
    outbox.withdrawAll(
        Letter.REMINDER.purpose(),
        event.said().mails().reminders().stream()
            .flatMap(minutes -> readers.stream().map(who -> occasion(event, who, minutes)))
            .toList());
  }

  private void put(
      Letter letter,
      Event event,
      Attendee reader,
      Map<UUID, PersonCard> cards,
      Map<UUID, List<EventSession>> chosen,
      Map<UUID, String> personal,
      String occasion,
      Instant notBefore,
      @Nullable Instant notAfter) {
    PersonCard card = cards.get(reader.personId());
    String address = card == null ? null : card.email();
    if (card == null || address == null || !outbox.reaches(address)) {
      return;
    }
    String name = name(card.name());
    String link = personal.get(card.personId());
    outbox.put(
        new Outgoing(
            letter.purpose(),
            address,
            name,
            occasion,
            Outgoing.Kind.SERVICE,
            Locale.forLanguageTag(reader.language()),
            card.personId(),
            letters.text(
                letter, event, reader, name, chosen.getOrDefault(reader.id(), List.of()), link),
            calendar(letter, event, reader),
            notBefore,
            notAfter,
            event.id(),
            link == null ? null : ReplayLinks.sending(letter, event)));
  }

  private @Nullable String calendar(Letter letter, Event event, Attendee reader) {
    return switch (letter) {
      case CONFIRMATION, MOVED_UP, RESCHEDULED -> letters.calendar(event, reader, false);
      case LEFT, CANCELLED ->
          reader.status() == AttendeeStatus.APPROVED ? letters.calendar(event, reader, true) : null;
      default -> null;
    };
  }

  private static @Nullable Instant until(Letter letter, Event event, Instant now) {
    return switch (letter) {
      case THANKS, MISSED -> now.plus(FOLLOW_UP);
      case LEFT, DECLINED -> null;
      default -> event.said().endsAt();
    };
  }

  private static String occasion(Event event, Attendee who, int minutes) {
    return who.occasion() + ":" + event.sequence() + ":" + minutes;
  }

  private Map<UUID, PersonCard> cards(Collection<Attendee> readers) {
    return people.cards(readers.stream().map(Attendee::personId).toList());
  }

  /** The sessions each has a place in. */
  private Map<UUID, List<EventSession>> chosen(Event event, Collection<Attendee> readers) {
    List<EventSession> all = events.sessions(event.id());
    if (all.isEmpty()) {
      return Map.of();
    }
    return attendees.choices(readers.stream().map(Attendee::id).toList()).entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> {
                  List<UUID> seated = new ArrayList<>();
                  entry
                      .getValue()
                      .forEach(choice -> {
                        if (choice.seated()) {
                          seated.add(choice.sessionId());
                        }
                      });
                  return all.stream().filter(session -> seated.contains(session.id())).toList();
                }));
  }

  /** A name as a header can carry it. */
  private static @Nullable String name(@Nullable String said) {
    if (said == null) {
      return null;
    }
    String clean = said.replaceAll("[\\p{Cntrl}\\u0080-\\u009f]", " ").strip();
    if (clean.length() > LONGEST_NAME) {
      clean = clean.substring(0, LONGEST_NAME);
    }
    return clean.isEmpty() ? null : clean;
  }
}
