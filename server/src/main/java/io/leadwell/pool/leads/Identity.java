package io.leadwell.pool.leads;

import org.jspecify.annotations.Nullable;

/**
 * What identifies a person beyond a typed phone or mailbox.
 *
 * @param scope within which the value is unique: the corp or app that gave it; empty for everywhere
 */
public record Identity(Kind kind, String scope, String value) {

  /** Kinds by how far they are to be trusted. */
  public enum Kind {
    WECOM("wecom", "A"),
    UNIONID("unionid", "A"),
    OPENID("openid", "A"),
    CRM("crm", "A"),
    /** A browser: several people may share one, so it never makes two of them one. */
    COOKIE("cookie", "C");

    private final String word;
    private final String trust;

    Kind(String word, String trust) {
      this.word = word;
      this.trust = trust;
    }

    public String word() {
      return word;
    }

    String trust() {
      return trust;
    }

    /** Unique in the database, so it alone says who it is. */
    boolean verified() {
      return trust.equals("A");
    }

    static @Nullable Kind of(String word) {
      for (Kind kind : values()) {
        if (kind.word.equals(word)) {
          return kind;
        }
      }
      return null;
    }
  }

  public Identity {
    if (value.isBlank() || value.length() > 200 || scope.length() > 100) {
      throw new IllegalArgumentException("An identity needs a value of at most 200 characters");
    }
  }
}
