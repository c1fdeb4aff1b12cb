package io.leadwell.kernel.grading;

import io.leadwell.kernel.rules.Fading;
import java.time.Duration;
import java.util.List;

/** All that decides a grade. */
public record GradeModel(
    List<FitRule> fit, List<EngagementRule> engagement, Duration halfLife, Matrix matrix) {

  /** Fit is between nothing and so much. */
  public static final int MOST_FIT = 100;

  public GradeModel {
    fit = List.copyOf(fit);
    engagement = List.copyOf(engagement);
    if (halfLife.compareTo(Fading.SHORTEST) < 0) {
      throw new IllegalArgumentException("Half-life under " + Fading.SHORTEST);
    }
  }
}
