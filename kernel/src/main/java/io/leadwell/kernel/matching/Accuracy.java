package io.leadwell.kernel.matching;

import java.util.HashMap;
import java.util.Map;

/**
 * How right groups are against the truth, over all pairs that are true: also those that were never
 * proposed.
 *
 * @param precision share of the pairs within groups that are true
 * @param recall share of the true pairs that are within groups
 * @param b3Precision B-cubed (Bagga and Baldwin 1998): the mean over records of the share of its
 *     group that is rightly there
 */
public record Accuracy(
    long truePairs,
    long foundPairs,
    long rightPairs,
    double precision,
    double recall,
    double b3Precision,
    double b3Recall) {

  public static Accuracy of(int[] groups, int[] truth) {
    Map<Integer, Integer> sizes = counts(groups);
    Map<Integer, Integer> trueSizes = counts(truth);
    Map<Long, Integer> both = new HashMap<>();
    for (int i = 0; i < groups.length; i++) {
      both.merge((long) groups[i] << 32 | truth[i], 1, Integer::sum);
    }
    long right = both.values().stream().mapToLong(Accuracy::pairs).sum();
    long found = sizes.values().stream().mapToLong(Accuracy::pairs).sum();
    long expected = trueSizes.values().stream().mapToLong(Accuracy::pairs).sum();
    double precision = 0;
    double recall = 0;
    for (Map.Entry<Long, Integer> entry : both.entrySet()) {
      double n = entry.getValue();
      precision += n * n / sizes.getOrDefault((int) (entry.getKey() >>> 32), 1);
      recall += n * n / trueSizes.getOrDefault((int) (long) entry.getKey(), 1);
    }
    int n = Math.max(1, groups.length);
    return new Accuracy(
        expected,
        found,
        right,
        found == 0 ? 1 : (double) right / found,
        expected == 0 ? 1 : (double) right / expected,
        precision / n,
        recall / n);
  }

  public double f1() {
    return harmonic(precision, recall);
  }

  public double b3() {
    return harmonic(b3Precision, b3Recall);
  }

  private static double harmonic(double a, double b) {
    return a + b == 0 ? 0 : 2 * a * b / (a + b);
  }

  private static Map<Integer, Integer> counts(int[] labels) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int label : labels) {
      counts.merge(label, 1, Integer::sum);
    }
    return counts;
  }

  private static long pairs(int n) {
    return n * (n - 1L) / 2;
  }
}
