package io.leadwell.measure.insights;

import java.util.Locale;

/** Which leads a period means. The two differ for the same month, so a report names its basis. */
public enum Basis {
  /** Leads that first became one in the period, however late they go further. */
  COHORT,
  /** Entries into each stage, and contracts, dated in the period, whenever the lead came. */
  PERIOD;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Basis of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
