package io.leadwell.kernel.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RatiosTests {

  @Test
  void a_zero_denominator_has_no_ratio() {
    assertThat(Ratios.costPer(500L, 0)).isNull();
    assertThat(Ratios.costPer(0L, 0)).isNull();
    assertThat(Ratios.costPer(null, 3)).isNull();
    assertThat(Ratios.romi(100, 0L)).isNull();
    assertThat(Ratios.romi(100, null)).isNull();
  }

  @Test
  void a_cost_is_rounded_to_the_fen() {
    assertThat(Ratios.costPer(100L, 3)).isEqualTo(33);
    assertThat(Ratios.costPer(101L, 2)).isEqualTo(51);
    assertThat(Ratios.costPer(-101L, 2)).isEqualTo(-51);
    assertThat(Ratios.costPer(0L, 7)).isZero();
  }

  @Test
  void romi_is_the_return_over_the_spend() {
    assertThat(Ratios.romi(300, 200L)).isCloseTo(0.5, within(1e-12));
    assertThat(Ratios.romi(0, 200L)).isCloseTo(-1, within(1e-12));
  }

  @Test
  void rounding_is_that_of_exact_decimals() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      long spend = random.nextLong(-10_000_000_000L, 10_000_000_000L);
      long count = random.nextLong(1, 5_000);
      assertThat(Ratios.costPer(spend, count))
          .isEqualTo(
              new BigDecimal(spend)
                  .divide(new BigDecimal(count), 0, RoundingMode.HALF_UP)
                  .longValueExact());
    }
  }
}
