package io.leadwell.acquire.capture;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What strangers type, as text and nothing else. {@code form.js} cleans in the same way, so that
 * both agree on what is filled in.
 */
final class Plain {

  /** Control characters but tab and line feed; PostgreSQL keeps no NUL, and nobody types one. */
  private static final Pattern CONTROLS =
      Pattern.compile("[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]");

  /** What a browser's scripts take for blank, and Java not in every case. */
  private static final String BLANK = "\t\n \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff";

  private static final Pattern BLANKS = Pattern.compile("[" + BLANK + "\u2000-\u200a]+");

  private Plain() {}

  /** Several lines may stay several lines. */
  static String text(String typed) {
    String clean = CONTROLS.matcher(typed.replace("\r\n", "\n")).replaceAll("");
    return stripped(whole(clean));
  }

  /** One line. */
  static String line(String typed) {
    return BLANKS.matcher(text(typed)).replaceAll(" ");
  }

  /** At most {@code longest} characters, for what is kept as evidence and never refused. */
  static @Nullable String cut(@Nullable String told, int longest) {
    if (told == null) {
      return null;
    }
    String clean = text(told.length() > longest ? told.substring(0, longest) : told);
    return clean.isEmpty() ? null : clean;
  }

  /** By hand: a pattern looks at a long row of blanks again from each of them. */
  private static String stripped(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return BLANK.indexOf(c) >= 0 || c >= '\u2000' && c <= '\u200a';
  }

  /** Halves of characters are no characters, and no database takes them. */
  private static String whole(String text) {
    if (text.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
      return text;
    }
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints()
        .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }
}
