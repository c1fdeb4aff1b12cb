package io.leadwell.measure.insights.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.base.platform.TableFile.Format;
import io.leadwell.base.platform.Texts;
import io.leadwell.base.workspace.Caller;
import io.leadwell.measure.insights.Basis;
import io.leadwell.measure.insights.DataProblem;
import io.leadwell.measure.insights.Dimension;
import io.leadwell.measure.insights.Funnel;
import io.leadwell.measure.insights.FunnelRow;
import io.leadwell.measure.insights.InsightsProblem;
import io.leadwell.measure.insights.Period;
import io.leadwell.measure.insights.Question;
import io.leadwell.measure.insights.ReportFilter;
import io.leadwell.measure.insights.Reports;
import io.leadwell.measure.insights.TouchCut;
import io.leadwell.measure.insights.TouchQuestion;
import io.leadwell.measure.insights.TouchReports;
import io.leadwell.pool.leads.Stage;
import io.leadwell.testing.OnPostgres;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnPostgres
class ReportSheetsTests {

  @Autowired private ReportSheets sheets;
  @Autowired private Reports reports;
  @Autowired private TouchReports touches;
  @Autowired private Texts texts;

  @Test
  void a_funnel_as_csv_has_units_raw_yuan_and_no_formulas() {
    FunnelRow row = new FunnelRow("x", "=HYPERLINK(1)", counts(3), counts(1), 123_456_789);
    Funnel funnel = new Funnel(question(Dimension.CHANNEL), List.of(row), total(), List.of());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    sheets.funnel(funnel, out, Format.CSV, Locale.SIMPLIFIED_CHINESE);
    String text = out.toString(StandardCharsets.UTF_8);
    assertThat(text).startsWith("\uFEFF渠道,线索(个),MQL(个)").contains("签约额(元)");
    assertThat(text.lines().toList().get(1))
        .isEqualTo("'=HYPERLINK(1),3,3,3,3,3,3,3,1,1,1,1,1,1,1,1234567.89");
    assertThat(text.lines()).hasSize(3);
  }

  @Test
  void every_report_is_written_in_both_formats_and_languages() {
    for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
      for (Format format : Format.values()) {
        for (Dimension by : Dimension.values()) {
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          sheets.funnel(
              reports.funnel(question(by), Caller.system(), language), out, format, language);
          sheets.durations(
              reports.durations(question(by), Caller.system(), language), out, format, language);
          assertThat(out.size()).isPositive();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sheets.channels(
            reports.channels(question(Dimension.MONTH), Caller.system(), language),
            out,
            format,
            language);
        for (Dimension by : List.of(Dimension.ITEM, Dimension.AUTHOR, Dimension.DEPARTMENT)) {
          sheets.contents(
              reports.contents(question(by), Caller.system(), language), out, format, language);
        }
        for (TouchCut by : TouchCut.values()) {
          TouchQuestion asked =
              new TouchQuestion(by, Period.ever(), null, null, ReportFilter.all());
          sheets.touches(touches.sheet(asked, Caller.system(), language), out, format, language);
        }
        assertThat(out.size()).isPositive();
      }
    }
  }

  @Test
  void every_problem_has_its_text_in_both_languages() {
    for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
      for (DataProblem problem : DataProblem.values()) {
        assertThat(texts.of(language, "problem.data." + problem.word(), 7)).contains("7");
      }
      for (InsightsProblem problem : InsightsProblem.values()) {
        assertThat(texts.of(language, "problem." + problem.name(), "x")).isNotBlank();
      }
    }
  }

  private static FunnelRow total() {
    return new FunnelRow("*", "合计", counts(3), counts(1), 123_456_789);
  }

  private static Map<String, Long> counts(long each) {
    Map<String, Long> counts = new LinkedHashMap<>();
    Stage.FUNNEL.forEach(stage -> counts.put(stage.word(), each));
    return counts;
  }

  private static Question question(Dimension by) {
    return new Question(by, Basis.COHORT, Period.ever(), ReportFilter.all());
  }
}
