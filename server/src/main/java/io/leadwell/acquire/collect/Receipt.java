package io.leadwell.acquire.collect;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the sender of a delivery is told. */
public sealed interface Receipt {

  /**
   * Taken: what could be stored is on the disk. Sending it again changes nothing and is answered
   * alike.
   *
   * @param visitor whose cookie may be renewed, or null when none may be kept
   * @param cookieDomain where that cookie is to reach beyond the host that was asked
   */
  record Taken(@Nullable UUID visitor, @Nullable String cookieDomain) implements Receipt {}

  /** Nothing of it was kept, and sending it again is useless. */
  record Refused(Reason reason) implements Receipt {}

  /** Not now; the same again later. */
  record Later(Reason reason, Duration pause) implements Receipt {}
}
