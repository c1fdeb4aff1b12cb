package io.leadwell.connect.baidu;

import java.util.Locale;

/** The level whose lines are fetched; the sum of a level is that of the one above. */
public enum ReportLevel {
  PLAN,
  UNIT,
  KEYWORD;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static ReportLevel of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
