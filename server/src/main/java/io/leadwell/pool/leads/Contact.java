package io.leadwell.pool.leads;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How phones and mailboxes are shown: whole to those with the right, masked to the others. */
public final class Contact {

  /**
   * A Chinese landline in international form, its area code without the 0 that is dialled in China:
   * two digits for the largest cities, three elsewhere. 400 and 800 are no areas.
   */
  private static final String AREA = "(?!400|800)(10|2[0-57-9]|[3-9]\\d\\d)";

  private static final Pattern LANDLINE = Pattern.compile("\\+86" + AREA + "(\\d{7,8})");
  private static final Pattern DIALLED = Pattern.compile("0" + AREA + "-?(\\d{4,8})");

  private static final int SHOWN_OF_LANDLINE = 2;

  private Contact() {}

  /**
   * {@code +8613800138000} as {@code 13800138000} or {@code 138****8000}, {@code +862158881234} as
   * {@code 021-58881234} or {@code 021-******34}.
   */
  public static @Nullable String phone(@Nullable String e164, boolean whole) {
    if (e164 == null) {
      return null;
    }
    Matcher landline = LANDLINE.matcher(e164);
    if (landline.matches()) {
      String area = "0" + landline.group(1) + "-";
      return area + (whole ? landline.group(2) : masked(landline.group(2), 0, SHOWN_OF_LANDLINE));
    }
    String shown = e164.startsWith("+86") ? e164.substring(3) : e164;
    if (whole || shown.isEmpty()) {
      return shown;
    }
    // The eleven digits of a mobile keep three and four; a shorter number shows less than it hides.
    boolean mobile = shown.length() >= 11;
    return mobile ? masked(shown, 3, 4) : masked(shown, shown.length() / 4, shown.length() / 4);
  }

  /** What somebody looks for: a landline as it is dialled stands in the pool without its 0. */
  static String sought(String typed) {
    Matcher dialled = DIALLED.matcher(typed.strip());
    return dialled.matches() ? dialled.group(1) + dialled.group(2) : typed;
  }

  private static String masked(String number, int head, int tail) {
    return number.substring(0, head)
        + "*".repeat(number.length() - head - tail)
        + number.substring(number.length() - tail);
  }

  public static @Nullable String email(@Nullable String email, boolean whole) {
    if (email == null || whole) {
      return email;
    }
    int at = email.indexOf('@');
    return at <= 0 ? "***" : email.charAt(0) + "***" + email.substring(at);
  }
}
