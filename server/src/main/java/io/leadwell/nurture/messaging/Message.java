package io.leadwell.nurture.messaging;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message and what became of it.
 *
 * @param answer what the other server said
 * @param clickedAt when its reader first followed the link in it, as far as can be told
 * @param refusal why it was kept back, as {@code Refusal} says it
 */
public record Message(
    UUID id,
    Outgoing outgoing,
    State state,
    int attempts,
    @Nullable Trouble trouble,
    @Nullable String answer,
    String leaveToken,
    Instant createdAt,
    @Nullable Instant endedAt,
    @Nullable Instant clickedAt,
    int clicks,
    @Nullable String refusal) {

  /** Where a message is on its way. */
  public enum State {
    QUEUED,
    SENDING,
    SENT,
    FAILED,
    /** It was handed over and nobody answered: it may have arrived. Only a person repeats it. */
    UNKNOWN,
    /** The reader does not want it, or was never asked; see the refusal. */
    SUPPRESSED,
    /** There was no way to send it before it was of no use. */
    EXPIRED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static State of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
