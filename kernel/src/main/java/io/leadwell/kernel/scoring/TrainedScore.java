package io.leadwell.kernel.scoring;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A score learned, with its figures.
 *
 * @param rows with a label, which were learned from
 * @param unlabelled rows without one, which are only scored
 * @param positiveByWord whether a known word told which value is the win; false: the rarer one, or
 *     the one asked for
 * @param auc the mean over the folds; each fold is told by a model that has not seen it
 * @param standardError of the AUC after Hanley and McNeil
 * @param contenders the AUC of all three
 * @param expectedError the mean distance of predicted from actual over the tenths, weighted by rows
 */
public record TrainedScore(
    int rows,
    int unlabelled,
    int positives,
    String positive,
    boolean positiveByWord,
    ModelKind model,
    double auc,
    double standardError,
    List<Double> aucOfFolds,
    List<Contender> contenders,
    @Nullable OutOfTime outOfTime,
    List<LeftOut> leftOut,
    List<UsedColumn> used,
    List<Tenth> calibration,
    double brier,
    double expectedError,
    Card card,
    ScoredLeads leads)
    implements ScoreResult {

  /** A kind of model and its cross-validated AUC. */
  public record Contender(ModelKind model, double auc) {}

  /**
   * Learned from the earlier rows, told of the later ones.
   *
   * @param from the first day of the later ones
   */
  public record OutOfTime(
      double auc, double standardError, LocalDate from, int learned, int told) {}

  /**
   * A column that the model sees.
   *
   * @param informationValue in nats; of a column of several features their sum
   * @param auc alone, out of fold
   */
  public record UsedColumn(String column, ColumnKind kind, double informationValue, double auc) {}

  /** A tenth of the rows: the mean probability, the share that won, how many rows. */
  public record Tenth(double predicted, double actual, int rows) {}

  /**
   * The scorecard. A row's points are those of the base and of its level in every column.
   *
   * @param base in points
   */
  public record Card(int base, List<CardLine> lines) {}

  /**
   * @param level what the cell holds; "" where nothing is told
   * @param rate the share of its rows that won
   */
  public record CardLine(String column, String level, int points, long rows, double rate) {}
}
