package io.leadwell.kernel.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Scorecard, trees and their blend, each told of every row by models that have not seen it.
 *
 * @param part the fold of each row at the first turn
 * @param logits out of fold, the mean over the turns
 * @param folds the AUC of each fold
 */
record Contest(int[] part, Map<ModelKind, double[]> logits, Map<ModelKind, double[]> folds) {

  static final int FOLDS = 5;

  /** In small files the folds are dealt again, as one deal is luck. */
  private static final int SMALL = 2_000;

  private static final int TURNS = 3;

  /** One model learns from at most so many rows; more hardly change it. */
  static final int MOST_ROWS = 100_000;

  /** By so much AUC must another beat the scorecard, whose points are its reasons. */
  private static final double CLEAR = 0.002;

  private record Fold(int[] rows, double[] card, double[] trees) {}

  static Contest hold(List<Feature> features, boolean[] won, int size, long seed) {
    int turns = won.length < SMALL ? TURNS : 1;
    int[][] parts = new int[turns][];
    for (int turn = 0; turn < turns; turn++) {
      parts[turn] = Folds.deal(won, FOLDS, turn);
    }
    List<Fold> told =
        IntStream.range(0, turns * FOLDS)
            .parallel()
            .mapToObj(i -> fold(features, won, parts[i / FOLDS], i % FOLDS, size, seed + i))
            .toList();
    Map<ModelKind, double[]> logits = new EnumMap<>(ModelKind.class);
    Map<ModelKind, double[]> folds = new EnumMap<>(ModelKind.class);
    for (ModelKind kind : ModelKind.values()) {
      double[] sums = new double[won.length];
      double[] auc = new double[told.size()];
      for (int i = 0; i < told.size(); i++) {
        Fold fold = told.get(i);
        double[] scores = new double[fold.rows.length];
        boolean[] truth = new boolean[fold.rows.length];
        for (int j = 0; j < scores.length; j++) {
          scores[j] = logit(kind, fold.card[j], fold.trees[j]);
          truth[j] = won[fold.rows[j]];
          sums[fold.rows[j]] += scores[j] / turns;
        }
        auc[i] = Auc.of(scores, truth);
      }
      logits.put(kind, sums);
      folds.put(kind, auc);
    }
    return new Contest(parts[0], logits, folds);
  }

  private static Fold fold(
      List<Feature> features, boolean[] won, int[] part, int fold, int size, long seed) {
    int[] learn = Folds.atMost(Folds.outside(part, fold), MOST_ROWS);
    int[] test = Folds.in(part, fold);
    Model card = Scorecard.fit(features, learn, won);
    double[] cards = IntStream.of(test).mapToDouble(card::logit).toArray();
    Model trees = Boosting.fit(features, learn, won, size, seed);
    return new Fold(test, cards, IntStream.of(test).mapToDouble(trees::logit).toArray());
  }

  static double logit(ModelKind kind, double card, double trees) {
    return switch (kind) {
      case SCORECARD -> card;
      case TREES -> trees;
      case BLEND -> (card + trees) / 2;
    };
  }

  double auc(ModelKind kind) {
    return Arrays.stream(folds.getOrDefault(kind, new double[0])).average().orElse(Double.NaN);
  }

  List<Double> aucOfFolds(ModelKind kind) {
    return Arrays.stream(folds.getOrDefault(kind, new double[0])).boxed().toList();
  }

  double[] logitsOf(ModelKind kind) {
    return logits.getOrDefault(kind, new double[0]);
  }

  /** The scorecard, unless another is better by a clear margin and in most of the folds. */
  ModelKind winner() {
    List<ModelKind> clear = new ArrayList<>();
    for (ModelKind kind : List.of(ModelKind.TREES, ModelKind.BLEND)) {
      if (auc(kind) - auc(ModelKind.SCORECARD) >= CLEAR && better(kind) >= 0.7) {
        clear.add(kind);
      }
    }
    ModelKind best = ModelKind.SCORECARD;
    for (ModelKind kind : clear) {
      best = best == ModelKind.SCORECARD || auc(kind) > auc(best) ? kind : best;
    }
    return best;
  }

  private double better(ModelKind kind) {
    List<Double> own = aucOfFolds(kind);
    List<Double> card = aucOfFolds(ModelKind.SCORECARD);
    double better = 0;
    for (int i = 0; i < own.size(); i++) {
      better += own.get(i) > card.get(i) ? 1 : 0;
    }
    return better / own.size();
  }
}
