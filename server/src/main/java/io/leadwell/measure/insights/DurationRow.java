package io.leadwell.measure.insights;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long one line's leads took. */
public record DurationRow(String key, String label, List<Step> steps) {

  /**
   * From one moment to another, over the leads that entered both by themselves.
   *
   * @param from {@code firstContact} or a stage
   * @param n how many leads took it
   * @param negative how many of them by their dates arrived before they left; they are in the mean
   *     and the quantiles as they are
   */
  public record Step(
      String from,
      String to,
      long n,
      @Nullable Double meanDays,
      @Nullable Double medianDays,
      @Nullable Double p90Days,
      long negative) {}
}
