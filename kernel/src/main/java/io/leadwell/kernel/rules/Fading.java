package io.leadwell.kernel.rules;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A number that halves with every half-life. What was added at different times sums to one such
 * number, so that nothing need be written as time goes by: the value at a time {@code t} is {@code
 * mass · 2^((EPOCH − t) / halfLife)}.
 *
 * @param mass the value as it would have been at {@link #EPOCH}
 */
public record Fading(double mass, Duration halfLife) {

  /** Any fixed moment would do; this one keeps numbers small for decades. */
  public static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");

  /** Shorter ones would leave the range of a double within twenty years. */
  public static final Duration SHORTEST = Duration.ofDays(7);

  /** Nothing at all. */
  public static Fading none(Duration halfLife) {
    return new Fading(0, halfLife);
  }

  /** With as much more as counted {@code points} when it happened. */
  public Fading plus(double points, Instant at) {
    return new Fading(mass + points * growth(at, halfLife), halfLife);
  }

  public double at(Instant now) {
    return mass / growth(now, halfLife);
  }

  /** The mass that is worth {@code value} at {@code now}. */
  public static double mass(double value, Instant now, Duration halfLife) {
    return value * growth(now, halfLife);
  }

  /** When it comes to be worth {@code value}, if that lies ahead. */
  public @Nullable Instant reaches(double value, Instant now) {
    // Between the two of one sign only, and towards nothing only.
    if (mass == 0 || value == 0 || mass > 0 != value > 0) {
      return null;
    }
    double halves = Math.log(mass / value) / Math.log(2);
    double seconds = halves * halfLife.toSeconds();
    if (seconds > Duration.ofDays(365_000).toSeconds()) {
      return null;
    }
    // A second later it is so beyond the last digit of the arithmetic.
    Instant then = EPOCH.plusMillis((long) (seconds * 1_000)).plusSeconds(1);
    return then.isAfter(now) ? then : null;
  }

  /** By how much a mass outweighs its value at that time. */
  private static double growth(Instant at, Duration halfLife) {
    return Math.pow(2, Duration.between(EPOCH, at).toMillis() / (1_000.0 * halfLife.toSeconds()));
  }
}
