package io.leadwell.acquire.collect;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;

/** How fast whoever sends may send: a token bucket for each, forgotten when long unused. */
final class Rates {

  private static final int MOST_SENDERS = 200_000;
  private static final Duration FORGET_AFTER = Duration.ofMinutes(10);
  private static final int BYTES_OF_A_NETWORK = 8;

  /** A bucket of {@code burst} that fills at {@code perMinute}. */
  record Limit(int burst, int perMinute) {}

  private final TimeMeter time;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(MOST_SENDERS).expireAfterAccess(FORGET_AFTER).build();

  Rates(TimeMeter time) {
    this.time = time;
  }

  /** Takes {@code cost} from the sender's bucket, or says how long to wait until it is in it. */
  Duration take(String sender, int cost, Limit limit) {
    Bucket bucket = buckets.get(sender, _ -> bucket(limit));
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(cost);
    return probe.isConsumed()
        ? Duration.ZERO
        : Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill()));
  }

  private Bucket bucket(Limit limit) {
    return Bucket.builder()
        .withCustomTimePrecision(time)
        .addLimit(
            Bandwidth.builder()
                .capacity(limit.burst())
                .refillGreedy(limit.perMinute(), Duration.ofMinutes(1))
                .build())
        .build();
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
