package io.leadwell.kernel.scoring;

import io.leadwell.kernel.scoring.LeftOut.Clue;
import io.leadwell.kernel.scoring.LeftOut.Why;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds columns that know the outcome. Each is looked at by itself, on folds; a strong but honest
 * column (a single AUC of 0.85 to 0.9) must pass.
 */
final class LeakCheck {

  /** No single thing known of a lead beforehand tells its outcome as well as this. */
  static final double TELLS_ALONE = 0.95;

  /** Odds fifteen times the average, or a fifteenth, make a level nearly pure. */
  private static final double PURE = Math.log(15);

  /** Pure levels hold so much of their outcome, on both sides. */
  private static final double PURE_SHARE = 0.4;

  /** Odds forty times the average are certainty; so much of the wins in them is no accident. */
  private static final double CERTAIN = Math.log(40);

  private static final double CERTAIN_SHARE = 0.35;

  /** Where wins are rare, odds far above the average are still no certainty: this share is. */
  private static final double PURE_RATE = 0.8;

  private static final double CERTAIN_RATE = 0.9;

  /** Filled rows of one outcome: so few exceptions of those expected, and so many expected. */
  private static final double EXCEPTIONS = 0.02;

  private static final double EXPECTED = 15;
  private static final double FILLED_SHARE = 0.05;

  /** A model this good is suspected, and this good without the column is ordinary. */
  private static final double SUSPECT = 0.98;

  private static final double ORDINARY = 0.95;
  private static final double SUSPECT_ALONE = 0.8;
  private static final int MOST_ROWS = 20_000;
  private static final int FOLDS = 5;

  private final String label;
  private final boolean[] won;
  private final int[] rows;
  private final int[] part;

  /**
   * @param won the outcome of the rows from 0
   * @param rows those to look at
   */
  LeakCheck(String label, boolean[] won, int[] rows) {
    this.label = label;
    this.won = won;
    this.rows = rows;
    this.part = Folds.deal(of(rows), FOLDS, 0);
  }

  private boolean[] of(int[] some) {
    boolean[] outcome = new boolean[some.length];
    for (int i = 0; i < some.length; i++) {
      outcome[i] = won[some[i]];
    }
    return outcome;
  }

  /** How well the column's best feature tells the outcome by itself, out of fold. */
  double auc(List<Feature> features) {
    double best = 0.5;
    for (Feature feature : features) {
      double sum = 0;
      for (int fold = 0; fold < FOLDS; fold++) {
        Binning binning = Binning.fit(feature, places(Folds.outside(part, fold)), won);
        int[] test = places(Folds.in(part, fold));
        double[] scores = IntStream.of(test).mapToDouble(binning::woe).toArray();
        sum += Auc.of(scores, of(test));
      }
      best = Math.max(best, sum / FOLDS);
    }
    return best;
  }

  private int[] places(int[] inRows) {
    return IntStream.of(inRows).map(i -> rows[i]).toArray();
  }

  /** What gives a column away by itself, or null. */
  @Nullable LeftOut alone(ColumnReading column, double auc) {
    LeftOut filled = filledForOne(column, auc);
    if (filled != null) {
      return filled;
    }
    String name = column.column();
    if (auc >= TELLS_ALONE) {
      return new LeftOut(name, Why.LEAK, Clue.TELLS_ALONE, auc, auc, "");
    }
    for (Feature feature : column.features()) {
      LeftOut pure = pure(Binning.fit(feature, rows, won), auc);
      if (pure != null) {
        return pure;
      }
    }
    AfterwardsNames.Hint hint = AfterwardsNames.of(name, label);
    if (hint != null && auc >= hint.from()) {
      return new LeftOut(name, Why.LEAK, Clue.NAMED_AFTER, auc, auc, hint.word());
    }
    return null;
  }

