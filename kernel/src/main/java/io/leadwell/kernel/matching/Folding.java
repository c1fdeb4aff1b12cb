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
    return isPlain(text) ? foldedPlain(text) : foldedAny(text);
  }

  private static String foldedAny(String text) {
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

  /** The same for what needs no normalising, and nothing at all where nothing changes. */
  private static String foldedPlain(String text) {
    StringBuilder folded = null;
    boolean blank = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean changes = c >= 'A' && c <= 'Z' || c == ' ' && (blank || i == text.length() - 1);
      if (changes && folded == null) {
        folded = new StringBuilder(text.length()).append(text, 0, i);
      }
      if (folded != null && !(c == ' ' && blank)) {
        folded.append(c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c);
      }
      blank = c == ' ';
    }
    if (folded == null) {
      return text;
    }
    int end = folded.length();
    return end > 0 && folded.charAt(end - 1) == ' '
        ? folded.substring(0, end - 1)
        : folded.toString();
  }

  /** For equality of names: letters, digits and ideographs only, everything else dropped. */
  public static String key(String text) {
    String folded = fold(text);
    StringBuilder key = new StringBuilder(folded.length());
    folded.codePoints().filter(Character::isLetterOrDigit).forEach(key::appendCodePoint);
    return key.toString();
  }

  /** Letters, digits and signs of ASCII, blanks and common ideographs: as most texts are. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' || c > '~') && (c < 0x4E00 || c > 0x9FFF)) {
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
