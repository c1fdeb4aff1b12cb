package io.leadwell.kernel.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AucTests {

  @Test
  void pairs_are_counted_and_ties_count_half() {
    double[] scores = {0.9, 0.8, 0.7, 0.7, 0.1};
    boolean[] won = {true, false, true, false, false};
    // 0.9 beats three; 0.7 loses to 0.8, ties with 0.7, beats 0.1.
    assertThat(Auc.of(scores, won)).isEqualTo((3 + 0.5 + 1) / 6);
  }

  @Test
  void one_outcome_alone_has_no_area() {
    assertThat(Auc.of(new double[] {1, 2}, new boolean[] {true, true})).isNaN();
  }

  @Test
  void it_is_the_count_over_all_pairs_on_any_data() {
    SplittableRandom random = new SplittableRandom(7);
    for (int turn = 0; turn < 50; turn++) {
      int size = 2 + random.nextInt(200);
      double[] scores = new double[size];
      boolean[] won = new boolean[size];
      for (int i = 0; i < size; i++) {
        scores[i] = random.nextInt(20) - 10.0;
        won[i] = i == 0 || i != 1 && random.nextBoolean();
      }
      assertThat(Auc.of(scores, won)).isCloseTo(naive(scores, won), within(1e-12));
    }
  }

  private static double naive(double[] scores, boolean[] won) {
    double above = 0;
    double pairs = 0;
    for (int i = 0; i < won.length; i++) {
      for (int j = 0; j < won.length; j++) {
        if (won[i] && !won[j]) {
          pairs++;
          above += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
        }
      }
    }
    return above / pairs;
  }

  @Test
  void the_standard_error_is_that_of_hanley_and_mcneil() {
    // By hand: Q1 = 0.8/1.2, Q2 = 1.28/1.8; (0.16 + 49·(Q1−0.64) + 99·(Q2−0.64)) / 5000
    double variance = (0.16 + 49 * (0.8 / 1.2 - 0.64) + 99 * (1.28 / 1.8 - 0.64)) / 5000;
    assertThat(Auc.standardError(0.8, 50, 100)).isCloseTo(Math.sqrt(variance), within(1e-12));
  }
}
