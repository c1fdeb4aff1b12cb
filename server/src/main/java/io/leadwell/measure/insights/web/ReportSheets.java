package io.leadwell.measure.insights.web;

import io.leadwell.base.platform.TableFile;
import io.leadwell.base.platform.Texts;
import io.leadwell.measure.insights.DurationRow;
import io.leadwell.measure.insights.Durations;
import io.leadwell.measure.insights.Funnel;
import io.leadwell.measure.insights.FunnelRow;
import io.leadwell.measure.insights.Ranking;
import io.leadwell.measure.insights.RankingRow;
import io.leadwell.measure.insights.Sheet;
import io.leadwell.measure.insights.SheetRow;
import io.leadwell.measure.insights.TouchRow;
import io.leadwell.measure.insights.TouchSheet;
import io.leadwell.pool.leads.Stage;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reports as tables of a spreadsheet: raw yuan and days, the unit in the header, totals last. */
@Component
class ReportSheets {

  private final Texts texts;

  ReportSheets(Texts texts) {
    this.texts = texts;
  }

  void funnel(Funnel funnel, OutputStream out, TableFile.Format format, Locale language) {
    List<String> headers = new ArrayList<>();
    headers.add(text(language, "by." + funnel.question().by().word()));
    stages(headers, language, "column.report.stage");
    stages(headers, language, "column.report.implied");
    headers.add(text(language, "column.report.revenue"));
    try (TableFile file = begin(out, format, language, "funnel", headers)) {
      funnel.rows().forEach(row -> file.row(cells(row)));
      file.row(cells(funnel.total()));
    }
  }

  private static @Nullable Object[] cells(FunnelRow row) {
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(row.label());
    counts(cells, row.counts());
    counts(cells, row.implied());
    cells.add(yuan(row.revenueFen()));
    return cells.toArray();
  }

  void channels(Sheet sheet, OutputStream out, TableFile.Format format, Locale language) {
    List<String> headers = new ArrayList<>();
    headers.add(text(language, "by." + sheet.question().by().word()));
    for (String column : List.of("spend", "impressions", "clicks")) {
      headers.add(text(language, "column.report." + column));
    }
    stages(headers, language, "column.report.stage");
    for (String column : List.of("customers", "revenue", "cpl")) {
      headers.add(text(language, "column.report." + column));
    }
    for (Stage stage : Stage.FUNNEL.subList(1, Stage.FUNNEL.size())) {
      headers.add(
          text(language, "column.report.cost", text(language, "report.stage." + stage.word())));
    }
    headers.add(text(language, "column.report.cac"));
    headers.add(text(language, "column.report.romi"));
    try (TableFile file = begin(out, format, language, "channels", headers)) {
      sheet.rows().forEach(row -> file.row(cells(row)));
      file.row(cells(sheet.total()));
    }
  }

  private static @Nullable Object[] cells(SheetRow row) {
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(row.label());
    cells.add(yuan(row.spendFen()));
    cells.add(row.impressions());
    cells.add(row.clicks());
    counts(cells, row.counts());
    cells.add(row.customers());
    cells.add(yuan(row.revenueFen()));
    cells.add(yuan(row.cplFen()));
    for (Stage stage : Stage.FUNNEL.subList(1, Stage.FUNNEL.size())) {
      cells.add(yuan(row.costPerFen().get(stage.word())));
    }
    cells.add(yuan(row.cacFen()));
    cells.add(rounded(row.romi(), 4));
    return cells.toArray();
  }

  void durations(Durations durations, OutputStream out, TableFile.Format format, Locale language) {
    List<String> headers = new ArrayList<>();
    headers.add(text(language, "by." + durations.question().by().word()));
    for (String column : List.of("from", "to", "n", "mean", "median", "p90", "negative")) {
      headers.add(text(language, "column.report." + column));
    }
    try (TableFile file = begin(out, format, language, "durations", headers)) {
      durations.rows().forEach(row -> steps(file, row, language));
      steps(file, durations.total(), language);
    }
  }

