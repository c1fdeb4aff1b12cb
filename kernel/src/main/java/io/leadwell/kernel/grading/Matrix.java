package io.leadwell.kernel.grading;

import java.util.List;

/**
 * Where one grade ends and the next begins.
 *
 * @param fitFrom the least fit for A, for B and for C; D is below
 * @param engagementFrom the least engagement for 1, for 2 and for 3; 4 is below
 */
public record Matrix(List<Integer> fitFrom, List<Integer> engagementFrom) {

  public Matrix {
    fitFrom = List.copyOf(fitFrom);
    engagementFrom = List.copyOf(engagementFrom);
    if (!falls(fitFrom) || !falls(engagementFrom)) {
      throw new IllegalArgumentException("Thresholds fall, and stay above zero");
    }
  }

  /** Three that fall, the last above zero: nothing at all is never a better grade. */
  public static boolean falls(List<Integer> from) {
    return from.size() == Grade.STEPS - 1
        && from.get(0) > from.get(1)
        && from.get(1) > from.get(2)
        && from.get(2) > 0;
  }
}
