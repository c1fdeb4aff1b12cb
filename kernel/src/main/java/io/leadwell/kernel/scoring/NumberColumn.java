package io.leadwell.kernel.scoring;

import java.util.List;

/** A column of numbers; whole numbers that name something are levels. */
final class NumberColumn {

  private static final int FEW = 60;

  private NumberColumn() {}

  static ColumnReading of(
      TextColumn column, double[] numbers, boolean[] filled, NumberSpan span, boolean namedId) {
    if (namedId && span.whole() && span.distinct() <= FEW && span.distinct() > 2) {
      boolean[] missing = new boolean[numbers.length];
      for (int i = 0; i < missing.length; i++) {
        missing[i] = Double.isNaN(numbers[i]);
      }
      return CategoryColumn.of(column, column.counts(), missing, filled, 0);
    }
    double[] values = new double[column.size()];
    for (int row = 0; row < values.length; row++) {
      values[row] = numbers[column.code(row)];
    }
    return new ColumnReading(
        column.name(),
        ColumnKind.NUMBER,
        List.of(Feature.number(column.name(), "", values)),
        filled,
        null);
  }
}
