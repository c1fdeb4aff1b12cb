package io.leadwell.acquire.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a planned piece has come: the columns of the board. */
public enum PlanStatus {
  IDEA,
  WRITING,
  REVIEW,
  SCHEDULED,
  PUBLISHED;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static PlanStatus of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
