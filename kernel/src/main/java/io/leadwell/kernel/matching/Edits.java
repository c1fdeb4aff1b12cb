package io.leadwell.kernel.matching;

/**
 * Edit distances by bit-parallel columns (Myers 1999; transpositions after Hyyrö 2003). An instance
 * holds a table of its own, so one thread uses one.
 */
public final class Edits {

  private static final int WORD = 64;

  /** Positions of a Latin character in the pattern; zero between calls. */
  private final long[] latin = new long[256];

  /** Insertions, deletions and substitutions, each one (Levenshtein 1966). */
  public int levenshtein(String a, String b) {
    return distance(a.toCharArray(), b.toCharArray(), Integer.MAX_VALUE, false);
  }

  /** Levenshtein with swaps of neighbours as one edit, no part edited twice (OSA). */
  public int osa(String a, String b) {
    return distance(a.toCharArray(), b.toCharArray(), Integer.MAX_VALUE, true);
  }

  /** The OSA distance where it is at most {@code limit}, else something above {@code limit}. */
  int osa(char[] a, char[] b, int limit) {
    return distance(a, b, limit, true);
  }

  private int distance(char[] a, char[] b, int limit, boolean swaps) {
    boolean ordered = a.length <= b.length;
    char[] pattern = ordered ? a : b;
    char[] text = ordered ? b : a;
    int longer = text.length - pattern.length;
    if (longer > limit) {
      return longer;
    }
    if (pattern.length == 0) {
      return text.length;
    }
    return pattern.length <= WORD ? inOneWord(pattern, text, swaps) : byRows(pattern, text, swaps);
  }

  private int inOneWord(char[] pattern, char[] text, boolean swaps) {
    for (int i = 0; i < pattern.length; i++) {
      if (pattern[i] < latin.length) {
        latin[pattern[i]] |= 1L << i;
      }
    }
    long top = 1L << (pattern.length - 1);
    long up = -1L;
    long down = 0;
    long diagonal = 0;
    long before = 0;
    int score = pattern.length;
    for (char c : text) {
      long here = c < latin.length ? latin[c] : positions(pattern, c);
      long swapped = swaps ? ((~diagonal & here) << 1) & before : 0;
      diagonal = (((here & up) + up) ^ up) | here | down | swapped;
      long right = down | ~(diagonal | up);
      long left = diagonal & up;
      if ((right & top) != 0) {
        score++;
      } else if ((left & top) != 0) {
        score--;
      }
      right = right << 1 | 1;
      up = left << 1 | ~(diagonal | right);
      down = right & diagonal;
      before = here;
    }
    for (char c : pattern) {
      if (c < latin.length) {
        latin[c] = 0;
      }
    }
    return score;
  }

  private static long positions(char[] pattern, char c) {
    long positions = 0;
    for (int i = 0; i < pattern.length; i++) {
      if (pattern[i] == c) {
        positions |= 1L << i;
      }
    }
    return positions;
  }

  /** Texts beyond a word are rare: the plain table, three rows of it. */
  private static int byRows(char[] a, char[] b, boolean swaps) {
    int[] two = new int[b.length + 1];
    int[] one = new int[b.length + 1];
    int[] row = new int[b.length + 1];
    for (int j = 0; j <= b.length; j++) {
      one[j] = j;
    }
    for (int i = 1; i <= a.length; i++) {
      row[0] = i;
      for (int j = 1; j <= b.length; j++) {
        int best = one[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        best = Math.min(best, Math.min(one[j], row[j - 1]) + 1);
        if (swaps && i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
          best = Math.min(best, two[j - 2] + 1);
        }
        row[j] = best;
      }
      int[] free = two;
      two = one;
      one = row;
      row = free;
    }
    return one[b.length];
  }
}
