package io.leadwell.kernel.scoring;

import java.util.Arrays;

/** Rows dealt out so that each part holds its share of both outcomes. */
final class Folds {

  private Folds() {}

  /**
   * The part of each row. At the first turn rows are dealt in their order, which the caller has
   * made one of chance; later turns shuffle them anew.
   */
  static int[] deal(boolean[] won, int parts, int turn) {
    int[] part = new int[won.length];
    long[] keys = new long[won.length];
    for (int row = 0; row < won.length; row++) {
      long chance = turn == 0 ? 0 : mix(row * 31L + turn) >>> 31;
      keys[row] = chance << 31 | row;
    }
    Arrays.sort(keys);
    int winners = 0;
    int losers = 0;
    for (long key : keys) {
      int row = (int) (key & Integer.MAX_VALUE);
      part[row] = (won[row] ? winners++ : losers++) % parts;
    }
    return part;
  }

  static int[] in(int[] part, int wanted) {
    return rows(part, wanted, true);
  }

  static int[] outside(int[] part, int wanted) {
    return rows(part, wanted, false);
  }

  private static int[] rows(int[] part, int wanted, boolean inside) {
    int[] rows = new int[part.length];
    int count = 0;
    for (int row = 0; row < part.length; row++) {
      if (part[row] == wanted == inside) {
        rows[count++] = row;
      }
    }
    return Arrays.copyOf(rows, count);
  }

  /** Every so-manieth of the rows, at most {@code most}. */
  static int[] atMost(int[] rows, int most) {
    if (rows.length <= most) {
      return rows;
    }
    int[] some = new int[most];
    for (int i = 0; i < most; i++) {
      some[i] = rows[(int) ((long) i * rows.length / most)];
    }
    return some;
  }

  /** Splits rows, every {@code nth} to the second part. */
  static int[][] split(int[] rows, boolean[] won, int nth) {
    int[] first = new int[rows.length];
    int[] second = new int[rows.length];
    int firsts = 0;
    int seconds = 0;
    int winners = 0;
    int losers = 0;
    for (int row : rows) {
      int place = won[row] ? winners++ : losers++;
      if (place % nth == nth - 1) {
        second[seconds++] = row;
      } else {
        first[firsts++] = row;
      }
    }
    return new int[][] {Arrays.copyOf(first, firsts), Arrays.copyOf(second, seconds)};
  }

  /** SplitMix64's finaliser, never negative. */
  static long mix(long seed) {
    long z = seed + 0x9E3779B97F4A7C15L;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return (z ^ z >>> 31) & Long.MAX_VALUE;
  }
}
