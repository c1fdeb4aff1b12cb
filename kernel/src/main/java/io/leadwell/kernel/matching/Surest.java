package io.leadwell.kernel.matching;

import java.util.Arrays;

/**
 * Of each two groups how much the pair weighs that makes their join sure. Where a pair shares a way
 * to reach somebody, such pairs alone count. Where none does, and some pair has two different ones,
 * nothing makes it sure: two namesakes in one firm agree in all the rest.
 */
final class Surest {

  /** How the ways to reach two records stand to each other. */
  enum Ways {
    SHARED,
    DIFFER,
    NONE
  }

  private static final float UNSURE = -20;

  private final float[][] shared;
  private final float[][] silent;
  private final boolean[][] differ;

  Surest(int n) {
    shared = new float[n][n];
    silent = new float[n][n];
    differ = new boolean[n][n];
    for (int i = 0; i < n; i++) {
      Arrays.fill(shared[i], Float.NEGATIVE_INFINITY);
      Arrays.fill(silent[i], Float.NEGATIVE_INFINITY);
    }
  }

  void set(int i, int j, Ways ways, float weight) {
    switch (ways) {
      case SHARED -> shared[i][j] = weight;
      case NONE -> silent[i][j] = weight;
      case DIFFER -> differ[i][j] = true;
    }
    shared[j][i] = shared[i][j];
    silent[j][i] = silent[i][j];
    differ[j][i] = differ[i][j];
  }

  float of(int i, int j) {
    if (shared[i][j] != Float.NEGATIVE_INFINITY) {
      return shared[i][j];
    }
    return differ[i][j] ? UNSURE : Math.max(UNSURE, silent[i][j]);
  }

  /** The second group has become part of the first. */
  void join(int kept, int gone) {
    for (int k = 0; k < shared.length; k++) {
      shared[kept][k] = Math.max(shared[kept][k], shared[gone][k]);
      silent[kept][k] = Math.max(silent[kept][k], silent[gone][k]);
      differ[kept][k] |= differ[gone][k];
      shared[k][kept] = shared[kept][k];
      silent[k][kept] = silent[kept][k];
      differ[k][kept] = differ[kept][k];
    }
  }
}
