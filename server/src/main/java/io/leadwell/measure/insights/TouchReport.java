package io.leadwell.measure.insights;

import io.leadwell.base.workspace.Visible;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Touches by scene, frame, channel, campaign or content, the most first. */
@Component
class TouchReport {

  private final TouchCounts counts;
  private final TouchTally tally;
  private final Labels labels;

  TouchReport(TouchCounts counts, TouchTally tally, Labels labels) {
    this.counts = counts;
    this.tally = tally;
    this.labels = labels;
  }

  /**
   * @param counted the tally is up to date
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  TouchSheet answer(TouchQuestion question, Visible visible, boolean counted, Locale language) {
    TouchCounts.Lines lines =
        (counted ? tally.lines(question.by()) : Optional.<TouchCounts.Lines>empty())
            .orElseGet(() -> counts.of(question, visible));
    Map<String, String> names = labels.of(question.by(), lines.lines().keySet(), language);
    List<TouchRow> rows =
        lines.lines().entrySet().stream()
            .map(e -> row(e.getKey(), names.getOrDefault(e.getKey(), e.getKey()), e.getValue()))
            .sorted(order())
            .toList();
    return new TouchSheet(question, rows, row(Keys.ALL, labels.total(language), lines.total()));
  }

  private static Comparator<TouchRow> order() {
    return Comparator.comparing((TouchRow row) -> row.key().equals(Keys.BLANK))
        .thenComparing(Comparator.comparingLong(TouchRow::touches).reversed())
        .thenComparing(TouchRow::label)
        .thenComparing(TouchRow::key);
  }

  private static TouchRow row(String key, String label, TouchCounts.Line line) {
    return new TouchRow(
        key,
        label,
        line.touches,
        line.people,
        line.leads,
        line.mql,
        line.opportunity,
        line.won,
        line.revenueFen,
        line.first,
        line.lastBeforeMql,
        line.lastBeforeContract);
  }
}
