package io.leadwell.kernel.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpreadingTests {

  @Test
  void spare_fen_go_to_the_earlier_days() {
    assertThat(Spreading.evenly(100, 3)).containsExactly(34, 33, 33);
    assertThat(Spreading.evenly(2, 3)).containsExactly(1, 1, 0);
    assertThat(Spreading.evenly(-5, 2)).containsExactly(-2, -3);
    assertThat(Spreading.evenly(0, 2)).containsExactly(0, 0);
  }

  @Test
  void the_days_sum_to_the_row_and_never_differ_by_more_than_one_fen() {
    Random random = new Random(20260101);
    for (int i = 0; i < 20_000; i++) {
      long amount = random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L) >> random.nextInt(40);
      int days = random.nextInt(1, 367);
      long[] spread = Spreading.evenly(amount, days);
      assertThat(spread).hasSize(days);
      assertThat(Arrays.stream(spread).sum()).isEqualTo(amount);
      assertThat(spread[0] - spread[days - 1]).isBetween(0L, 1L);
      for (int day = 1; day < days; day++) {
        assertThat(spread[day]).isLessThanOrEqualTo(spread[day - 1]);
      }
    }
  }

  @Test
  void no_days_is_refused() {
    assertThatThrownBy(() -> Spreading.evenly(1, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
