package io.leadwell.kernel.scoring;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Predictions turned into shares that were seen, never falling: pools of neighbours that violate
 * the order (Ayer et al. 1955; for classifiers Zadrozny and Elkan 2002). Between the middles of two
 * pools it runs straight.
 */
final class Isotonic {

  private final double[] at;
  private final double[] value;

  private Isotonic(double[] at, double[] value) {
    this.at = at;
    this.value = value;
  }

  static Isotonic fit(double[] predicted, boolean[] won) {
    int n = predicted.length;
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> predicted[i]))
            .mapToInt(i -> i)
            .toArray();
    double[] sum = new double[n];
    double[] weight = new double[n];
    double[] place = new double[n];
    int pools = 0;
    for (int i = 0; i < n; ) {
      double x = predicted[order[i]];
      double wins = 0;
      int from = i;
      for (; i < n && predicted[order[i]] == x; i++) {
        wins += won[order[i]] ? 1 : 0;
      }
      sum[pools] = wins;
      weight[pools] = i - from;
      place[pools] = x * (i - from);
      pools++;
      while (pools > 1
          && sum[pools - 2] * weight[pools - 1] >= sum[pools - 1] * weight[pools - 2]) {
        pools--;
        sum[pools - 1] += sum[pools];
        weight[pools - 1] += weight[pools];
        place[pools - 1] += place[pools];
      }
    }
    double[] at = new double[pools];
    double[] value = new double[pools];
    for (int p = 0; p < pools; p++) {
      at[p] = place[p] / weight[p];
      value[p] = sum[p] / weight[p];
    }
    return new Isotonic(at, value);
  }

  double value(double predicted) {
    int place = Arrays.binarySearch(at, predicted);
    if (place >= 0) {
      return value[place];
    }
    int above = -place - 1;
    if (above == 0) {
      return value[0];
    }
    if (above == at.length) {
      return value[at.length - 1];
    }
    double share = (predicted - at[above - 1]) / (at[above] - at[above - 1]);
    return value[above - 1] + share * (value[above] - value[above - 1]);
  }
}
