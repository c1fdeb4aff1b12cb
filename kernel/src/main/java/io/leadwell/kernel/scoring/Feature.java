package io.leadwell.kernel.scoring;

import java.util.List;

/**
 * Something told of every row: a number (NaN where missing) or one of some levels (0 where
 * missing). A column gives one or several; {@code part} says which, and is empty for the column
 * itself.
 */
record Feature(String column, String part, double[] numbers, int[] levels, List<String> names) {

  static final String DAY = "day";

  static Feature number(String column, String part, double[] numbers) {
    return new Feature(column, part, numbers, new int[0], List.of());
  }

  /**
   * @param names of the levels; the first is that nothing is told
   */
  static Feature levels(String column, String part, int[] levels, List<String> names) {
    return new Feature(column, part, new double[0], levels, names);
  }

  boolean numeric() {
    return names.isEmpty();
  }

  boolean missing(int row) {
    return numeric() ? Double.isNaN(numbers[row]) : levels[row] == 0;
  }

  /** Whether the number counts days since 1970. */
  boolean days() {
    return numeric() && part.equals(DAY);
  }

  String title() {
    return part.isEmpty() ? column : column + " · " + part;
  }
}
