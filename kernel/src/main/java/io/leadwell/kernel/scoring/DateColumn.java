package io.leadwell.kernel.scoring;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A column of days: when it was, counted in days, and where in the week and the year. */
final class DateColumn {

  private static final Pattern NAMED =
      Pattern.compile("(?i).*(date|day|dt|time|日期|时间|日)$|^(date|day|日期|时间).*");
  private static final double SECONDS_A_DAY = 86_400;

  private DateColumn() {}

  static boolean namedDate(String name) {
    return NAMED.matcher(name).matches();
  }

  static @Nullable LocalDateTime[] read(String name, List<String> texts, boolean[] missing) {
    boolean dayFirst = Days.dayFirst(texts);
    boolean together = namedDate(name);
    @Nullable LocalDateTime[] moments = new LocalDateTime[texts.size()];
    for (int code = 0; code < moments.length; code++) {
      moments[code] = missing[code] ? null : Days.read(texts.get(code), dayFirst, together);
    }
    return moments;
  }

  /** How many rows say a day. */
  static long share(@Nullable LocalDateTime[] moments, int[] counts) {
    long rows = 0;
    for (int code = 0; code < counts.length; code++) {
      rows += moments[code] == null ? 0 : counts[code];
    }
    return rows;
  }

  /** Days since 1970 of each row, with their fractions; NaN where none is told. */
  static double[] days(TextColumn column, @Nullable LocalDateTime[] moments) {
    double[] days = new double[column.size()];
    for (int row = 0; row < days.length; row++) {
      LocalDateTime moment = moments[column.code(row)];
      days[row] =
          moment == null ? Double.NaN : moment.toEpochSecond(ZoneOffset.UTC) / SECONDS_A_DAY;
    }
    return days;
  }

  static ColumnReading of(TextColumn column, @Nullable LocalDateTime[] moments, boolean[] filled) {
    String name = column.name();
    int size = column.size();
    int[] weekday = new int[size];
    int[] month = new int[size];
    int[] hour = new int[size];
    boolean hours = false;
    for (int row = 0; row < size; row++) {
      LocalDateTime moment = moments[column.code(row)];
      if (moment != null) {
        weekday[row] = moment.getDayOfWeek().getValue();
        month[row] = moment.getMonthValue();
        hour[row] = moment.getHour() + 1;
        hours |= moment.getHour() != 0;
      }
    }
    List<Feature> features = new ArrayList<>();
    // Counted back from the newest day it would be the same number, turned round.
    features.add(Feature.number(name, Feature.DAY, days(column, moments)));
    features.add(
        Feature.levels(
            name,
            "weekday",
            weekday,
            names(Stream.of(DayOfWeek.values()).map(d -> d.getDisplayName(SHORT, Locale.ROOT)))));
    features.add(
        Feature.levels(
            name,
            "month",
            month,
            names(Stream.of(Month.values()).map(m -> m.getDisplayName(SHORT, Locale.ROOT)))));
    if (hours) {
      double[] numbers = new double[size];
      for (int row = 0; row < size; row++) {
        numbers[row] = hour[row] == 0 ? Double.NaN : hour[row] - 1;
      }
      features.add(Feature.number(name, "hour", numbers));
    }
    return new ColumnReading(name, ColumnKind.DATE, features, filled, null);
  }

  private static final TextStyle SHORT = TextStyle.SHORT;

  private static List<String> names(Stream<String> names) {
    return Stream.concat(Stream.of(CategoryColumn.MISSING), names).toList();
  }
}
