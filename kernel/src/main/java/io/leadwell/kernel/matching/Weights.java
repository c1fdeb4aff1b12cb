package io.leadwell.kernel.matching;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A model's weights in bits, ready for lookup: {@code log2(m / u)} by field, by the level of the
 * parent (state 0 where there is none), and by level; of equal values by how often the value
 * occurs.
 */
final class Weights {

  /** A verified id that is equal outweighs everything but another that is not. */
  static final float CERTAIN = 100;

  static final float FORBIDDEN = -1_000;

  private static final int COUNTED = 1 << 8;

  private final float prior;
  private final float[][][] byLevel;
  private final float[][][] equal;
  private final float[][] best;
  private final int[] parent;
  private final int[] telling;

  Weights(Model model, Records records) {
    this(model, records, model.lambda());
  }

  /**
   * @param records in which values are counted
   * @param lambda the share of matches among the pairs that are compared
   */
  Weights(Model model, Records records, double lambda) {
    List<Model.OfField> fields = model.fields();
    int n = fields.size();
    prior = (float) Model.bits(lambda / (1 - lambda));
    byLevel = new float[n][][];
    equal = new float[n][][];
    best = new float[n][];
    parent = new int[n];
    for (int f = 0; f < n; f++) {
      Model.OfField field = fields.get(f);
      parent[f] = field.parent();
      Kind kind = field.meaning().kind();
      int states = kind == Kind.UNIQUE || parent[f] < 0 ? 1 : field.uGiven().length + 1;
      byLevel[f] = new float[states][];
      equal[f] = new float[states][COUNTED + Model.STEPS];
      for (int state = 0; state < states; state++) {
        if (kind == Kind.UNIQUE) {
          byLevel[f][state] = new float[] {CERTAIN, FORBIDDEN};
          Arrays.fill(equal[f][state], CERTAIN);
          continue;
        }
        double[] m = state == 0 ? field.m() : field.mGiven()[state - 1];
        double[] u = state == 0 ? field.u() : field.uGiven()[state - 1];
        byLevel[f][state] = falling(m, u);
        ofValues(field, f, state, m[0], u[0], Math.max(2, records.field(f).filled()));
      }
      best[f] = bestFrom(f);
    }
    telling = mostTellingFirst();
  }

  /** The log odds, in bits, of a pair about which nothing is known. */
  float prior() {
    return prior;
  }

  int parent(int f) {
    return parent[f];
  }

  /** Fields so that first stands what refutes most pairs: where disagreement costs most. */
  int[] telling() {
    return telling;
  }

  float of(int f, int state, int level) {
    return byLevel[f][state][level];
  }

  /** Of an equal value that {@code others} other records have too. */
  float ofEqual(int f, int state, int others) {
    return equal[f][state][slot(others)];
  }

  /** The most that such an equality can weigh, whatever the parent. */
  float ofEqualAtMost(int f, int others) {
    float[][] states = equal[f];
    int slot = slot(others);
    float most = states[0][slot];
    for (int state = 1; state < states.length; state++) {
      most = Math.max(most, states[state][slot]);
    }
    return most;
  }

  private static int slot(int others) {
    return others < COUNTED ? Math.max(0, others) : COUNTED + Model.step(others);
  }

  /** The most that a level or any weaker one can weigh. */
  float atMost(int f, int level) {
    return best[f][level];
  }

  private void ofValues(Model.OfField field, int f, int state, double m, double u, int population) {
    double together = Math.clamp((u - field.u()[0]) / (1 - field.u()[0]), 0, 0.999);
    for (int i = 0; i < equal[f][state].length; i++) {
      int others = i < COUNTED ? Math.max(1, i) : 1 << (i - COUNTED);
      double chance =
          field.chance()[Model.step(others)] * Math.min(1, (double) others / population);
      double given = together + (1 - together) * chance;
      // An agreement is never weaker evidence than the next level below it.
      equal[f][state][i] = Math.max((float) Model.bits(m / given), byLevel[f][state][1]);
    }
  }

  private float[] bestFrom(int f) {
    float[] most = byLevel[f][0].clone();
    for (float[] ofState : byLevel[f]) {
      for (int level = 0; level < most.length; level++) {
        most[level] = Math.max(most[level], ofState[level]);
      }
    }
    return most;
  }

  private int[] mostTellingFirst() {
    return IntStream.range(0, best.length)
        .boxed()
        .sorted(Comparator.comparingDouble(f -> best[f][best[f].length - 1] - best[f][1]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /**
   * Weights that do not rise towards weaker levels: what would rise is pooled with its neighbour.
   */
  static float[] falling(double[] m, double[] u) {
    int n = m.length;
    double[] sumM = new double[n];
    double[] sumU = new double[n];
    int[] width = new int[n];
    int pools = 0;
    for (int i = 0; i < n; i++) {
      sumM[pools] = m[i];
      sumU[pools] = u[i];
      width[pools++] = 1;
      while (pools > 1 && sumM[pools - 1] * sumU[pools - 2] > sumM[pools - 2] * sumU[pools - 1]) {
        pools--;
        sumM[pools - 1] += sumM[pools];
        sumU[pools - 1] += sumU[pools];
        width[pools - 1] += width[pools];
      }
    }
    float[] weights = new float[n];
    for (int p = 0, i = 0; p < pools; p++) {
      for (int k = 0; k < width[p]; k++) {
        weights[i++] = (float) Model.bits(sumM[p] / sumU[p]);
      }
    }
    return weights;
  }
}
