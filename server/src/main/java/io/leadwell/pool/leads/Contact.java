package io.leadwell.pool.leads;

import org.jspecify.annotations.Nullable;

/** How phones and mailboxes are shown: whole to those with the right, masked to the others. */
public final class Contact {

  private Contact() {}

  /** {@code +8613800138000} as {@code 13800138000} or {@code 138****8000}. */
  public static @Nullable String phone(@Nullable String e164, boolean whole) {
    if (e164 == null) {
      return null;
    }
    String shown = e164.startsWith("+86") ? e164.substring(3) : e164;
    if (whole || shown.isEmpty()) {
      return shown;
    }
    // The eleven digits of a mobile keep three and four; a shorter number shows less than it hides.
    boolean mobile = shown.length() >= 11;
    int head = mobile ? 3 : shown.length() / 4;
    int tail = mobile ? 4 : shown.length() / 4;
    return shown.substring(0, head)
        + "*".repeat(shown.length() - head - tail)
        + shown.substring(shown.length() - tail);
  }

  public static @Nullable String email(@Nullable String email, boolean whole) {
    if (email == null || whole) {
      return email;
    }
    int at = email.indexOf('@');
    return at <= 0 ? "***" : email.charAt(0) + "***" + email.substring(at);
  }
}
