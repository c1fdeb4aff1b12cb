package io.leadwell.kernel.scoring;

/**
 * A column that the model does not see.
 *
 * @param auc how well the column alone tells the outcome, out of fold; NaN where not measured
 * @param figure what the clue counts: a share from 0 to 1, or a number of values
 * @param other the column, level or word that the clue points to; may be empty
 */
public record LeftOut(String column, Why why, Clue clue, double auc, double figure, String other) {

  /** Why it is left out. */
  public enum Why {
    LEAK,
    IDENTIFIER,
    CONSTANT,
    DUPLICATE,
    EMPTY,
    ASKED
  }

  /** By what it was found. */
  public enum Clue {
    /** The column alone tells the outcome; figure: its AUC. */
    TELLS_ALONE,
    /** Its levels are nearly pure in both directions; figure: share of the rows in such levels. */
    PURE_LEVELS,
    /** Filled (or empty) almost only at one outcome; figure: share of that outcome there. */
    FILLED_FOR_ONE,
    /** Its name says that it comes after the outcome, and it tells much; other: the word. */
    NAMED_AFTER,
    /** Without it an almost perfect model becomes an ordinary one; figure: AUC without it. */
    GAP,
    /** Nearly every row has its own value; figure: distinct values per filled row. */
    NEARLY_UNIQUE,
    /** The same as another column. */
    SAME_AS,
    /** One value in every row; other: the value. */
    ONE_VALUE,
    /** No value at all. */
    NO_VALUE,
    /** Whoever ran it wanted it so. */
    ASKED
  }

  static LeftOut of(String column, Why why, Clue clue, double figure, String other) {
    return new LeftOut(column, why, clue, Double.NaN, figure, other);
  }
}
