package io.leadwell.kernel.matching;

import java.util.List;
import java.util.Locale;

/** Days as people and files write them, to eight digits {@code yyyymmdd}. */
final class Dates {

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private Dates() {}

  /**
   * Whether a column writes the day before the month: 31/12/1970. As written where no one tells.
   */
  static boolean daysFirst(Iterable<String> column) {
    int dayFirst = 0;
    int monthFirst = 0;
    for (String text : column) {
      int[] parts = parts(text);
      if (parts.length == 3 && parts[0] <= 31 && parts[2] > 31) {
        dayFirst += parts[0] > 12 && parts[1] <= 12 ? 1 : 0;
        monthFirst += parts[1] > 12 && parts[0] <= 12 ? 1 : 0;
      }
    }
    return dayFirst >= monthFirst;
  }

  /** Eight digits, fewer where less is known or nothing can be made of it, empty for no digit. */
  static String digits(String text, boolean daysFirst) {
    int[] p = parts(text);
    if (p.length >= 3) {
      if (p[0] > 31) {
        return written(p[0], p[1], p[2]);
      }
      int year = p[2] > 99 ? p[2] : p[2] + (p[2] < 30 ? 2000 : 1900);
      return daysFirst ? written(year, p[1], p[0]) : written(year, p[0], p[1]);
    }
    StringBuilder digits = new StringBuilder();
    text.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
    return digits.length() > 8 ? digits.substring(0, 8) : digits.toString();
  }

  private static String written(int year, int month, int day) {
    return String.format(Locale.ROOT, "%04d%02d%02d", year % 10000, month % 100, day % 100);
  }

  /** The first three numbers of a text, a month's name counting as one. */
  private static int[] parts(String text) {
    int[] parts = new int[3];
    int n = 0;
    int i = 0;
    while (i < text.length() && n < 3) {
      char c = text.charAt(i);
      int from = i;
      if (c >= '0' && c <= '9') {
        int number = 0;
        for (; i < text.length() && isDigit(text.charAt(i)) && i - from < 8; i++) {
          number = number * 10 + (text.charAt(i) - '0');
        }
        parts[n++] = number;
      } else if (Character.isLetter(c)) {
        while (i < text.length() && Character.isLetter(text.charAt(i))) {
          i++;
        }
        int month = i - from < 3 ? -1 : MONTHS.indexOf(text.substring(from, from + 3));
        if (month >= 0) {
          parts[n++] = month + 1;
        }
      } else {
        i++;
      }
    }
    return n == 3 ? parts : new int[0];
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
