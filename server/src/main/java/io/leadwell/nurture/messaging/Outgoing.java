package io.leadwell.nurture.messaging;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message to one reader.
 *
 * @param purpose what it is for, such as {@code event.confirmation}
 * @param occasion what sets it apart from others for the same purpose, such as the registration
 * @param notAfter when it would only embarrass us
 * @param calendar an iCalendar file to go along
 * @param about what it tells of, such as the event
 * @param sending the name under which the link in it knows its reader; without one, nobody can tell
 *     whether it was followed
 */
public record Outgoing(
    String purpose,
    String recipient,
    @Nullable String recipientName,
    String occasion,
    Kind kind,
    Locale language,
    @Nullable UUID personId,
    MailText text,
    @Nullable String calendar,
    Instant notBefore,
    @Nullable Instant notAfter,
    @Nullable UUID about,
    @Nullable String sending) {

  /** Whether the reader asked for it by what they did, or we would like them to read it. */
  public enum Kind {
    SERVICE,
    MARKETING;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
