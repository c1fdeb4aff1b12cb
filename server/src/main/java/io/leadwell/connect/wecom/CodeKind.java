package io.leadwell.connect.wecom;

import java.util.Locale;

/** The ways in that can say which channel they stand for. */
public enum CodeKind {
  /** A contact way: scanned in WeChat, adds a colleague. 渠道活码. */
  WAY(ConnectionKind.WECOM, 100),
  /** An acquisition link: opened in WeChat, adds a colleague. 获客链接. */
  LINK(ConnectionKind.WECOM, 500),
  /** A QR code that makes a follower of an official account. */
  FOLLOW(ConnectionKind.OFFICIAL, 0),
  /** A link that opens a page of a mini-program. */
  MINI(ConnectionKind.MINI, 0);

  private final ConnectionKind of;
  private final int mostUsers;

  CodeKind(ConnectionKind of, int mostUsers) {
    this.of = of;
    this.mostUsers = mostUsers;
  }

  ConnectionKind of() {
    return of;
  }

  /** How many colleagues may stand behind one; 0 where nobody does. */
  public int mostUsers() {
    return mostUsers;
  }

  boolean addsColleague() {
    return mostUsers > 0;
  }

  boolean welcomes() {
    return this != MINI;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static CodeKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
