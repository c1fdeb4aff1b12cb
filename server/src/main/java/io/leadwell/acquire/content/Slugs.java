package io.leadwell.acquire.content;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The ends of items' addresses: short, lower case, fit for a link in any message. */
public final class Slugs {

  public static final int LONGEST = 80;

  private static final int USUAL = 60;
  private static final int SHORTEST_WORDS = 4;
  private static final int RANDOM_LENGTH = 7;

  /** Without letters and digits that are taken for one another. */
  private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final Pattern VALID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final SecureRandom RANDOM = new SecureRandom();

  private Slugs() {}

  public static boolean valid(String slug) {
    return slug.length() <= LONGEST && VALID.matcher(slug).matches();
  }

  /** The Latin words of a title; a Chinese one has none and gets a short code. */
  public static String of(String title) {
    String words =
        Normalizer.normalize(title, Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}+", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    boolean ideographs = title.codePoints().anyMatch(Character::isIdeographic);
    if (ideographs || words.length() < SHORTEST_WORDS) {
      return random();
    }
    return words.length() > USUAL ? words.substring(0, USUAL).replaceAll("-[^-]*$", "") : words;
  }

  /** Another one when the first is taken. */
  public static String varied(String slug) {
    String code = random();
    String start = slug.substring(0, Math.min(slug.length(), LONGEST - 1 - code.length()));
    return start.replaceAll("-$", "") + "-" + code;
  }

  private static String random() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < RANDOM_LENGTH; i++) {
      code.append(READABLE.charAt(RANDOM.nextInt(READABLE.length())));
    }
    return code.toString();
  }
}
