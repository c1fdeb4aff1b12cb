package io.leadwell.acquire.campaigns;

import java.util.Locale;

/** The three frames of acquisition, and what lies outside of them. */
public enum Frame {
  DIGITAL,
  EVENT,
  CONTENT,
  OTHER;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Frame of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
