package io.leadwell.connect.wecom;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The access tokens of the connections. Of many who need a fresh one at once, one fetches it and
 * the others wait: fetching is limited, and a fresh token may end the one before.
 */
@Component
class Tokens {

  /** Renewed this long before the end, so that no call begins with a token about to die. */
  private static final Duration BEFORE_END = Duration.ofMinutes(5);

  /** A token as it was fetched, and by which secret: a changed one needs a token of its own. */
  record Fetched(String token, Duration good) {}

  private record Held(String token, String secret, Instant until) {}

  private static final class Place {
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Held held;
  }

  private final Clock clock;
  private final Map<UUID, Place> places = new ConcurrentHashMap<>();

  Tokens(Clock clock) {
    this.clock = clock;
  }

  String of(Credentials as, Function<Credentials, Fetched> fetch) {
    Place place = places.computeIfAbsent(as.connectionId(), _ -> new Place());
    Held known = place.held;
    if (known != null && good(known, as)) {
      return known.token();
    }
    place.lock.lock();
    try {
      known = place.held;
      if (known != null && good(known, as)) {
        return known.token();
      }
      Fetched fresh = fetch.apply(as);
      Duration good = fresh.good().minus(BEFORE_END);
      place.held =
          new Held(
              fresh.token(),
              as.secret(),
              clock.instant().plus(good.isNegative() ? Duration.ZERO : good));
      return fresh.token();
    } finally {
      place.lock.unlock();
    }
  }

  /** Tencent no longer takes {@code token}. One that came since stays. */
  void spent(Credentials as, String token) {
    Place place = places.get(as.connectionId());
    if (place == null) {
      return;
    }
    place.lock.lock();
    try {
      Held known = place.held;
      if (known != null && known.token().equals(token)) {
        place.held = null;
      }
    } finally {
      place.lock.unlock();
    }
  }

  void forget(UUID connectionId) {
    places.remove(connectionId);
  }

  private boolean good(Held held, Credentials as) {
    return held.secret().equals(as.secret()) && held.until().isAfter(clock.instant());
  }
}
