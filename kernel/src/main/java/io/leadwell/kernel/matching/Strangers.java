package io.leadwell.kernel.matching;

import java.util.Arrays;
import java.util.List;

/** What pairs of two people look like: u, and what agreement in one field brings with it. */
final class Strangers {

  private static final double PSEUDO_GIVEN = 20;
  private static final double LEAST_CHANCE = 0.02;
  private static final double ENOUGH = 500;

  /** By field and level, the share among pairs of two people. */
  final double[][] u;

  /** By field and step of frequency, the share of two people among pairs with such a value. */
  final double[][] chance;

  /** By field, field that it may bring, and level of the first: the shares of the second. */
  final double[][][][] given;

  private final Records records;
  private final int n;

  Strangers(Records records) {
    this.records = records;
    this.n = records.fieldCount();
    this.u = new double[n][];
    this.chance = new double[n][Model.STEPS];
    this.given = new double[n][n][][];
    for (int f = 0; f < n; f++) {
      u[f] = new double[records.field(f).kind().levels()];
      for (int s = 0; s < Model.STEPS; s++) {
        // Of two that share a rare value one may well be the other; of many hardly any.
        chance[f][s] = 1 - 0.5 / (1 << s);
      }
    }
  }

  /** u, u given an agreement elsewhere, and the chance of sharing a value. */
  void learn(List<Sample> samples, double[][] posteriors) {
    double[][] counts = zeros();
    double[][][][] byParent = new double[n][n][][];
    for (int p = 0; p < n; p++) {
      for (int f = 0; f < n; f++) {
        byParent[p][f] = mayBring(p, f) ? new double[u[p].length][u[f].length] : new double[0][];
      }
    }
    Sample random = samples.get(1);
    for (int i = 0; i < random.size(); i++) {
      double stranger = 1 - posteriors[1][i];
      for (int f = 0; f < n; f++) {
        int level = random.level(i, f);
        if (level >= 0) {
          counts[f][level] += stranger;
          for (int p = 0; p < n; p++) {
            if (byParent[p][f].length > 0 && random.level(i, p) > 0) {
              byParent[p][f][random.level(i, p)][level] += stranger;
            }
          }
        }
      }
    }
    for (int p = 0; p < n; p++) {
      equalIn(p, samples.get(2 + p), posteriors[2 + p], byParent[p]);
    }
    chances(counts);
    for (int p = 0; p < n; p++) {
      int close = records.field(p).kind().close();
      for (int f = 0; f < n; f++) {
        given[p][f] = new double[byParent[p][f].length][];
        for (int l = 0; l < byParent[p][f].length; l++) {
          // What is nearly equal brings with it about what equality brings.
          given[p][f][l] = blended(byParent[p][f][l], l > 0 && l < close ? given[p][f][0] : u[f]);
        }
      }
    }
  }

  /**
   * Whether agreement in one field can be what makes strangers agree in another. Where nothing is
   * known to connect them, a connection that the data show is one of matches not yet found.
   */
  private boolean mayBring(int p, int f) {
    if (p == f || p == records.sound() || f == records.sound()) {
      return false;
    }
    Meaning from = records.field(p).meaning();
    Meaning to = records.field(f).meaning();
    return from.kind() != Kind.UNIQUE && to.kind() != Kind.UNIQUE && from.goesWith(to);
  }

  /**
   * What equality brings with it is measured on the rarest values that give enough pairs of
   * strangers: equality in a rare firm brings its domain and city with it, that in a common short
   * name does not, and it is the rare one whose weight would be counted twice.
   */
  private void equalIn(int p, Sample sample, double[] posterior, double[][][] byParent) {
    double[] two = new double[Model.STEPS];
    double[] all = new double[Model.STEPS];
    double strangers = 0;
    int last = -1;
    for (int i = 0; i < posterior.length; i++) {
      double stranger = 1 - posterior[i];
      int step = Model.step(sample.others(i, p));
      two[step] += stranger;
      all[step] += 1;
      if (step > last && strangers >= ENOUGH) {
        continue;
      }
      // The sample holds rare values before common ones.
      last = step;
      strangers += stranger;
      for (int f = 0; f < n; f++) {
        int level = sample.level(i, f);
        if (level >= 0 && byParent[f].length > 0) {
          byParent[f][0][level] += stranger;
        }
      }
    }
    double before = LEAST_CHANCE;
    for (int s = 0; s < Model.STEPS; s++) {
      double share = (two[s] + 0.5) / (all[s] + 1);
      // The more often a value occurs, the more often its bearers are strangers.
      chance[p][s] = all[s] == 0 ? Math.max(before, chance[p][s]) : Math.max(before, share);
      before = chance[p][s];
    }
  }

  /** u of equality from the frequencies of all values, of the other levels from the counts. */
  void chances(double[][] counts) {
    for (int f = 0; f < n; f++) {
      Field field = records.field(f);
      double filled = Math.max(2, field.filled());
      double equal = 0;
      for (int v = 1; v < field.values().size(); v++) {
        int others = field.count(v) - 1;
        if (others > 0) {
          equal += (others + 1) / filled * (others / filled) * chance[f][Model.step(others)];
        }
      }
      equal = Math.clamp(equal, 0.02 / filled / filled, 0.999);
      double rest = 0.5 * u[f].length;
      for (int level = 1; level < u[f].length; level++) {
        rest += counts[f][level];
      }
      u[f][0] = equal;
      for (int level = 1; level < u[f].length; level++) {
        u[f][level] = (1 - equal) * (counts[f][level] + 0.5) / rest;
      }
      double sum = Arrays.stream(u[f]).sum();
      for (int level = 0; level < u[f].length; level++) {
        u[f][level] /= sum;
      }
    }
  }

  /**
   * Shares of the counts, drawn towards what is known otherwise where there are few. Not having
   * seen something in n pairs does not prove it rarer than one in n, if otherwise it is not.
   */
  static double[] blended(double[] counts, double[] otherwise) {
    double n = Arrays.stream(counts).sum() + PSEUDO_GIVEN;
    double[] shares = new double[counts.length];
    double sum = 0;
    for (int level = 0; level < shares.length; level++) {
      double known = Math.max(otherwise[level], 1e-12);
      double seen = (counts[level] + PSEUDO_GIVEN * known) / n;
      shares[level] = Math.max(seen, Math.min(known, 1 / n));
      sum += shares[level];
    }
    for (int level = 0; level < shares.length; level++) {
      shares[level] /= sum;
    }
    return shares;
  }

  private double[][] zeros() {
    double[][] zeros = new double[n][];
    for (int f = 0; f < n; f++) {
      zeros[f] = new double[u[f].length];
    }
    return zeros;
  }
}
