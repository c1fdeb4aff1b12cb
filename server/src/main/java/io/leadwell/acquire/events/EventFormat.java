package io.leadwell.acquire.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where people attend. */
public enum EventFormat {
  OFFLINE,
  ONLINE,
  HYBRID;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static EventFormat of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
