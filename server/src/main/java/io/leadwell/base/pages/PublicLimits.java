package io.leadwell.base.pages;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.leadwell.base.platform.Problem;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * How often the same stranger may do the same thing: a token bucket for each place and address. It
 * lives in memory, so a restart forgives; what must never happen twice is for the database.
 */
@Service
public class PublicLimits {

  /** At most {@code burst} at once, refilled evenly at {@code perMinute}. */
  public record Rate(int burst, int perMinute) {}

  private static final long PLACES_REMEMBERED = 200_000;

  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(PLACES_REMEMBERED)
          .expireAfterAccess(Duration.ofMinutes(15))
          .build();

  PublicLimits() {}

  /** Refuses with the seconds to wait when {@code who} has used up what {@code place} allows. */
  public void take(String place, @Nullable String who, Rate rate) {
    long wait = tryTake(place, who, rate);
    if (wait > 0) {
      throw new Problem(PagesProblem.TOO_FAST, wait);
    }
  }

  /** Zero when allowed, else the seconds to wait. */
  public long tryTake(String place, @Nullable String who, Rate rate) {
    Bucket bucket = buckets.get(place + ' ' + who, _ -> bucket(rate));
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? 0
        : Math.max(
            1, Duration.ofNanos(probe.getNanosToWaitForRefill()).plusMillis(999).toSeconds());
  }

  /** As {@link #tryTake}, but takes nothing: whether the next one would be allowed. */
  public long waiting(String place, @Nullable String who, Rate rate) {
    EstimationProbe probe =
        buckets.get(place + ' ' + who, _ -> bucket(rate)).estimateAbilityToConsume(1);
    return probe.canBeConsumed()
        ? 0
        : Math.max(
            1, Duration.ofNanos(probe.getNanosToWaitForRefill()).plusMillis(999).toSeconds());
  }

  public void forget() {
    buckets.invalidateAll();
  }

  private static Bucket bucket(Rate rate) {
    return Bucket.builder()
        .addLimit(
            Bandwidth.builder()
                .capacity(rate.burst())
                .refillGreedy(rate.perMinute(), Duration.ofMinutes(1))
                .build())
        .build();
  }
}
