package io.leadwell.acquire.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether somebody was there, or saw the recording. */
public enum PresenceKind {
  LIVE,
  REPLAY;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static PresenceKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
