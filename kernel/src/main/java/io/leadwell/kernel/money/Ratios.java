package io.leadwell.kernel.money;

import org.jspecify.annotations.Nullable;

/**
 * The ratios of marketing. A zero denominator has no ratio: null, shown as "—", never 0 or ∞. A
 * ratio of a total is Σ ÷ Σ, so totals are passed in, never a mean of ratios.
 */
public final class Ratios {

  private Ratios() {}

  /** Fen for one of {@code count} (CPL, cost per stage, CAC), rounded half away from zero. */
  public static @Nullable Long costPer(@Nullable Long spendFen, long count) {
    if (spendFen == null || count <= 0) {
      return null;
    }
    long whole = spendFen / count;
    long rest = Math.abs(spendFen % count);
    return rest >= count - rest ? whole + Long.signum(spendFen) : whole;
  }

  /** ROMI = (revenue − spend) ÷ spend; 0.5 is a return of 50 %. */
  public static @Nullable Double romi(long revenueFen, @Nullable Long spendFen) {
    if (spendFen == null || spendFen == 0) {
      return null;
    }
    return (double) (revenueFen - spendFen) / spendFen;
  }
}
