package io.leadwell.connect.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Work on other threads, looked at until it has come to rest. */
final class Settled {

  private static final int LOOKS = 15_000;
  private static final long BETWEEN_NANOS = 20_000_000;

  private Settled() {}

  static void until(BooleanSupplier rested) {
    for (int look = 0; look < LOOKS; look++) {
      if (rested.getAsBoolean()) {
        return;
      }
      LockSupport.parkNanos(BETWEEN_NANOS);
    }
    assertThat(rested.getAsBoolean()).as("comes to rest").isTrue();
  }
}
