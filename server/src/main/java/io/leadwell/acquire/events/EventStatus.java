package io.leadwell.acquire.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far an event is. */
public enum EventStatus {
  DRAFT,
  /** Can be registered for until it is over. */
  PUBLISHED,
  /** Takes no more registrations. */
  CLOSED,
  CANCELLED,
  /** Is over. */
  ENDED;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static EventStatus of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
