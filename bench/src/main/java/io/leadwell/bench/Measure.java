package io.leadwell.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of the report: a work beside its anchor.
 *
 * @param ratio of the figure to the anchor's; null where there is no anchor
 * @param met whether the goal was met; null when the line only informs
 */
record Measure(
    String work,
    String figure,
    String anchor,
    String anchorFigure,
    @Nullable Double ratio,
    String goal,
    @Nullable Boolean met) {

  static Measure ratio(
      String work,
      String figure,
      double value,
      String anchor,
      String anchorFigure,
      double base,
      double limit) {
    double ratio = value / base;
    return new Measure(
        work,
        figure,
        anchor,
        anchorFigure,
        ratio,
        String.format(Locale.ROOT, "≤ %.1f ×", limit),
        ratio <= limit);
  }

  /** A rate, which is to be at least {@code limit} times the anchor's. */
  static Measure atLeast(
      String work,
      String figure,
      double value,
      String anchor,
      String anchorFigure,
      double base,
      double limit) {
    double ratio = value / base;
    return new Measure(
        work,
        figure,
        anchor,
        anchorFigure,
        ratio,
        String.format(Locale.ROOT, "≥ %.2f ×", limit),
        ratio >= limit);
  }

  /** A rate beside an anchor's, with no goal. */
  static Measure beside(
      String work, String figure, double value, String anchor, String anchorFigure, double base) {
    return new Measure(work, figure, anchor, anchorFigure, value / base, "—", null);
  }

  static Measure told(String work, String figure) {
    return new Measure(work, figure, "—", "—", null, "—", null);
  }

  String ratioText() {
    return ratio == null ? "—" : String.format(Locale.ROOT, "%.2f ×", ratio);
  }

  String metText() {
    return met == null ? "—" : met ? "yes" : "**no**";
  }
}
