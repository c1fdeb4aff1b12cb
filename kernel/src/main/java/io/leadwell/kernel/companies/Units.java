package io.leadwell.kernel.companies;

import java.util.Arrays;
import java.util.Set;

/**
 * The smallest pieces of a name that a short form keeps or drops: an ideograph, or a whole word of
 * Latin letters or digits, each as one int.
 */
final class Units {

  private static final int WORD = 0x4000_0000;

  /** What stock exchanges put before and behind the short names of listed firms. */
  private static final Set<String> MARKS_BEFORE = Set.of("st", "sst", "xd", "xr", "dr", "n", "c");

  private static final Set<String> MARKS_BEHIND = Set.of("a", "b", "h", "u", "w", "wd", "uw", "r");

  private Units() {}

  /** Of a flat name, with the place of each in its text: starts, then the length. */
  record Cut(int[] units, int[] starts) {}

  static Cut cut(FlatName name) {
    int[] starts = name.cuts().stream().toArray();
    int[] units = new int[starts.length - 1];
    for (int i = 0; i < units.length; i++) {
      units[i] = unit(name.text(), starts[i], starts[i + 1]);
    }
    return new Cut(units, starts);
  }

  /** Of a short form; the marks of stock exchanges around ideographs do not belong to it. */
  static int[] ofShort(String folded) {
    FlatName name = FlatName.of(folded);
    Cut cut = cut(name);
    int from = 0;
    int to = cut.units().length;
    if (Spelling.hasIdeographs(folded)) {
      while (to - from > 2 && MARKS_BEFORE.contains(word(name, cut, from))) {
        from++;
      }
      while (to - from > 2 && MARKS_BEHIND.contains(word(name, cut, to - 1))) {
        to--;
      }
    }
    return Arrays.copyOfRange(cut.units(), from, to);
  }

  private static String word(FlatName name, Cut cut, int i) {
    return name.text().substring(cut.starts()[i], cut.starts()[i + 1]);
  }

  private static int unit(String text, int from, int to) {
    return Spelling.isIdeograph(text.charAt(from))
        ? text.codePointAt(from)
        : word(text.substring(from, to));
  }

  /** A word as a unit. Two words may share one: then a candidate too many is looked at. */
  static int word(String word) {
    return WORD | (word.hashCode() * 0x9E37_79B1 >>> 2);
  }

  static int pair(int a, int b) {
    return 0x8000_0000 | ((a * 0x01000193) ^ b * 0x9E37_79B1) >>> 1;
  }
}
