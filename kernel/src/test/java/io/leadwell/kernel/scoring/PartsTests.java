package io.leadwell.kernel.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PartsTests {

  @Test
  void weights_of_evidence_are_those_of_a_table_worked_by_hand() {
    // 100 rows, 20 wins: a level of 40 with 16 wins, a level of 60 with 4.
    double[] woe = Binning.weights(new long[] {40, 60}, new long[] {16, 4});
    // Ten rows of the average are two wins and eight losses more.
    assertThat(woe[0]).isCloseTo(Math.log(18.0 / 32) - Math.log(0.25), within(1e-12));
    assertThat(woe[1]).isCloseTo(Math.log(6.0 / 64) - Math.log(0.25), within(1e-12));
  }

  @Test
  void neighbours_that_do_not_differ_are_one_bin_and_any_shape_is_followed() {
    double[] numbers = IntStream.range(0, 3000).mapToDouble(i -> i).toArray();
    boolean[] won = new boolean[3000];
    for (int i = 0; i < won.length; i++) {
      won[i] = i >= 1000 && i < 2000 ? i % 2 == 0 : i % 10 == 0; // more in the middle
    }
    Binning binning =
        Binning.fit(Feature.number("x", "", numbers), IntStream.range(0, 3000).toArray(), won);
    assertThat(binning.bins()).isLessThanOrEqualTo(6);
    assertThat(binning.woe(1500)).isPositive();
    assertThat(binning.woe(100)).isNegative();
    assertThat(binning.woe(2900)).isNegative();
  }

  @Test
  void chi_square_is_that_of_the_textbook() {
    // 10 of 50 against 20 of 50: 100 (10·30 − 20·40)² / (50·50·30·70)
    assertThat(Binning.chiSquare(50, 10, 50, 20))
        .isCloseTo(100 * 500.0 * 500 / (50.0 * 50 * 30 * 70), within(1e-12));
  }

  @Test
  void isotonic_regression_pools_what_falls() {
    double[] x = {1, 2, 3, 4, 5, 6};
    boolean[] won = {false, true, false, false, true, true};
    Isotonic isotonic = Isotonic.fit(x, won);
    assertThat(isotonic.value(1)).isZero();
    assertThat(isotonic.value(3)).isCloseTo(1.0 / 3, within(1e-12)); // 2, 3 and 4 are one pool
    assertThat(isotonic.value(9)).isEqualTo(1);
    assertThat(isotonic.value(2)).isCloseTo(1.0 / 6, within(1e-12)); // half way from 1 to 3
  }

  @Test
  void the_coefficients_that_made_the_data_are_found_again() {
    SplittableRandom random = new SplittableRandom(3);
    int rows = 40_000;
    double[][] columns = new double[2][rows];
    boolean[] won = new boolean[rows];
    for (int i = 0; i < rows; i++) {
      columns[0][i] = random.nextGaussian();
      columns[1][i] = random.nextGaussian();
      double logit = -1 + 0.8 * columns[0][i] - 1.5 * columns[1][i];
      won[i] = random.nextDouble() < Logistic.chance(logit);
    }
    double[] beta = Logistic.fit(columns, won, 0.01, new double[3]);
    assertThat(beta[0]).isCloseTo(-1, within(0.05));
    assertThat(beta[1]).isCloseTo(0.8, within(0.05));
    assertThat(beta[2]).isCloseTo(-1.5, within(0.05));
  }

  @Test
  void folds_hold_their_share_of_both_outcomes() {
    boolean[] won = new boolean[1003];
    for (int i = 0; i < won.length; i++) {
      won[i] = i % 7 == 0;
    }
    for (int turn = 0; turn < 3; turn++) {
      int[] part = Folds.deal(won, 5, turn);
      for (int fold = 0; fold < 5; fold++) {
        int[] rows = Folds.in(part, fold);
        assertThat(Arrays.stream(rows).filter(row -> won[row]).count()).isBetween(28L, 29L);
        assertThat(rows.length).isBetween(199, 202);
      }
    }
    assertThat(Folds.deal(won, 5, 1)).isNotEqualTo(Folds.deal(won, 5, 2));
  }

  @Test
  void numbers_are_read_as_people_write_them() {
    assertThat(Cells.number("1,234.5")).isEqualTo(1234.5);
    assertThat(Cells.number("¥ 3.5万")).isEqualTo(35_000);
    assertThat(Cells.number("12 %")).isCloseTo(0.12, within(1e-12));
    assertThat(Cells.number("-$1,000")).isEqualTo(-1000);
    assertThat(Cells.number("3,5")).isEqualTo(3.5);
    assertThat(Cells.number("1.234,5")).isEqualTo(1234.5);
    assertThat(Cells.number("1e3")).isEqualTo(1000);
    assertThat(List.of("", "12 km", "a", "1.2.3", "+", "NaN", "1e999"))
        .allSatisfy(text -> assertThat(Cells.number(text)).isNaN());
  }

  @Test
  void what_forms_leave_blank_is_missing() {
    assertThat(List.of("", "?", "Select", "NA", "n/a", "null", "无", "-")).allMatch(Cells::missing);
    assertThat(List.of("0", "No", "unknown", "selected")).noneMatch(Cells::missing);
  }

  @Test
  void days_are_read_in_the_usual_ways() {
    LocalDateTime day = LocalDateTime.of(2026, 3, 14, 0, 0);
    assertThat(Days.read("2026-03-14", false, false)).isEqualTo(day);
    assertThat(Days.read("2026年3月14日", false, false)).isEqualTo(day);
    assertThat(Days.read("14/03/2026", true, false)).isEqualTo(day);
    assertThat(Days.read("3/14/2026", false, false)).isEqualTo(day);
    assertThat(Days.read("14 Mar 2026", false, false)).isEqualTo(day);
    assertThat(Days.read("20260314", false, true)).isEqualTo(day);
    assertThat(Days.read("20260314", false, false)).isNull();
    assertThat(Days.read("2026-03-14T08:30:00Z", false, false)).isEqualTo(day.plusMinutes(510));
    assertThat(Days.read("2026-02-31", false, false)).isNull();
  }
}
