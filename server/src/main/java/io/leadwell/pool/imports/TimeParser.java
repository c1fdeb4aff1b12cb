package io.leadwell.pool.imports;

import io.leadwell.kernel.matching.Folding;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times and days the ways they are written in files. */
final class TimeParser {

  private static final String CLOCK =
      "(?:(?:(?<=[日号])|[t ])[t ]*(?<half>上午|下午|am|pm)? *(?<hour>\\d{1,2})[:时点](?<minute>\\d{1,2})分?"
          + "(?::?(?<second>\\d{1,2})(?:[.,](?<fraction>\\d{1,9}))?秒?)? *(?<late>am|pm)?"
          + " *(?<offset>z|utc|gmt|[+-]\\d{2}(?::?\\d{2})?)?)?";
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(?<year>\\d{4}) ?[-/.年] ?(?<month>\\d{1,2}) ?[-/.月] ?(?<day>\\d{1,2}) ?[日号]?" + CLOCK);
  private static final Pattern YEAR_LAST =
      Pattern.compile("(?<month>\\d{1,2})[-/.](?<day>\\d{1,2})[-/.](?<year>\\d{4})" + CLOCK);
  private static final Pattern COMPACT =
      Pattern.compile("(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})" + CLOCK);
  private static final Pattern COMPACT_SECOND =
      Pattern.compile("(\\d{4})(\\d{2})(\\d{2})[t ]?(\\d{2})(\\d{2})(\\d{2})");
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2100;

  private final ZoneId zone;
  private final String dateOrder;

  /**
   * @param dateOrder {@code ymd}, {@code dmy} or {@code mdy}
   */
  TimeParser(ZoneId zone, String dateOrder) {
    this.zone = zone;
    this.dateOrder = dateOrder;
  }

  ParsedCell time(String cell) {
    return parse(cell, false);
  }

  ParsedCell day(String cell) {
    return parse(cell, true);
  }

  private ParsedCell parse(String cell, boolean day) {
    String text = Folding.fold(cell);
    Matcher second = COMPACT_SECOND.matcher(text);
    if (second.matches()) {
      text =
          "%s-%s-%s %s:%s:%s"
              .formatted(
                  second.group(1),
                  second.group(2),
                  second.group(3),
                  second.group(4),
                  second.group(5),
                  second.group(6));
    }
    Matcher found = YEAR_FIRST.matcher(text);
    boolean yearLast = false;
    if (!found.matches()) {
      found = COMPACT.matcher(text);
    }
    if (!found.matches()) {
      found = YEAR_LAST.matcher(text);
      yearLast = true;
    }
    if (!found.matches()) {
      return ParsedCell.refused("imports.notATime", cell);
    }
    if (yearLast && dateOrder.equals("ymd")) {
      return ParsedCell.refused("imports.dateOrderUnknown", cell);
    }
    boolean swapped = yearLast && dateOrder.equals("dmy");
    try {
      LocalDate date = date(found, swapped);
      if (date == null) {
        return ParsedCell.refused("imports.yearOutOfRange", cell, FIRST_YEAR, LAST_YEAR);
      }
      return new ParsedCell.Value(value(found, date, day));
    } catch (DateTimeException e) {
      return ParsedCell.refused("imports.impossibleDate", cell);
    }
  }

  private static @Nullable LocalDate date(Matcher found, boolean swapped) {
    int year = number(found, "year");
    int month = number(found, swapped ? "day" : "month");
    int dayOfMonth = number(found, swapped ? "month" : "day");
    return year < FIRST_YEAR || year > LAST_YEAR ? null : LocalDate.of(year, month, dayOfMonth);
  }

  private Object value(Matcher found, LocalDate date, boolean day) {
    LocalTime clock = clock(found);
    String offset = found.group("offset");
    if (day && offset == null) {
      return date;
    }
    Instant at = clock == null ? date.atStartOfDay(zone).toInstant() : at(date, clock, offset);
    return day ? LocalDate.ofInstant(at, zone) : at;
  }

  private Instant at(LocalDate date, LocalTime clock, @Nullable String offset) {
    LocalDateTime local = date.atTime(clock);
    if (offset == null) {
      return local.atZone(zone).toInstant();
    }
    boolean utc = Character.isLetter(offset.charAt(0));
    return local.toInstant(utc ? ZoneOffset.UTC : ZoneOffset.of(offset));
  }

  private static @Nullable LocalTime clock(Matcher found) {
    if (found.group("hour") == null) {
      return null;
    }
    String half = found.group("half") == null ? found.group("late") : found.group("half");
    int hour = number(found, "hour");
    if (half != null && hour <= 12) {
      boolean afternoon = half.equals("下午") || half.equals("pm");
      hour = hour % 12 + (afternoon ? 12 : 0);
    }
    int second = found.group("second") == null ? 0 : number(found, "second");
    return LocalTime.of(hour, number(found, "minute"), second, nanos(found.group("fraction")));
  }

  /** To the microsecond, which is what the database keeps. */
  private static int nanos(@Nullable String fraction) {
    if (fraction == null) {
      return 0;
    }
    int nanos = Integer.parseInt((fraction + "000000000").substring(0, 9));
    return nanos / 1_000 * 1_000;
  }

  private static int number(Matcher found, String group) {
    return Integer.parseInt(found.group(group));
  }
}
