package io.leadwell.measure.insights;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import io.leadwell.base.platform.Problem;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.jooq.Field;

/** Months of Asia/Shanghai: in the database the number of one, counted from 1900, else its word. */
final class Months {

  private static final YearMonth BEFORE_THE_FIRST = YearMonth.of(1899, 12);

  private Months() {}

  /** The number of the month a moment lies in. */
  static Field<Integer> of(Field<Instant> at) {
    // the list of months is made once for a statement, not once for a row
    Field<Object> months = field(select(function(name("insights", "months"), Object.class)));
    return function(name("width_bucket"), Integer.class, at, months);
  }

  /** Such as {@code 2026-03}. */
  static String word(int number) {
    return BEFORE_THE_FIRST.plusMonths(number).toString();
  }

  /** The days of the month with this word. */
  static Period days(String word) {
    try {
      YearMonth month = YearMonth.parse(word);
      return new Period(month.atDay(1), month.atEndOfMonth());
    } catch (DateTimeParseException e) {
      throw new Problem(InsightsProblem.ROW_UNKNOWN, word);
    }
  }
}