  private void steps(TableFile file, DurationRow row, Locale language) {
    for (DurationRow.Step step : row.steps()) {
      file.row(
          row.label(),
          text(language, "report.stage." + step.from()),
          text(language, "report.stage." + step.to()),
          step.n(),
          rounded(step.meanDays(), 2),
          rounded(step.medianDays(), 2),
          rounded(step.p90Days(), 2),
          step.negative());
    }
  }

  void contents(Ranking ranking, OutputStream out, TableFile.Format format, Locale language) {
    List<String> headers = new ArrayList<>();
    headers.add(text(language, "by." + ranking.question().by().word()));
    for (String column :
        List.of("items", "views", "visitors", "dwell", "ends", "shares", "downloads", "forms")) {
      headers.add(text(language, "column.report." + column));
    }
    stages(headers, language, "column.report.stage");
    headers.add(text(language, "column.report.revenue"));
    try (TableFile file = begin(out, format, language, "content", headers)) {
      ranking.rows().forEach(row -> file.row(cells(row)));
      file.row(cells(ranking.total()));
    }
  }

  private static @Nullable Object[] cells(RankingRow row) {
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(row.label());
    cells.add(row.items());
    cells.add(row.views());
    cells.add(row.visitors());
    cells.add(row.views() == 0 ? null : rounded(row.dwellMs() / 1000.0 / row.views(), 1));
    cells.add(row.ends());
    cells.add(row.shares());
    cells.add(row.downloads());
    cells.add(row.registrations());
    counts(cells, row.counts());
    cells.add(yuan(row.revenueFen()));
    return cells.toArray();
  }

  void touches(TouchSheet sheet, OutputStream out, TableFile.Format format, Locale language) {
    List<String> headers = new ArrayList<>();
    headers.add(text(language, "by." + sheet.question().by().word()));
    for (String column :
        List.of(
            "touches",
            "people",
            "touchedLeads",
            "involvedMql",
            "involvedOpportunity",
            "involvedWon",
            "involvedRevenue",
            "firstTouch",
            "lastBeforeMql",
            "lastBeforeContract")) {
      headers.add(text(language, "column.report." + column));
    }
    try (TableFile file = begin(out, format, language, "touches", headers)) {
      sheet.rows().forEach(row -> file.row(cells(row)));
      file.row(cells(sheet.total()));
    }
  }

  private static @Nullable Object[] cells(TouchRow row) {
    return new @Nullable Object[] {
      row.label(),
      row.touches(),
      row.people(),
      row.leads(),
      row.mql(),
      row.opportunity(),
      row.won(),
      yuan(row.revenueFen()),
      row.first(),
      row.lastBeforeMql(),
      row.lastBeforeContract()
    };
  }

  private TableFile begin(
      OutputStream out,
      TableFile.Format format,
      Locale language,
      String report,
      List<String> headers) {
    return TableFile.begin(out, format, text(language, "report.sheet." + report), headers);
  }

  private void stages(List<String> headers, Locale language, String key) {
    for (Stage stage : Stage.FUNNEL) {
      headers.add(text(language, key, text(language, "report.stage." + stage.word())));
    }
  }

  private String text(Locale language, String key, Object... arguments) {
    return texts.of(language, key, arguments);
  }

  private static void counts(List<@Nullable Object> cells, Map<String, Long> counts) {
    for (Stage stage : Stage.FUNNEL) {
      cells.add(counts.getOrDefault(stage.word(), 0L));
    }
  }

  private static @Nullable BigDecimal yuan(@Nullable Long fen) {
    return fen == null ? null : BigDecimal.valueOf(fen, 2);
  }

  private static @Nullable BigDecimal rounded(@Nullable Double value, int digits) {
    return value == null ? null : BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
  }
}
