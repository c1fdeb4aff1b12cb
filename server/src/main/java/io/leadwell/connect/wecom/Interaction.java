package io.leadwell.connect.wecom;

import java.util.Locale;

/** What a follower does by own will; it makes a lead of a half-private contact where so set. */
public enum Interaction {
  /** Wrote something. */
  MESSAGE,
  /** Chose something of the menu. */
  CLICK,
  /** Scanned a code of ours while following already. */
  SCAN;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Interaction of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
