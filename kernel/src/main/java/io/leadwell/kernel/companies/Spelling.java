package io.leadwell.kernel.companies;

import io.leadwell.kernel.matching.Folding;
import java.text.Normalizer;

/**
 * Folds the ways one name is typed into one: width, case and invisible characters as {@link
 * Folding} does, traditional characters, accents of Latin letters, kinds of brackets.
 *
 * <p>The table of traditional characters is typed for names of firms and places. It maps character
 * by character, so a name folds alike wherever it stands, and what it does not know it leaves.
 */
final class Spelling {

  private static final String OPENING = "([{【〔〖《〈「『<";
  private static final String CLOSING = ")]}】〕〗》〉」』>";
  private static final char[] SIMPLIFIED = simplified();

  private Spelling() {}

  private static char[] simplified() {
    char[] table = new char[0x10000];
    for (String line : WordList.lines("traditional.txt")) {
      for (String pair : WordList.words(line)) {
        table[pair.charAt(0)] = pair.charAt(1);
      }
    }
    return table;
  }

  /** Traditional characters to simplified ones; everything else stays. */
  static String simplify(String text) {
    char[] chars = text.toCharArray();
    boolean changed = false;
    for (int i = 0; i < chars.length; i++) {
      char to = SIMPLIFIED[chars[i]];
      if (to != 0) {
        chars[i] = to;
        changed = true;
      }
    }
    return changed ? new String(chars) : text;
  }

  /**
   * Letters, digits and ideographs, with {@code (} and {@code )} for any brackets and one blank for
   * anything else between words. Dots between single letters go, so S.A. and SA are one.
   */
  static String fold(String name) {
    String text = simplify(Folding.fold(name));
    StringBuilder folded = new StringBuilder(text.length() + 4);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (OPENING.indexOf(c) >= 0) {
        folded.append('(');
      } else if (CLOSING.indexOf(c) >= 0) {
        folded.append(')');
      } else if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        letter(folded, c);
      } else if (c == '&' || c == '+') {
        folded.append(" & ");
      } else if (!joins(text, i)) {
        blank(folded);
      }
    }
    return folded.toString().replaceAll(" {2,}", " ").strip();
  }

  private static void blank(StringBuilder folded) {
    if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
      folded.append(' ');
    }
  }

  /** Apostrophes join always; dots and slashes between single letters. */
  private static boolean joins(String text, int i) {
    char c = text.charAt(i);
    if (c == '\'' || c == '’' || c == '`') {
      return true;
    }
    boolean mark = c == '.' || c == '/';
    return mark && single(text, i - 1) && (i + 1 >= text.length() || single(text, i + 1));
  }

  private static boolean single(String text, int i) {
    return i >= 0
        && i < text.length()
        && Character.isLetter(text.charAt(i))
        && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)))
        && (i + 1 >= text.length() || !Character.isLetterOrDigit(text.charAt(i + 1)));
  }

  private static void letter(StringBuilder folded, char c) {
    if (c < 0x80 || c > 0x24F && (c < 0x1E00 || c > 0x1EFF)) {
      folded.append(c);
      return;
    }
    switch (c) {
      case 'ß' -> folded.append("ss");
      case 'ø' -> folded.append('o');
      case 'æ' -> folded.append("ae");
      case 'œ' -> folded.append("oe");
      case 'ł' -> folded.append('l');
      case 'đ', 'ð' -> folded.append('d');
      case 'ı' -> folded.append('i');
      case 'þ' -> folded.append("th");
      default -> {
        String apart = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
        folded.append(apart.charAt(0));
      }
    }
  }

  static boolean hasIdeographs(String folded) {
    for (int i = 0; i < folded.length(); i++) {
      if (isIdeograph(folded.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Written without blanks between words: ideographs, kana and Hangul. */
  static boolean isIdeograph(char c) {
    return c >= 0x3040 && c <= 0x30FF
        || c >= 0x3400 && c <= 0x9FFF
        || c >= 0xAC00 && c <= 0xD7A3
        || Character.isSurrogate(c);
  }
}
