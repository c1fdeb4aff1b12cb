package io.leadwell.acquire.capture;

import java.util.Locale;

/** The page a form is filled in on. */
public enum Way {
  /** Its own, hosted by us. */
  PAGE,
  /** A frame in another site. */
  FRAME,
  CONTENT,
  EVENT,
  /** None: another system tells. */
  API;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Way of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
