package io.leadwell.measure.insights;

import org.jspecify.annotations.Nullable;

/**
 * What the report of touches is asked.
 *
 * @param period when people were touched
 * @param scene null is no limit, as is {@code frame}
 * @param filter channel, campaign and source class are those of the touch, the rest is of its lead
 */
public record TouchQuestion(
    TouchCut by,
    Period period,
    @Nullable Wanted<String> scene,
    @Nullable Wanted<String> frame,
    ReportFilter filter) {

  TouchQuestion filtered(ReportFilter other) {
    return new TouchQuestion(by, period, scene, frame, other);
  }
}
