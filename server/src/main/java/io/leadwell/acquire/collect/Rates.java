package io.leadwell.acquire.collect;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How fast whoever sends may send: a token bucket for each, kept as the one moment at which it is
 * full again (the generic cell rate algorithm of ATM traffic control, ITU-T I.371). What is not
 * heard of for a while is forgotten, which is the same as full.
 */
final class Rates {

  private static final int MOST_SENDERS = 200_000;
  private static final Duration FORGET_AFTER = Duration.ofMinutes(10);
  private static final int BYTES_OF_A_NETWORK = 8;

  /** A bucket of {@code burst} that fills at {@code perSecond}. */
  record Limit(int burst, double perSecond) {

    private long nanosEach() {
      return Math.max(1, (long) (1e9 / perSecond));
    }
  }

  private final LongSupplier nanos;
  private final Cache<String, AtomicLong> fullAt =
      Caffeine.newBuilder().maximumSize(MOST_SENDERS).expireAfterAccess(FORGET_AFTER).build();

  Rates(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Takes {@code cost} from the sender's bucket, or says how long to wait until that is in it. */
  Duration take(String sender, int cost, Limit limit) {
    long now = nanos.getAsLong();
    long each = limit.nanosEach();
    AtomicLong full = fullAt.get(sender, _ -> new AtomicLong(now));
    while (true) {
      long before = full.get();
      // Times of System.nanoTime are compared by difference: they may wrap around.
      long from = before - now > 0 ? before : now;
      long after = from + cost * each;
      long missing = after - now - limit.burst() * each;
      if (missing > 0) {
        return Duration.ofNanos(missing);
      }
      if (full.compareAndSet(before, after)) {
        return Duration.ZERO;
      }
    }
  }

  /** One sender per IPv4 address; of IPv6 the network, as a household has all addresses of one. */
  static String network(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    try {
      InetAddress parsed = InetAddress.ofLiteral(address);
      return parsed instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), BYTES_OF_A_NETWORK))
          : parsed.getHostAddress();
    } catch (IllegalArgumentException e) {
      return address;
    }
  }
}
