package io.leadwell.kernel.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether what was predicted came: out-of-fold predictions, made probabilities by an isotonic
 * regression that has not seen the row's fold.
 */
final class Calibration {

  private static final int PARTS = 10;

  private final double[] chance;
  private final boolean[] won;
  private final Isotonic whole;

  private Calibration(double[] chance, boolean[] won, Isotonic whole) {
    this.chance = chance;
    this.won = won;
    this.whole = whole;
  }

  static Calibration of(double[] logits, boolean[] won, int[] part, int folds) {
    double[] chance = new double[logits.length];
    for (int fold = 0; fold < folds; fold++) {
      int[] learn = Folds.outside(part, fold);
      double[] x = IntStream.of(learn).mapToDouble(row -> logits[row]).toArray();
      boolean[] y = new boolean[learn.length];
      for (int i = 0; i < y.length; i++) {
        y[i] = won[learn[i]];
      }
      Isotonic isotonic = Isotonic.fit(x, y);
      for (int row : Folds.in(part, fold)) {
        chance[row] = isotonic.value(logits[row]);
      }
    }
    return new Calibration(chance, won, Isotonic.fit(logits, won));
  }

  /** The probability of a row that took part, told by those that are not of its fold. */
  double chance(int row) {
    return chance[row];
  }

  /** The probability that a logit means. */
  double chanceOf(double logit) {
    return whole.value(logit);
  }

  /** Mean squared distance between probability and outcome (Brier 1950); 0 is perfect. */
  double brier() {
    double sum = 0;
    for (int row = 0; row < chance.length; row++) {
      double off = chance[row] - (won[row] ? 1 : 0);
      sum += off * off;
    }
    return sum / chance.length;
  }

  /** Tenths of the rows by their probability, the lowest first. */
  List<TrainedScore.Tenth> tenths() {
    int[] order =
        IntStream.range(0, chance.length)
            .boxed()
            .sorted(Comparator.comparingDouble(row -> chance[row]))
            .mapToInt(row -> row)
            .toArray();
    List<TrainedScore.Tenth> tenths = new ArrayList<>();
    for (int p = 0; p < PARTS; p++) {
      int from = (int) ((long) order.length * p / PARTS);
      int to = (int) ((long) order.length * (p + 1) / PARTS);
      double predicted = 0;
      double actual = 0;
      for (int i = from; i < to; i++) {
        predicted += chance[order[i]];
        actual += won[order[i]] ? 1 : 0;
      }
      int n = to - from;
      tenths.add(new TrainedScore.Tenth(predicted / n, actual / n, n));
    }
    return tenths;
  }
}
