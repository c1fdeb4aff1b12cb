package io.leadwell.acquire.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What became of a registration. */
public enum AttendeeStatus {
  WAITING_FOR_APPROVAL,
  APPROVED,
  /** Wanted, but there is no seat; moves up by itself when one is freed. */
  WAITLISTED,
  DECLINED,
  CANCELLED;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static AttendeeStatus of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
