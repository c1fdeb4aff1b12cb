package io.leadwell.kernel.rules;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How a field is asked. The negative ones hold for what is not known; {@link #NOT_CONTAINS} is the
 * exact opposite of {@link #CONTAINS}, and {@link #IS_NOT} of {@link #IS}.
 */
public enum Operator {
  /** One of the values. */
  IS(1, Operator.MANY),
  IS_NOT(1, Operator.MANY),
  /** Has one of the values somewhere in it. */
  CONTAINS(1, Operator.MANY),
  NOT_CONTAINS(1, Operator.MANY),
  STARTS_WITH(1, Operator.MANY),
  KNOWN(0, 0),
  UNKNOWN(0, 0),
  AT_LEAST(1, 1),
  AT_MOST(1, 1),
  /** From the first to the second: of numbers both included, of days both whole. */
  BETWEEN(2, 2),
  /** Before the beginning of a day. */
  BEFORE(1, 1),
  /** On that day or later. */
  AFTER(1, 1),
  /** In the last so many days of 24 hours, now included. */
  WITHIN_LAST(1, 1),
  /** So many days of 24 hours ago, or longer. */
  LONGER_AGO(1, 1),
  /** In the next so many days of 24 hours. */
  WITHIN_NEXT(1, 1);

  /** As many values as one may choose from a list. */
  static final int MANY = 500;

  final int fewest;
  final int most;

  Operator(int fewest, int most) {
    this.fewest = fewest;
    this.most = most;
  }

  /** As it is written: {@code within_last}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Operator> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }
}
