package io.leadwell.connect.wecom;

import java.util.Locale;

/** What may be connected at Tencent. */
public enum ConnectionKind {
  /** A WeCom corp through an app of its own: 企业微信. */
  WECOM,
  /** An official account: 公众号. */
  OFFICIAL,
  /** A mini-program: 小程序. It calls nobody back. */
  MINI;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static ConnectionKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  boolean callsBack() {
    return this != MINI;
  }
}
