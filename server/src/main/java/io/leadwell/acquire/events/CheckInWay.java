package io.leadwell.acquire.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How somebody was found on the list at the door. */
public enum CheckInWay {
  SCAN,
  SEARCH,
  WALK_IN,
  FILE;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static CheckInWay of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
