package io.leadwell.kernel.scoring;

import java.util.List;

/** What came of a training. */
public sealed interface ScoreResult
    permits TrainedScore, ScoreResult.NotEnough, ScoreResult.Unlearnable {

  /**
   * Too few rows to learn from. Below these figures the AUC of even a good model is uncertain by
   * ±0.07 and more (Hanley and McNeil), so that no figure would be honest.
   *
   * @param rows with a label
   * @param leastRows so many are needed
   * @param leastOfEach so many of either outcome are needed
   */
  record NotEnough(
      String positive, int rows, int positives, int negatives, int leastRows, int leastOfEach)
      implements ScoreResult {}

  /**
   * The label, or another column asked for, cannot be used.
   *
   * @param values those of the label where it is the label; the most frequent first
   */
  record Unlearnable(Reason reason, String column, List<String> values) implements ScoreResult {}

  /** Why nothing can be learned. */
  enum Reason {
    LABEL_ONE_VALUE,
    LABEL_MANY_VALUES,
    LABEL_WITHOUT_POSITIVE,
    TIME_UNREADABLE,
    NO_COLUMNS
  }
}
