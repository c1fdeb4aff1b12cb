package io.leadwell.acquire.events;

import java.util.Locale;

/** What people on the list of an event get mail about. */
public enum Letter {
  /** Somebody will look at the registration. */
  RECEIVED,
  CONFIRMATION,
  WAITLISTED,
  /** From the waiting list to a seat. */
  MOVED_UP,
  DECLINED,
  /** They cancelled their registration. */
  LEFT,
  REMINDER,
  RESCHEDULED,
  /** The event will not be. */
  CANCELLED,
  THANKS,
  MISSED;

  /** The purpose in the outbox. */
  String purpose() {
    return "event." + word();
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Letter of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Goes out after the event, with the replay where there is one. */
  boolean follows() {
    return this == THANKS || this == MISSED;
  }

  /** Says when and where. */
  boolean tellsFacts() {
    return switch (this) {
      case RECEIVED, CONFIRMATION, WAITLISTED, MOVED_UP, REMINDER, RESCHEDULED -> true;
      case DECLINED, LEFT, CANCELLED, THANKS, MISSED -> false;
    };
  }

  /** Lets the reader in. */
  boolean admits() {
    return switch (this) {
      case CONFIRMATION, MOVED_UP, REMINDER, RESCHEDULED -> true;
      default -> false;
    };
  }
}
