package io.leadwell.acquire.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How somebody came onto the list. */
public enum AttendeeWay {
  FORM,
  /** Stood at the door. */
  WALK_IN,
  /** A report of the meeting says so. */
  FILE,
  BY_HAND;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static AttendeeWay of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
