package io.leadwell.kernel.scoring;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days and times as exports write them. */
final class Days {

  private static final String TIME = "(?:[T\\s]+(\\d{1,2}):(\\d{2})(?::\\d{2})?(?:\\.\\d+)?.*)?";
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?" + TIME);
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4}|\\d{2})" + TIME);
  private static final Pattern SPELLED =
      Pattern.compile("(\\d{1,2})[-\\s]([A-Za-z]{3})[a-z]*[-\\s,]+(\\d{4}|\\d{2})" + TIME);
  private static final Pattern TOGETHER = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private Days() {}

  /**
   * Whether a column writes the day before the month: some first number is over 12. Where nothing
   * tells, the month is read first.
   */
  static boolean dayFirst(Iterable<String> cells) {
    for (String cell : cells) {
      Matcher m = YEAR_LAST.matcher(cell);
      if (m.matches() && Integer.parseInt(m.group(1)) > 12) {
        return true;
      }
    }
    return false;
  }

  /** The moment of a cell, or null where it says none. Eight digits count where that is wanted. */
  static @Nullable LocalDateTime read(String cell, boolean dayFirst, boolean together) {
    if (cell.length() < 6 || cell.length() > 40) {
      return null;
    }
    try {
      Matcher m = YEAR_FIRST.matcher(cell);
      if (m.matches()) {
        return moment(m.group(1), m.group(2), m.group(3), m);
      }
      m = YEAR_LAST.matcher(cell);
      if (m.matches()) {
        return moment(m.group(3), m.group(dayFirst ? 2 : 1), m.group(dayFirst ? 1 : 2), m);
      }
      m = SPELLED.matcher(cell);
      if (m.matches()) {
        int month = MONTHS.indexOf(m.group(2).toLowerCase(Locale.ROOT)) + 1;
        return moment(m.group(3), String.valueOf(month), m.group(1), m);
      }
      m = TOGETHER.matcher(cell);
      if (together && m.matches()) {
        return LocalDate.of(number(m.group(1)), number(m.group(2)), number(m.group(3)))
            .atStartOfDay();
      }
      return null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static LocalDateTime moment(String year, String month, String day, Matcher m) {
    int y = number(year);
    int hour = m.group(4) == null ? 0 : number(m.group(4));
    int minute = m.group(5) == null ? 0 : number(m.group(5));
    return LocalDate.of(y < 100 ? y + 2000 : y, number(month), number(day)).atTime(hour, minute);
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
