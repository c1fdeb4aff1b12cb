package io.leadwell.kernel.scoring;

import java.util.ArrayList;
import java.util.List;

/** Weights of evidence, weighed by a ridge logistic regression: every part of it can be read. */
final class Scorecard implements Model {

  /** Features that tell less (in nats of information value) are noise on the card. */
  private static final double LEAST_VALUE = 0.005;

  private static final double[] PENALTIES = {0.3, 3, 30, 300};

  /**
   * An entry: a feature by its place, its bins, its coefficient, its mean over the learned rows.
   */
  record Entry(int place, Binning binning, double coefficient, double mean) {}

  private final double intercept;
  private final List<Entry> entries;

  private Scorecard(double intercept, List<Entry> entries) {
    this.intercept = intercept;
    this.entries = entries;
  }

  /** Learns from some rows; the penalty is the one that does best on a part of them held back. */
  static Scorecard fit(List<Feature> features, int[] rows, boolean[] won) {
    int[][] split = Folds.split(rows, won, 5);
    Design inner = Design.of(features, split[0], won);
    double best = Double.POSITIVE_INFINITY;
    double chosen = PENALTIES[1];
    double[] beta = inner.start();
    for (int i = PENALTIES.length - 1; i >= 0; i--) {
      beta = Logistic.fit(inner.columns, inner.won, PENALTIES[i], beta);
      double loss = inner.loss(beta, split[1], won);
      if (loss < best) {
        best = loss;
        chosen = PENALTIES[i];
      }
    }
    Design all = Design.of(features, rows, won);
    beta = Logistic.fit(all.columns, all.won, chosen, all.start());
    // A negative coefficient turns a bin's evidence round, which no reader would follow.
    for (int round = 0; round < 3 && all.negative(beta); round++) {
      all = all.without(beta);
      beta = Logistic.fit(all.columns, all.won, chosen, all.start());
    }
    return all.card(beta);
  }

  /** The features that tell enough, as columns of weights. */
  private record Design(List<Binning> binnings, int[] places, double[][] columns, boolean[] won) {

    static Design of(List<Feature> features, int[] rows, boolean[] won) {
      List<Binning> binnings = new ArrayList<>();
      List<Integer> places = new ArrayList<>();
      for (int i = 0; i < features.size(); i++) {
        Binning binning = Binning.fit(features.get(i), rows, won);
        if (binning.informationValue() >= LEAST_VALUE) {
          binnings.add(binning);
          places.add(i);
        }
      }
      double[][] columns = new double[binnings.size()][rows.length];
      boolean[] outcome = new boolean[rows.length];
      for (int i = 0; i < rows.length; i++) {
        outcome[i] = won[rows[i]];
        for (int j = 0; j < columns.length; j++) {
          columns[j][i] = binnings.get(j).woe(rows[i]);
        }
      }
      return new Design(binnings, places.stream().mapToInt(p -> p).toArray(), columns, outcome);
    }

    double[] start() {
      double wins = 0;
      for (boolean is : won) {
        wins += is ? 1 : 0;
      }
      double share = Math.clamp(wins / won.length, 1e-6, 1 - 1e-6);
      double[] start = new double[columns.length + 1];
      start[0] = Math.log(share / (1 - share));
      return start;
    }

    double loss(double[] beta, int[] rows, boolean[] truth) {
      double loss = 0;
      for (int row : rows) {
        double logit = beta[0];
        for (int j = 0; j < columns.length; j++) {
          logit += beta[j + 1] * binnings.get(j).woe(row);
        }
        double p = Math.clamp(Logistic.chance(logit), 1e-9, 1 - 1e-9);
        loss -= Math.log(truth[row] ? p : 1 - p);
      }
      return loss;
    }

    boolean negative(double[] beta) {
      for (int j = 1; j < beta.length; j++) {
        if (beta[j] < 0) {
          return true;
        }
      }
      return false;
    }

    Design without(double[] beta) {
      List<Binning> kept = new ArrayList<>();
      List<Integer> places2 = new ArrayList<>();
      List<double[]> columns2 = new ArrayList<>();
      for (int j = 0; j < columns.length; j++) {
        if (beta[j + 1] >= 0) {
          kept.add(binnings.get(j));
          places2.add(places[j]);
          columns2.add(columns[j]);
        }
      }
      return new Design(
          kept,
          places2.stream().mapToInt(p -> p).toArray(),
          columns2.toArray(new double[0][]),
          won);
    }

    Scorecard card(double[] beta) {
      List<Entry> entries = new ArrayList<>();
      for (int j = 0; j < columns.length; j++) {
        double sum = 0;
        for (double woe : columns[j]) {
          sum += woe;
        }
        double mean = won.length == 0 ? 0 : sum / won.length;
        entries.add(new Entry(places[j], binnings.get(j), beta[j + 1], mean));
      }
      return new Scorecard(beta[0], entries);
    }
  }

  @Override
  public double logit(int row) {
    double logit = intercept;
    for (Entry entry : entries) {
      logit += entry.coefficient * entry.binning.woe(row);
    }
    return logit;
  }

  @Override
  public void explain(int row, double[] moved, double weight) {
    for (Entry entry : entries) {
      moved[entry.place] += weight * entry.coefficient * (entry.binning.woe(row) - entry.mean);
    }
  }

  double intercept() {
    return intercept;
  }

  List<Entry> entries() {
    return entries;
  }
}
