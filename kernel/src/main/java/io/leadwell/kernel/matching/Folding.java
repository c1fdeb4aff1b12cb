package io.leadwell.kernel.matching;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Folds the ways one text is typed into one: full width to half width (NFKC), upper case to lower
 * case, invisible characters gone, runs of blanks to one.
 */
public final class Folding {

  private Folding() {}

  /** For display-like comparison: {@code "Ａcme　 公司"} becomes {@code "acme 公司"}. */
  public static String fold(String text) {
    if (isFolded(text)) {
      return text;
    }
    String compatible = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder(compatible.length());
    boolean blank = false;
    for (int i = 0; i < compatible.length(); ) {
      int c = compatible.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        blank = !folded.isEmpty();
      } else if (isVisible(c)) {
        if (blank) {
          folded.append(' ');
          blank = false;
        }
        folded.appendCodePoint(c);
      }
    }
    return folded.toString();
  }

  /** For equality of names: letters, digits and ideographs only, everything else dropped. */
  public static String key(String text) {
    String folded = fold(text);
    StringBuilder key = new StringBuilder(folded.length());
    folded.codePoints().filter(Character::isLetterOrDigit).forEach(key::appendCodePoint);
    return key.toString();
  }

  /** Plain lower case, digits, signs and ideographs, without blanks: as most names and numbers. */
  private static boolean isFolded(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = c > ' ' && c < 0x7F && (c < 'A' || c > 'Z');
      if (!plain && (c < 0x4E00 || c > 0x9FFF)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isVisible(int c) {
    int type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.SURROGATE
        && type != Character.UNASSIGNED;
  }
}
