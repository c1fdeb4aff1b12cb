package io.leadwell.connect.wecom;

import java.util.Locale;

/** Where a half-private contact follows us. */
public enum FollowerSource {
  /** An official account: 公众号. */
  OFFICIAL,
  /** A channels account: 视频号. */
  CHANNELS,
  OTHER;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static FollowerSource of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
