package io.leadwell.acquire.links;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Codes of links: made up without letters and digits that are taken for one another in print. */
final class LinkCodes {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  /** 27 thousand million of them: who tries codes finds none before being stopped. */
  private static final int LENGTH = 7;

  private static final Pattern TYPED = Pattern.compile("[a-z0-9](?:[a-z0-9-]{1,38}[a-z0-9])");
  private static final Set<String> RESERVED = Set.of("assets", "robots", "favicon", "api", "admin");

  private LinkCodes() {}

  static String next() {
    StringBuilder code = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return code.toString();
  }

  /** Upper and lower case are one: a code may be typed off a poster. */
  static String folded(String code) {
    return code.strip().toLowerCase(Locale.ROOT);
  }

  static boolean fits(String folded) {
    return TYPED.matcher(folded).matches() && !RESERVED.contains(folded);
  }
}
