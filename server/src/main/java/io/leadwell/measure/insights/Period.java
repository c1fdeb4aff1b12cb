package io.leadwell.measure.insights;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Days of Asia/Shanghai, both ends included; an end that is null is open. */
public record Period(@Nullable LocalDate from, @Nullable LocalDate to) {

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  public static Period ever() {
    return new Period(null, null);
  }

  boolean isEver() {
    return from == null && to == null;
  }

  /** The first moment inside. */
  @Nullable Instant since() {
    return from == null ? null : from.atStartOfDay(ZONE).toInstant();
  }

  /** The first moment after. */
  @Nullable Instant until() {
    return to == null ? null : to.plusDays(1).atStartOfDay(ZONE).toInstant();
  }

  /**
   * The period of the same length just before: whole months stand against whole months. Null when
   * an end is open.
   */
  @Nullable Period before() {
    if (from == null || to == null) {
      return null;
    }
    boolean wholeMonths =
        from.getDayOfMonth() == 1 && to.equals(to.withDayOfMonth(to.lengthOfMonth()));
    if (wholeMonths) {
      long months = ChronoUnit.MONTHS.between(from, to.plusDays(1));
      return new Period(from.minusMonths(months), from.minusDays(1));
    }
    long days = ChronoUnit.DAYS.between(from, to) + 1;
    return new Period(from.minusDays(days), from.minusDays(1));
  }

  /**
   * The same days a year earlier; a month's last day stays a last day. Null when an end is open.
   */
  @Nullable Period yearEarlier() {
    if (from == null || to == null) {
      return null;
    }
    LocalDate end = to.minusYears(1);
    boolean lastDay = to.getDayOfMonth() == to.lengthOfMonth();
    return new Period(from.minusYears(1), lastDay ? end.withDayOfMonth(end.lengthOfMonth()) : end);
  }
}
