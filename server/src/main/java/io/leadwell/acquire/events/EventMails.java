package io.leadwell.acquire.events;

import io.leadwell.nurture.messaging.Mailed;
import io.leadwell.nurture.messaging.Outbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What became of the mails about an event. Figures and the people behind them are told from the
 * same rows: one each for a kind of mail, the last.
 */
@Service
public class EventMails {

  private final Outbox outbox;

  EventMails(Outbox outbox) {
    this.outbox = outbox;
  }

  /** In the order of {@link Letter}; what was not sent to anybody has no entry. */
  public List<MailFigures> figures(UUID eventId) {
    List<MailFigures> figures = new ArrayList<>();
    of(eventId)
        .byLetter()
        .forEach((letter, people) -> {
          Collection<Mailed> mails = people.values();
          figures.add(
              new MailFigures(
                  letter.word(),
                  count(mails, MailOutcome.WAITING),
                  count(mails, MailOutcome.SENT),
                  count(mails, MailOutcome.NOT_SENT),
                  count(mails, MailOutcome.LINKED),
                  count(mails, MailOutcome.CLICKED)));
        });
    return figures;
  }

  Told of(UUID eventId) {
    Map<Letter, Map<UUID, Mailed>> byLetter = new EnumMap<>(Letter.class);
    for (Mailed mail : outbox.about(eventId)) {
      Letter letter = Letter.of(mail.purpose().substring(mail.purpose().indexOf('.') + 1));
      // see Attendee.occasion: it begins with the place on the list
      UUID attendee = UUID.fromString(mail.occasion().split(":", 2)[0]);
      byLetter.computeIfAbsent(letter, any -> new HashMap<>()).put(attendee, mail);
    }
    return new Told(byLetter);
  }

  private static long count(Collection<Mailed> mails, MailOutcome outcome) {
    return mails.stream().filter(outcome::is).count();
  }

  /** The last mail of each kind to each place on the list. */
  record Told(Map<Letter, Map<UUID, Mailed>> byLetter) {

    @Nullable Mailed of(Letter letter, UUID attendee) {
      return byLetter.getOrDefault(letter, Map.of()).get(attendee);
    }

    /** When they last followed a link in any of them for the first time. */
    @Nullable Instant clickedAt(UUID attendee) {
      return byLetter.values().stream()
          .map(people -> people.get(attendee))
          .filter(Objects::nonNull)
          .map(Mailed::clickedAt)
          .filter(Objects::nonNull)
          .max(Instant::compareTo)
          .orElse(null);
    }

    boolean fits(AttendeeFilter filter, UUID attendee) {
      if (filter.letter() == null) {
        return true;
      }
      Mailed mail = of(filter.letter(), attendee);
      return mail != null && (filter.mailed() == null || filter.mailed().is(mail));
    }
  }
}
