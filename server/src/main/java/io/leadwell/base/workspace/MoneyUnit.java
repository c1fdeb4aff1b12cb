package io.leadwell.base.workspace;

import java.util.Locale;

/** The unit in which a workspace likes to read large sums: 元, 万元 or 亿元. */
public enum MoneyUnit {
  YUAN,
  WAN,
  YI;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static MoneyUnit of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
