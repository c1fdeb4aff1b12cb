package io.leadwell.kernel.money;

/** Spreads an amount over equal parts without losing a unit. */
public final class Spreading {

  private Spreading() {}

  /**
   * Parts that differ by at most one unit and sum to {@code amount}; the spare units go to the
   * earlier parts. A refund is a negative amount and is spread by the same rule.
   */
  public static long[] evenly(long amount, int parts) {
    if (parts < 1) {
      throw new IllegalArgumentException("parts must be positive: " + parts);
    }
    long each = Math.floorDiv(amount, (long) parts);
    int spare = Math.floorMod(amount, parts);
    long[] spread = new long[parts];
    for (int i = 0; i < parts; i++) {
      spread[i] = i < spare ? each + 1 : each;
    }
    return spread;
  }
}
