package io.leadwell.measure.insights;

import io.leadwell.base.workspace.Visible;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How many leads reached each stage. */
@Component
class FunnelReport {

  private final StageCounts counts;
  private final DataProblems problems;
  private final Labels labels;

  FunnelReport(StageCounts counts, DataProblems problems, Labels labels) {
    this.counts = counts;
    this.problems = problems;
    this.labels = labels;
  }

  Funnel answer(Question question, Visible visible, Locale language) {
    StageCounts.Table table = counts.of(question, visible);
    if (question.by() == Dimension.NONE) {
      table.lines().put(Keys.ALL, table.total());
    }
    Map<String, String> names = labels.of(question.by(), table.lines().keySet(), language);
    List<FunnelRow> rows =
        table.lines().entrySet().stream()
            .map(e -> row(e.getKey(), names.getOrDefault(e.getKey(), e.getKey()), e.getValue()))
            .sorted(
                Rows.order(
                    question.by(),
                    FunnelRow::key,
                    FunnelRow::label,
                    row -> row.counts().getOrDefault("lead", 0L)))
            .toList();
    FunnelRow total = row(Keys.ALL, labels.total(language), table.total());
    return new Funnel(
        question, rows, total, problems.in(question, table.marked(), visible, language));
  }

  private static FunnelRow row(String key, String label, StageCounts.Line line) {
    return new FunnelRow(
        key, label, Rows.byStage(line.counts), Rows.byStage(line.implied), line.revenueFen);
  }
}
