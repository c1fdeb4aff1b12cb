package io.leadwell.base.workspace;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.leadwell.base.platform.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts failed attempts to get in, so that guessing takes years. */
@Component
class Attempts {

  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int PER_NAME = 10;
  private static final int PER_ADDRESS = 50;

  private record Failures(int count, Instant since) {}

  private final Clock clock;
  private final Cache<String, Failures> failures;

  Attempts(Clock clock) {
    this.clock = clock;
    this.failures = Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(WINDOW).build();
  }

  /** Refuses when {@code name} or the address has failed too often in the last quarter hour. */
  void check(String name, @Nullable String ip) {
    Duration wait = longer(wait("n " + name, PER_NAME), wait("a " + ip, PER_ADDRESS));
    if (wait.isPositive()) {
      throw new Problem(
          WorkspaceProblem.TOO_MANY_ATTEMPTS, Math.max(1, wait.plusSeconds(59).toMinutes()));
    }
  }

  void failed(String name, @Nullable String ip) {
    count("n " + name);
    count("a " + ip);
  }

  /** A success clears the name; the address keeps its count, or one good account would reset it. */
  void succeeded(String name) {
    failures.invalidate("n " + name);
  }

  void forget() {
    failures.invalidateAll();
  }

  private void count(String key) {
    Instant now = clock.instant();
    failures
        .asMap()
        .compute(
            key,
            (k, old) ->
                old == null || old.since().plus(WINDOW).isBefore(now)
                    ? new Failures(1, now)
                    : new Failures(old.count() + 1, old.since()));
  }

  private Duration wait(String key, int limit) {
    Failures found = failures.getIfPresent(key);
    if (found == null || found.count() < limit) {
      return Duration.ZERO;
    }
    return Duration.between(clock.instant(), found.since().plus(WINDOW));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
