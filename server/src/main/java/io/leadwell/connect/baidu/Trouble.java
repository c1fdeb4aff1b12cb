package io.leadwell.connect.baidu;

import java.util.Locale;

/** Why Baidu gave no report; the text {@code baidu.trouble.<word>} says what to do. */
public enum Trouble {
  /** The account name or the access token is wrong, or doesn't belong to the other. */
  SIGN_IN(false),
  /** The access token has run out. */
  TOKEN_EXPIRED(false),
  /** The application may not read reports, or not those of this account. */
  FORBIDDEN(false),
  /** Too many calls, by the second or by the day. */
  TOO_OFTEN(true),
  /** Baidu says it has a fault of its own. */
  BUSY(true),
  /** No answer within the time, no connection, no such host. */
  UNREACHABLE(true),
  /** An answer that is not the report that was asked for. */
  UNREADABLE(false),
  /** Refused for another reason, see Baidu's own words. */
  REFUSED(false),
  /** The token can't be unsealed: the key of this installation is another. */
  TOKEN_UNREADABLE(false);

  private final boolean passing;

  Trouble(boolean passing) {
    this.passing = passing;
  }

  /** Whether the same may be tried again later. */
  public boolean passing() {
    return passing;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Trouble of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
