package io.leadwell.acquire.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether somebody looks at each registration. */
public enum Approval {
  AUTOMATIC,
  MANUAL;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static Approval of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
