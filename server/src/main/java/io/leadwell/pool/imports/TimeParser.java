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
  private static final String PLAIN = "0000-00-00 00:00:00";
  private static final int PLAIN_DAY = 10;
  private static final int PLAIN_MINUTE = 16;
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
    if (isPlain(cell)) {
      return plain(cell, day);
    }
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

  /** 2026-03-04, 2026-03-04 05:06, 2026-03-04 05:06:07: most cells need no pattern. */
  private static boolean isPlain(String cell) {
    int length = cell.length();
    if (length != PLAIN.length() && length != PLAIN_DAY && length != PLAIN_MINUTE) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = cell.charAt(i);
      char wanted = PLAIN.charAt(i);
      if (wanted == '0' ? c < '0' || c > '9' : c != wanted) {
        return false;
      }
    }
    return true;
  }

  private ParsedCell plain(String cell, boolean day) {
    try {
      LocalDate date = date(number(cell, 0, 4), number(cell, 5, 7), number(cell, 8, 10));
      if (date == null) {
        return ParsedCell.refused("imports.yearOutOfRange", cell, FIRST_YEAR, LAST_YEAR);
      }
      boolean noClock = cell.length() == PLAIN_DAY;
      int second = cell.length() == PLAIN.length() ? number(cell, 17, 19) : 0;
      LocalTime clock =
          noClock ? null : LocalTime.of(number(cell, 11, 13), number(cell, 14, 16), second);
      return new ParsedCell.Value(day ? date : at(date, clock, null));
    } catch (DateTimeException e) {
      return ParsedCell.refused("imports.impossibleDate", cell);
    }
  }

  private static int number(String cell, int from, int to) {
    return Integer.parseInt(cell, from, to, 10);
  }

  private static @Nullable LocalDate date(Matcher found, boolean swapped) {
    return date(
        number(found, "year"),
        number(found, swapped ? "day" : "month"),
        number(found, swapped ? "month" : "day"));
  }

  private static @Nullable LocalDate date(int year, int month, int dayOfMonth) {
    return year < FIRST_YEAR || year > LAST_YEAR ? null : LocalDate.of(year, month, dayOfMonth);
  }

  private Object value(Matcher found, LocalDate date, boolean day) {
    LocalTime clock = clock(found);
    String offset = found.group("offset");
    if (day && offset == null) {
      return date;
    }
    Instant at = at(date, clock, offset);
    return day ? LocalDate.ofInstant(at, zone) : at;
  }

  private Instant at(LocalDate date, @Nullable LocalTime clock, @Nullable String offset) {
    if (clock == null) {
      return date.atStartOfDay(zone).toInstant();
    }
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
