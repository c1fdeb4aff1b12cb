package io.leadwell.kernel.matching;

/** Runs of equal keys in a sorted list: the records that one agreement brings together. */
final class Blocks {

  static final int LARGEST = 2_000;

  private static final int[] CAPS = {
    8, 12, 18, 25, 35, 50, 75, 100, 150, 200, 300, 500, 1_000, LARGEST
  };

  private final long pairsARule;
  private final int sideB;

  Blocks(long pairsARule, int sideB) {
    this.pairsARule = pairsARule;
    this.sideB = sideB;
  }

  /** The largest block size whose blocks together stay within what a rule may propose. */
  int cap(long[] keys, int n, int bits) {
    long[] pairs = new long[CAPS.length];
    long mask = (1L << bits) - 1;
    for (int from = 0, to; from < n; from = to) {
      to = end(keys, from, n, bits);
      if (to - from >= 2 && to - from <= LARGEST) {
        int c = 0;
        while (CAPS[c] < to - from) {
          c++;
        }
        pairs[c] += pairs(keys, from, to, mask);
      }
    }
    long sum = 0;
    int cap = CAPS[0];
    for (int c = 0; c < CAPS.length; c++) {
      sum += pairs[c];
      if (sum > pairsARule) {
        break;
      }
      cap = CAPS[c];
    }
    return cap;
  }

  long pairs(long[] keys, int from, int to, long mask) {
    long n = to - from;
    if (sideB == 0) {
      return n * (n - 1) / 2;
    }
    long first = 0;
    for (int i = from; i < to; i++) {
      first += (keys[i] & mask) < sideB ? 1 : 0;
    }
    return first * (n - first);
  }

  static int end(long[] keys, int from, int n, int bits) {
    long key = keys[from] >>> bits;
    int to = from + 1;
    while (to < n && keys[to] >>> bits == key) {
      to++;
    }
    return to;
  }
}
