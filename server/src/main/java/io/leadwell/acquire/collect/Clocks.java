package io.leadwell.acquire.collect;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When something happened, by our clock: as long before its arrival as it lay between happening and
 * being sent by the sender's clock, whatever that one shows. What remains impossible is moved to
 * the nearest possible time and marked.
 */
final class Clocks {

  /** The longest a hit may have waited in a browser. */
  static final Duration LONGEST_WAIT = Duration.ofDays(30);

  /** How far ahead of us a sender without a sending time may be. */
  static final Duration AHEAD = Duration.ofMinutes(5);

  private Clocks() {}

  static Hit correct(Hit hit) {
    Instant claimed = hit.facts().claimedAt();
    if (claimed == null) {
      return hit;
    }
    Instant received = hit.receivedAt();
    Instant sent = hit.facts().sentAt();
    Instant corrected = corrected(claimed, sent, received);
    Instant earliest = received.minus(LONGEST_WAIT);
    Instant latest = received.plus(AHEAD);
    if (corrected.isBefore(earliest)) {
      return hit.happened(earliest, true);
    }
    if (corrected.isAfter(latest)) {
      return hit.happened(received, true);
    }
    return hit.happened(corrected, sent != null && claimed.isAfter(sent));
  }

  private static Instant corrected(Instant claimed, @Nullable Instant sent, Instant received) {
    if (sent == null) {
      return claimed;
    }
    // Sent before it happened: then at the latest when it was sent.
    return claimed.isAfter(sent) ? received : received.minus(Duration.between(claimed, sent));
  }
}
