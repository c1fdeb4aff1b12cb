package io.leadwell.kernel.matching;

import java.util.Arrays;

/** How probable it is of each pair of a sample that it is a match, as far as weights are known. */
final class Posteriors {

  /** At first only what is well above even odds is taken for a match. */
  private static final double MARGIN = 4;

  private static final double DAMPED = 0.25;
  private static final int PART = 16_384;

  private final Records records;
  private final int threads;
  private final int n;

  Posteriors(Records records, int threads) {
    this.records = records;
    this.threads = threads;
    this.n = records.fieldCount();
  }

  double[] of(Sample sample, Weights weights, boolean cautious) {
    double[] posterior = new double[sample.size()];
    Work.share(
        (posterior.length + PART - 1) / PART,
        threads,
        () -> {
          double[] best = new double[Meaning.Theme.values().length];
          return task -> {
            int end = Math.min(posterior.length, (task + 1) * PART);
            for (int i = task * PART; i < end; i++) {
              double weight =
                  cautious ? cautious(sample, i, weights, best) - MARGIN : sum(sample, i, weights);
              posterior[i] = Model.probability(weight);
            }
          };
        });
    return posterior;
  }

  private double sum(Sample sample, int i, Weights weights) {
    double sum = weights.prior();
    for (int f = 0; f < n; f++) {
      sum += weight(sample, i, f, weights);
    }
    return sum;
  }

  /**
   * As long as dependence is unknown, of what belongs together only the best counts in full: of
   * where somebody works or lives nothing else, since a firm alone has a domain, a city and a
   * street.
   */
  private double cautious(Sample sample, int i, Weights weights, double[] best) {
    Arrays.fill(best, 0);
    double sum = weights.prior();
    for (int f = 0; f < n; f++) {
      double weight = weight(sample, i, f, weights);
      Meaning meaning = records.field(f).meaning();
      Meaning.Theme theme = meaning.isPlace() ? Meaning.Theme.PLACE : meaning.theme();
      if (weight <= 0 || theme == Meaning.Theme.NONE) {
        sum += weight;
        continue;
      }
      double more = Math.max(0, weight - best[theme.ordinal()]);
      sum += more + (theme == Meaning.Theme.PLACE ? 0 : DAMPED * (weight - more));
      best[theme.ordinal()] += more;
    }
    return sum;
  }

  private double weight(Sample sample, int i, int f, Weights weights) {
    int level = sample.level(i, f);
    if (level < 0) {
      return 0;
    }
    int p = weights.parent(f);
    int state = p < 0 ? 0 : sample.level(i, p) + 1;
    if (level > 0) {
      return weights.of(f, state, level);
    }
    return weights.ofEqual(f, state, sample.others(i, f));
  }
}
