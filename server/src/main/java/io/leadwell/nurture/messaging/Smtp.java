package io.leadwell.nurture.messaging;

import org.jspecify.annotations.Nullable;

/**
 * The mail server and whom mail is from.
 *
 * @param userName null where the server asks for none
 * @param passwordSet whether a password is kept; it is never told
 */
public record Smtp(
    String host,
    int port,
    Security security,
    @Nullable String userName,
    boolean passwordSet,
    String fromAddress,
    String fromName,
    boolean enabled) {

  /** How the connection is kept from listeners. */
  public enum Security {
    NONE,
    STARTTLS,
    TLS;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static Security of(String word) {
      return valueOf(word.toUpperCase(java.util.Locale.ROOT));
    }
  }

  /**
   * What the settings are to be.
   *
   * @param password null leaves the one that is kept
   */
  public record Draft(
      String host,
      int port,
      Security security,
      @Nullable String userName,
      @Nullable String password,
      String fromAddress,
      String fromName,
      boolean enabled) {

    @Override
    public String toString() {
      return "Draft[" + host + ":" + port + "]";
    }
  }
}
