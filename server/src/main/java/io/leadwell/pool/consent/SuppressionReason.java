package io.leadwell.pool.consent;

import io.leadwell.base.platform.PlatformProblem;
import io.leadwell.base.platform.Problem;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Why nobody may contact an address. */
public enum SuppressionReason {
  UNSUBSCRIBED,
  COMPLAINT,
  BOUNCED,
  /** On the phone, by letter, in person. */
  ASKED,
  /** From a list that came from elsewhere. */
  IMPORTED,
  ERASED;

  /** Nothing leaves at all; who unsubscribed still gets what they asked for. */
  static final Set<SuppressionReason> OF_EVERYTHING = EnumSet.of(COMPLAINT, BOUNCED);

  /** What a person may give as a reason. */
  static final Set<SuppressionReason> BY_HAND = EnumSet.of(ASKED, COMPLAINT, BOUNCED, IMPORTED);

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static SuppressionReason of(String word) {
    try {
      return valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new Problem(PlatformProblem.UNKNOWN_PARAMETER_VALUE, "reason");
    }
  }
}
