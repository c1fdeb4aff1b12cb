package io.leadwell.kernel.grading;

import io.leadwell.kernel.rules.Facts;
import io.leadwell.kernel.rules.Fading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lead's grade, and every point of it.
 *
 * @param fit within its bounds; the sum of {@code fitGiven} may lie beyond them
 * @param next when time alone may change the grade; null when it never does
 */
public record Graded(
    int fit,
    Fading engagement,
    Grade grade,
    @Nullable Instant next,
    List<FitGiven> fitGiven,
    List<DeedCounted> deedsCounted) {

  /** A rule that holds. */
  public record FitGiven(FitRule rule) {}

  /** A deed that counts, the latest first within its rule. */
  public record DeedCounted(EngagementRule rule, Facts.Deed deed) {

    /** What its points are worth by now. */
    public double worth(Instant now, Duration halfLife) {
      return Fading.none(halfLife).plus(rule.points(), deed.at()).at(now);
    }
  }
}
