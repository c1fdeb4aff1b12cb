package io.leadwell.kernel.companies;

import java.text.Normalizer;
import java.util.Locale;

/**
 * 统一社会信用代码, the 18 characters by which every organisation in China is registered.
 *
 * <p>After GB 32100-2015: digits and capital letters without I, O, S, V, Z; the last is a check
 * character, 31 − Σ cᵢ·3^(i−1) mod 31 with 31 as 0, where the places i count from 1 to 17. The
 * check that the places 9 to 17 have among themselves (GB 11714-1997) is left to the register.
 */
public final class CreditCode {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int LENGTH = 18;

  private CreditCode() {}

  /** Whether this is a code without an error; case and blanks around it do not matter. */
  public static boolean isValid(String code) {
    String text = normal(code);
    if (text.length() != LENGTH) {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      if (ALPHABET.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return checkOf(text) == text.charAt(LENGTH - 1);
  }

  /** Without blanks and hyphens, capital, full width made half. */
  public static String normal(String code) {
    return Normalizer.normalize(code, Normalizer.Form.NFKC)
        .replaceAll("[\\s-]", "")
        .toUpperCase(Locale.ROOT);
  }

  private static char checkOf(String text) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < LENGTH - 1; i++) {
      sum += ALPHABET.indexOf(text.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }
}
