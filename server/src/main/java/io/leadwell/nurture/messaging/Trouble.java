package io.leadwell.nurture.messaging;

import java.util.Locale;

/** What is in the way of a mail; each has a sentence that says what to do. */
public enum Trouble {
  UNREACHABLE,
  NOT_SECURED,
  SIGN_IN,
  PASSWORD_UNREADABLE,
  BUSY,
  SENDER_REFUSED,
  RECIPIENT_REFUSED,
  REFUSED,
  NO_ANSWER,
  NO_PUBLIC_ADDRESS,
  CUT_OFF;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Trouble of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
