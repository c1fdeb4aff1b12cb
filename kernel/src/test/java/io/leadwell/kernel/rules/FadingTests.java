package io.leadwell.kernel.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FadingTests {

  private static final Instant MAY = Instant.parse("2026-05-04T02:00:00Z");
  private static final Duration FORTNIGHT = Duration.ofDays(14);

  @Test
  void ten_points_are_five_after_one_half_life_and_a_quarter_after_two() {
    Fading score = Fading.none(FORTNIGHT).plus(10, MAY);
    assertThat(score.at(MAY)).isCloseTo(10, within(1e-9));
    assertThat(score.at(MAY.plus(FORTNIGHT))).isCloseTo(5, within(1e-9));
    assertThat(score.at(MAY.plus(FORTNIGHT.multipliedBy(2)))).isCloseTo(2.5, within(1e-9));
  }

  @Test
  void points_of_different_days_sum() {
    Fading score =
        Fading.none(FORTNIGHT)
            .plus(10, MAY)
            .plus(10, MAY.plus(FORTNIGHT))
            .plus(-2, MAY.plus(FORTNIGHT));
    assertThat(score.at(MAY.plus(FORTNIGHT))).isCloseTo(13, within(1e-9));
  }

  @Test
  void it_says_when_it_comes_to_a_value_and_that_it_never_does() {
    Fading score = Fading.none(FORTNIGHT).plus(40, MAY);
    assertThat(score.reaches(10, MAY))
        .isBetween(MAY.plus(Duration.ofDays(28)), MAY.plus(Duration.ofDays(28)).plusSeconds(2));
    assertThat(score.reaches(50, MAY)).isNull();
    assertThat(score.reaches(0, MAY)).isNull();
    assertThat(score.reaches(-1, MAY)).isNull();
    assertThat(Fading.none(FORTNIGHT).reaches(1, MAY)).isNull();
    assertThat(Fading.none(FORTNIGHT).plus(-40, MAY).reaches(-10, MAY)).isAfter(MAY);
  }

  @Test
  void before_it_comes_to_a_value_it_is_worth_more_and_afterwards_not() {
    Random random = new Random(11);
    for (int i = 0; i < 2_000; i++) {
      Duration halfLife = Duration.ofDays(random.nextInt(7, 400));
      Fading score =
          Fading.none(halfLife)
              .plus(random.nextInt(1, 100), MAY.plusSeconds(random.nextInt(90_000_000)));
      Instant now = MAY.plusSeconds(random.nextInt(90_000_000));
      double value = random.nextInt(1, 100);
      Instant then = score.reaches(value, now);
      if (then == null) {
        assertThat(score.at(now)).isLessThanOrEqualTo(value);
      } else {
        assertThat(score.at(then)).isLessThanOrEqualTo(value);
        assertThat(score.at(then.minusSeconds(2))).isGreaterThanOrEqualTo(value);
      }
    }
  }

  @Test
  void it_stays_in_the_range_of_a_double_for_nineteen_years() {
    Instant late = Fading.EPOCH.plus(Duration.ofDays(19 * 365));
    assertThat(Fading.none(Fading.SHORTEST).plus(100, late).at(late)).isCloseTo(100, within(1e-6));
  }
}
