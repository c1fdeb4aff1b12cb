package io.leadwell.kernel.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AccuracyTests {

  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  @Test
  void pairs_and_b_cubed_of_a_case_worked_by_hand() {
    // Found {0,1,2} {3,4}; true {0,1} {2,3,4}.
    Accuracy accuracy = Accuracy.of(new int[] {0, 0, 0, 3, 3}, new int[] {0, 0, 2, 2, 2});
    assertThat(accuracy.foundPairs()).isEqualTo(4);
    assertThat(accuracy.truePairs()).isEqualTo(4);
    assertThat(accuracy.rightPairs()).isEqualTo(2);
    assertThat(accuracy.f1()).isCloseTo(0.5, EXACT);
    // Precision (2/3 + 2/3 + 1/3 + 1 + 1) / 5, recall (1 + 1 + 1/3 + 2/3 + 2/3) / 5.
    assertThat(accuracy.b3Precision()).isCloseTo(11.0 / 15, EXACT);
    assertThat(accuracy.b3Recall()).isCloseTo(11.0 / 15, EXACT);
  }

  @Test
  void weights_fall_with_agreement() {
    float[] weights =
        Weights.falling(new double[] {0.5, 0.1, 0.2, 0.2}, new double[] {0.01, 0.05, 0.04, 0.9});
    assertThat(weights[0]).isCloseTo(5.644f, Offset.offset(1e-3f));
    // 0.1/0.05 and 0.2/0.04 would rise: both count as 0.3/0.09.
    assertThat(weights[1]).isCloseTo(1.737f, Offset.offset(1e-3f));
    assertThat(weights[2]).isEqualTo(weights[1]);
    assertThat(weights[3]).isLessThan(weights[2]);
  }
}
