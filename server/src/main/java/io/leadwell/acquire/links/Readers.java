package io.leadwell.acquire.links;

import java.util.Locale;

/** Which of the people of a sending. */
public enum Readers {
  ALL,
  OPENED,
  UNOPENED,
  /** Whose link was opened in browsers of others as well. */
  PASSED_ON,
  /** Who got no link. */
  LEFT_OUT;

  public static Readers of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
