package io.leadwell.kernel.scoring;

import java.util.List;

/** How the numbers of a column lie. */
record NumberSpan(double least, double most, boolean whole, int distinct, long filled) {

  /** So many whole numbers that never repeat are nobody's measure. */
  private static final int TOO_MANY_TO_DIFFER = 1_000;

  /** Reads each distinct cell; answers how many rows said a number. */
  static long read(List<String> texts, int[] counts, boolean[] missing, double[] numbers) {
    long rows = 0;
    for (int code = 0; code < numbers.length; code++) {
      numbers[code] = missing[code] ? Double.NaN : Cells.number(texts.get(code));
      rows += Double.isNaN(numbers[code]) ? 0 : counts[code];
    }
    return rows;
  }

  static NumberSpan of(double[] numbers, int distinct, long filled) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    boolean whole = true;
    for (double number : numbers) {
      if (!Double.isNaN(number)) {
        least = Math.min(least, number);
        most = Math.max(most, number);
        whole &= number == Math.rint(number);
      }
    }
    return new NumberSpan(least, most, whole, distinct, filled);
  }

  boolean identifies(boolean named, double unique) {
    if (!whole) {
      return false;
    }
    if (named) {
      return unique >= 0.9;
    }
    boolean inSequence = unique == 1 && most - least < 1.2 * filled;
    return inSequence || (unique >= 0.999 && filled >= TOO_MANY_TO_DIFFER);
  }
}
