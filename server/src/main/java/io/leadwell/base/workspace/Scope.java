package io.leadwell.base.workspace;

import java.util.Locale;

/** Whose records a member sees. */
public enum Scope {
  SELF,
  REPORTS,
  DEPARTMENT,
  DEPARTMENT_BELOW,
  ALL;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Scope of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
