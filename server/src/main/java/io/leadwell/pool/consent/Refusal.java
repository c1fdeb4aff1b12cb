package io.leadwell.pool.consent;

import java.util.Locale;

/** Why somebody is not contacted. */
public enum Refusal {
  /** The address is on the list of those nobody may contact. */
  SUPPRESSED,
  /** They agreed once, and do no more. */
  WITHDRAWN,
  /** The purpose needs a yes, and there is none. */
  NOT_GIVEN;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
