package io.leadwell.kernel.matching;

import java.util.Arrays;

/**
 * Short pieces of a folded text, packed into ints, by which an index finds every place a query
 * occurs.
 *
 * <p>Chinese users mostly type one or two characters, where an index of three-character pieces
 * finds nothing. So ideographs give single characters and pairs, and runs of Latin letters and
 * digits give triples. A piece that touches an ideograph is a pair. A packed triple may collide
 * with another: the caller checks the hits against the text itself.
 */
public final class Grams {

  private Grams() {}

  /**
   * The grams of a text, sorted, each once. A text contains all grams of every query found in it.
   * Empty for one or two letters or digits: the caller then compares texts.
   */
  public static int[] of(String text) {
    int[] c = Folding.fold(text).codePoints().toArray();
    int[] grams = new int[2 * c.length];
    int n = 0;
    for (int i = 0; i < c.length; i++) {
      if (isIdeograph(c[i])) {
        grams[n++] = c[i];
      }
      if (isWithin(c, i + 1) && c[i] != ' ') {
        if (isIdeograph(c[i]) || isIdeograph(c[i + 1])) {
          grams[n++] = pack(c[i], c[i + 1]);
        } else if (isWithin(c, i + 2) && !isIdeograph(c[i + 2])) {
          grams[n++] = pack(c[i], c[i + 1], c[i + 2]);
        }
      }
    }
    return distinct(grams, n);
  }

  private static boolean isWithin(int[] c, int i) {
    return i < c.length && c[i] != ' ';
  }

  private static int[] distinct(int[] grams, int n) {
    Arrays.sort(grams, 0, n);
    int kept = 0;
    for (int i = 0; i < n; i++) {
      if (i == 0 || grams[i] != grams[i - 1]) {
        grams[kept++] = grams[i];
      }
    }
    return Arrays.copyOf(grams, kept);
  }

  private static boolean isIdeograph(int c) {
    return Character.isIdeographic(c);
  }

  private static int pack(int a, int b) {
    return (a << 16) ^ b ^ 0x4000_0000;
  }

  private static int pack(int a, int b, int c) {
    return (a * 0x01000193 ^ b) * 0x01000193 ^ c ^ 0x8000_0000;
  }
}
