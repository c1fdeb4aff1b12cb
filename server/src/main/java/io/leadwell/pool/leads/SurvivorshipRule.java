package io.leadwell.pool.leads;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Which of several values of a field is shown. What somebody said by hand always comes first, and
 * of that the latest.
 */
public enum SurvivorshipRule {
  /**
   * As {@link Golden} says for each field: mostly the newest that says no less than one before; of
   * where a lead came from the earliest; of a company what was told first.
   */
  USUAL,
  /** By how far the kind of source is trusted, then the newest. */
  SOURCE,
  NEWEST,
  OLDEST,
  /** The longest text, then the newest. */
  LONGEST;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static SurvivorshipRule of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
