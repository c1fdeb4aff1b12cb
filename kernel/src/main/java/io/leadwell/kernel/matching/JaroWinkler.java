package io.leadwell.kernel.matching;

/**
 * The similarity of names of Jaro (1989) with Winkler's (1990) bonus for a common beginning: 0
 * nothing in common, 1 equal. The bonus is 0.1 a character for up to four, above a Jaro of 0.7.
 */
public final class JaroWinkler {

  private static final double BONUS = 0.1;
  private static final double BONUS_FROM = 0.7;
  private static final int LONGEST_BEGINNING = 4;
  private static final int WORD = 64;

  private JaroWinkler() {}

  public static double similarity(String a, String b) {
    return similarity(a.toCharArray(), b.toCharArray());
  }

  static double similarity(char[] one, char[] other) {
    return similarity(one, one.length, other, other.length);
  }

  /** Of the first letters of each. */
  static double similarity(char[] one, int lengthOne, char[] other, int lengthOther) {
    boolean ordered = lengthOne <= lengthOther;
    char[] a = ordered ? one : other;
    char[] b = ordered ? other : one;
    int shorter = Math.min(lengthOne, lengthOther);
    int longer = Math.max(lengthOne, lengthOther);
    if (shorter == 0) {
      return longer == 0 ? 1 : 0;
    }
    double jaro = longer <= WORD ? jaro(a, shorter, b, longer) : jaroOfLong(a, shorter, b, longer);
    if (jaro < BONUS_FROM) {
      return jaro;
    }
    int beginning = 0;
    while (beginning < Math.min(LONGEST_BEGINNING, shorter) && a[beginning] == b[beginning]) {
      beginning++;
    }
    return jaro + BONUS * beginning * (1 - jaro);
  }

  /**
   * Whether lengths and signatures alone leave the similarity open that far: a character that the
   * other text lacks matches nothing there. Never false of a pair that reaches it.
   *
   * @param least above 0.7 and the bonus of four characters
   * @param begins whether the first characters are equal
   */
  static boolean mayReach(
      double least, int lengthA, long signatureA, int lengthB, long signatureB, boolean begins) {
    int ofA = lengthA - Long.bitCount(signatureA & ~signatureB);
    int ofB = lengthB - Long.bitCount(signatureB & ~signatureA);
    int matches = Math.min(ofA, ofB);
    double bonus = BONUS * LONGEST_BEGINNING;
    double jaro = begins ? (least - bonus) / (1 - bonus) : least;
    // Without transpositions Jaro is a third of m/a + m/b + 1; multiplied out, as division is dear.
    double needed = 3 * jaro - 1 - 1e-9;
    return (double) matches * (lengthA + lengthB) >= needed * lengthA * lengthB;
  }

  private static double jaro(char[] a, int lengthA, char[] b, int lengthB) {
    int range = Math.max(lengthB / 2 - 1, 0);
    long usedA = 0;
    long usedB = 0;
    for (int i = 0; i < lengthA; i++) {
      int end = Math.min(lengthB - 1, i + range);
      for (int j = Math.max(0, i - range); j <= end; j++) {
        if (a[i] == b[j] && (usedB >>> j & 1) == 0) {
          usedA |= 1L << i;
          usedB |= 1L << j;
          break;
        }
      }
    }
    int matches = Long.bitCount(usedA);
    if (matches == 0) {
      return 0;
    }
    int moved = 0;
    for (; usedA != 0; usedA &= usedA - 1, usedB &= usedB - 1) {
      if (a[Long.numberOfTrailingZeros(usedA)] != b[Long.numberOfTrailingZeros(usedB)]) {
        moved++;
      }
    }
    return jaro(matches, moved, lengthA, lengthB);
  }

  private static double jaroOfLong(char[] a, int lengthA, char[] b, int lengthB) {
    int range = Math.max(lengthB / 2 - 1, 0);
    boolean[] used = new boolean[lengthB];
    char[] inA = new char[lengthA];
    int matches = 0;
    for (int i = 0; i < lengthA; i++) {
      int end = Math.min(lengthB - 1, i + range);
      for (int j = Math.max(0, i - range); j <= end; j++) {
        if (!used[j] && a[i] == b[j]) {
          used[j] = true;
          inA[matches++] = a[i];
          break;
        }
      }
    }
    if (matches == 0) {
      return 0;
    }
    int moved = 0;
    int at = 0;
    for (int j = 0; j < lengthB; j++) {
      if (used[j] && inA[at++] != b[j]) {
        moved++;
      }
    }
    return jaro(matches, moved, lengthA, lengthB);
  }

  private static double jaro(int matches, int moved, int lengthA, int lengthB) {
    double m = matches;
    return (m / lengthA + m / lengthB + (m - moved / 2.0) / m) / 3;
  }
}
