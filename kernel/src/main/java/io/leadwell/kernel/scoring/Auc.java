package io.leadwell.kernel.scoring;

import java.util.Arrays;

/**
 * The area under the ROC curve: the chance that a winner scores above a loser, ties counting half
 * (Mann–Whitney).
 */
public final class Auc {

  private Auc() {}

  /** Exact; NaN where one of the outcomes does not occur. */
  public static double of(double[] scores, boolean[] won) {
    double[] sorted = scores.clone();
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] += 0.0; // −0 is 0
    }
    Arrays.sort(sorted);
    int distinct = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[distinct - 1]) {
        sorted[distinct++] = sorted[i];
      }
    }
    long[] winners = new long[distinct];
    long[] losers = new long[distinct];
    for (int i = 0; i < scores.length; i++) {
      int place = Arrays.binarySearch(sorted, 0, distinct, scores[i] + 0.0);
      (won[i] ? winners : losers)[place]++;
    }
    long below = 0;
    long all = 0;
    double pairs = 0;
    for (int i = 0; i < distinct; i++) {
      pairs += winners[i] * (below + losers[i] / 2.0);
      below += losers[i];
      all += winners[i];
    }
    return below == 0 || all == 0 ? Double.NaN : pairs / ((double) below * all);
  }

  /** Its standard error after Hanley and McNeil, Radiology 143 (1982), formula 1. */
  public static double standardError(double auc, long winners, long losers) {
    double both = auc / (2 - auc);
    double twice = 2 * auc * auc / (1 + auc);
    double variance =
        auc * (1 - auc) + (winners - 1) * (both - auc * auc) + (losers - 1) * (twice - auc * auc);
    return Math.sqrt(Math.max(0, variance) / ((double) winners * losers));
  }
}