  private @Nullable LeftOut filledForOne(ColumnReading column, double auc) {
    double filled = 0;
    double filledWins = 0;
    double wins = 0;
    for (int row : rows) {
      filled += column.filled()[row] ? 1 : 0;
      filledWins += column.filled()[row] && won[row] ? 1 : 0;
      wins += won[row] ? 1 : 0;
    }
    double share = wins / rows.length;
    if (filled == rows.length) {
      return null;
    }
    double expectedWins = filled * share;
    boolean allLost =
        expectedWins >= EXPECTED
            && filledWins <= EXCEPTIONS * expectedWins
            && filled >= FILLED_SHARE * (rows.length - wins);
    double expectedLosses = filled * (1 - share);
    boolean allWon =
        expectedLosses >= EXPECTED
            && filled - filledWins <= EXCEPTIONS * expectedLosses
            && filled >= FILLED_SHARE * wins;
    if (!allLost && !allWon) {
      return null;
    }
    double seen = allWon ? filledWins / filled : 1 - filledWins / filled;
    return new LeftOut(
        column.column(), Why.LEAK, Clue.FILLED_FOR_ONE, auc, seen, allWon ? "won" : "lost");
  }

  private @Nullable LeftOut pure(Binning binning, double auc) {
    double wins = 0;
    double all = 0;
    double pureWins = 0;
    double pureLosses = 0;
    double certainWins = 0;
    double inPure = 0;
    for (int bin = 0; bin < binning.bins(); bin++) {
      double woe = binning.woeOfBin(bin);
      wins += binning.wins(bin);
      all += binning.rows(bin);
      double rate = binning.wins(bin) / (double) Math.max(1, binning.rows(bin));
      pureWins += woe >= PURE && rate >= PURE_RATE ? binning.wins(bin) : 0;
      pureLosses += woe <= -PURE ? binning.rows(bin) - binning.wins(bin) : 0;
      certainWins += woe >= CERTAIN && rate >= CERTAIN_RATE ? binning.wins(bin) : 0;
      inPure += Math.abs(woe) >= PURE ? binning.rows(bin) : 0;
    }
    boolean bothWays =
        !binning.feature().numeric()
            && pureWins >= PURE_SHARE * wins
            && pureLosses >= PURE_SHARE * (all - wins);
    if (!bothWays && certainWins < CERTAIN_SHARE * wins) {
      return null;
    }
    return new LeftOut(
        binning.feature().column(), Why.LEAK, Clue.PURE_LEVELS, auc, inPure / all, "");
  }

  /**
   * The column without which an almost perfect model becomes an ordinary one, or null.
   *
   * @param auc of each column by itself
   */
  @Nullable LeftOut gap(List<ColumnReading> columns, double[] auc) {
    int[] suspects =
        IntStream.range(0, columns.size())
            .filter(i -> auc[i] >= SUSPECT_ALONE)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -auc[i]))
            .limit(5)
            .mapToInt(i -> i)
            .toArray();
    if (suspects.length == 0 || modelAuc(columns, -1) < SUSPECT) {
      return null;
    }
    for (int suspect : suspects) {
      double without = modelAuc(columns, suspect);
      if (without <= ORDINARY) {
        return new LeftOut(
            columns.get(suspect).column(), Why.LEAK, Clue.GAP, auc[suspect], without, "");
      }
    }
    return null;
  }

  private double modelAuc(List<ColumnReading> columns, int without) {
    List<Feature> features =
        IntStream.range(0, columns.size())
            .filter(i -> i != without)
            .boxed()
            .flatMap(i -> columns.get(i).features().stream())
            .toList();
    int[][] split = Folds.split(Folds.atMost(rows, MOST_ROWS), won, 4);
    if (features.isEmpty()) {
      return 0.5;
    }
    // Trees, as a column that tells nothing alone may be what another is read by.
    Model trees = Boosting.fit(features, split[0], won, size(features), 1);
    return Auc.of(IntStream.of(split[1]).mapToDouble(trees::logit).toArray(), of(split[1]));
  }

  private static int size(List<Feature> features) {
    Feature first = features.getFirst();
    return first.numeric() ? first.numbers().length : first.levels().length;
  }
}
