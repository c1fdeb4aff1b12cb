package io.leadwell.kernel.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Gradient boosted trees on the logistic loss (Friedman, Annals of Statistics 29, 2001; with second
 * derivatives as Chen and Guestrin 2016), each on a part of the rows and of the features. How many
 * trees is decided on a part of the rows held back; then all rows are learned from.
 */
final class Boosting implements Model {

  private static final double RATE = 0.06;
  private static final int MOST_TREES = 400;

  /** Shallow trees for what adds up, deep ones for what depends on each other. */
  private static final int[] DEPTHS = {3, 6};

  private static final int PATIENCE = 25;
  private static final double ROWS_A_TREE = 0.8;
  private static final double FEATURES_A_TREE = 0.7;

  private final TreeBins bins;
  private final double start;
  private final List<Tree> trees;
  private final double loss;

  private Boosting(TreeBins bins, double start, List<Tree> trees, double loss) {
    this.bins = bins;
    this.start = start;
    this.trees = trees;
    this.loss = loss;
  }

  static Boosting fit(List<Feature> features, int[] rows, boolean[] won, int size, long seed) {
    int[][] split = Folds.split(rows, won, 6);
    TreeBins inner = TreeBins.fit(features, split[0], won, size);
    Boosting best = null;
    int depth = 0;
    for (int tried : DEPTHS) {
      Boosting found = fit(inner, split[0], split[1], won, MOST_TREES, tried, seed);
      if (best == null || found.loss < best.loss) {
        best = found;
        depth = tried;
      }
    }
    int most = best == null ? 0 : best.trees.size();
    TreeBins all = TreeBins.fit(features, rows, won, size);
    return fit(all, rows, new int[0], won, most, depth, seed);
  }

  private static Boosting fit(
      TreeBins bins, int[] rows, int[] held, boolean[] won, int most, int depth, long seed) {
    double wins = 0;
    for (int row : rows) {
      wins += won[row] ? 1 : 0;
    }
    double share = Math.clamp(wins / rows.length, 1e-6, 1 - 1e-6);
    double start = Math.log(share / (1 - share));
    int size = won.length;
    double[] logit = new double[size];
    Arrays.fill(logit, start);
    double[] gradient = new double[size];
    double[] hessian = new double[size];
    List<Tree> trees = new ArrayList<>();
    double least = Double.POSITIVE_INFINITY;
    int best = 0;
    for (int round = 0; round < most; round++) {
      for (int row : rows) {
        double p = Logistic.chance(logit[row]);
        gradient[row] = p - (won[row] ? 1 : 0);
        hessian[row] = Math.max(p * (1 - p), 1e-9);
      }
      long turn = Folds.mix(seed + round);
      int[] some = some(rows, turn);
      boolean[] open = open(bins.features(), turn);
      Tree tree = new Growing(bins, gradient, hessian, RATE, some, open).grow(depth);
      trees.add(tree);
      for (int row : rows) {
        logit[row] += tree.value(bins, row);
      }
      if (held.length > 0) {
        double loss = 0;
        for (int row : held) {
          logit[row] += tree.value(bins, row);
          double signed = won[row] ? logit[row] : -logit[row];
          loss += Math.log1p(Math.exp(-Math.abs(signed))) + Math.max(0, -signed);
        }
        if (loss < least) {
          least = loss;
          best = trees.size();
        } else if (trees.size() - best >= PATIENCE) {
          break;
        }
      }
    }
    return new Boosting(bins, start, held.length > 0 ? trees.subList(0, best) : trees, least);
  }

  private static int[] some(int[] rows, long turn) {
    int[] some = new int[rows.length];
    int count = 0;
    for (int i = 0; i < rows.length; i++) {
      if (chance(turn, i) < ROWS_A_TREE) {
        some[count++] = rows[i];
      }
    }
    return Arrays.copyOf(some, count);
  }

  private static boolean[] open(int features, long turn) {
    boolean[] open = new boolean[features];
    boolean any = false;
    for (int f = 0; f < features; f++) {
      open[f] = features <= 3 || chance(turn, -1L - f) < FEATURES_A_TREE;
      any |= open[f];
    }
    if (!any) {
      Arrays.fill(open, true);
    }
    return open;
  }

  private static double chance(long turn, long place) {
    return (Folds.mix(turn ^ place * 0x2545F4914F6CDD1DL) >>> 10) * 0x1p-53;
  }

  @Override
  public double logit(int row) {
    double logit = start;
    for (Tree tree : trees) {
      logit += tree.value(bins, row);
    }
    return logit;
  }

  @Override
  public void explain(int row, double[] moved, double weight) {
    for (Tree tree : trees) {
      tree.explain(bins, row, moved, weight);
    }
  }
}
