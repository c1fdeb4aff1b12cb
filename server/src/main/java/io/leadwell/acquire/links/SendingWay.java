package io.leadwell.acquire.links;

import java.util.Locale;

/** By which way a message with links of its readers reaches them. */
public enum SendingWay {
  SMS,
  MAIL,
  /** A chat, a letter: whatever is sent one by one. */
  OTHER;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static SendingWay of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
