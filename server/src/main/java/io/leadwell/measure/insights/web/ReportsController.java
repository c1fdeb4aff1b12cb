package io.leadwell.measure.insights.web;

import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.web.Languages;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.measure.insights.Cockpit;
import io.leadwell.measure.insights.DurationRow;
import io.leadwell.measure.insights.Durations;
import io.leadwell.measure.insights.Funnel;
import io.leadwell.measure.insights.FunnelRow;
import io.leadwell.measure.insights.ProblemCount;
import io.leadwell.measure.insights.Question;
import io.leadwell.measure.insights.Ranking;
import io.leadwell.measure.insights.RankingRow;
import io.leadwell.measure.insights.Reports;
import io.leadwell.measure.insights.Sheet;
import io.leadwell.measure.insights.SheetRow;
import io.leadwell.pool.leads.LeadRow;
import io.leadwell.pool.leads.Stage;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Routes of reports. */
@RestController
@RequestMapping("/api/v1/reports")
class ReportsController {

  private static final int LARGEST_PAGE = 200;

  record FunnelView(
      String by,
      String basis,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      List<String> stages,
      List<FunnelRow> rows,
      FunnelRow total,
      List<ProblemCount> problems) {}

  /** The rows of a report beside the question they answer. */
  record RowsView<R>(
      String by,
      String basis,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      List<R> rows,
      R total) {

    static <R> RowsView<R> of(Question question, List<R> rows, R total) {
      return new RowsView<>(
          question.by().word(),
          question.basis().word(),
          question.period().from(),
          question.period().to(),
          rows,
          total);
    }
  }

  private final Reports reports;
  private final QuestionQuery query;

  ReportsController(Reports reports, QuestionQuery query) {
    this.reports = reports;
    this.query = query;
  }

  @GetMapping("/funnel")
  @Allow(Permission.REPORTS_READ)
  FunnelView funnel(
      @RequestParam Map<String, String> asked, HttpServletRequest request, Caller caller) {
    Funnel funnel = reports.funnel(query.question(asked), caller, Languages.of(request));
    Question question = funnel.question();
    return new FunnelView(
        question.by().word(),
        question.basis().word(),
        question.period().from(),
        question.period().to(),
        Stage.FUNNEL.stream().map(Stage::word).toList(),
        funnel.rows(),
        funnel.total(),
        funnel.problems());
  }

  @GetMapping("/channels")
  @Allow(Permission.REPORTS_READ)
  RowsView<SheetRow> channels(
      @RequestParam Map<String, String> asked, HttpServletRequest request, Caller caller) {
    Sheet sheet = reports.channels(query.question(asked), caller, Languages.of(request));
    return RowsView.of(sheet.question(), sheet.rows(), sheet.total());
  }

  @GetMapping("/durations")
  @Allow(Permission.REPORTS_READ)
  RowsView<DurationRow> durations(
      @RequestParam Map<String, String> asked, HttpServletRequest request, Caller caller) {
    Durations durations = reports.durations(query.question(asked), caller, Languages.of(request));
    return RowsView.of(durations.question(), durations.rows(), durations.total());
  }

  /** Contents, authors or departments: read how often, and what came of it. */
  @GetMapping("/content")
  @Allow(Permission.REPORTS_READ)
  RowsView<RankingRow> content(
      @RequestParam Map<String, String> asked, HttpServletRequest request, Caller caller) {
    Ranking ranking = reports.contents(query.question(asked), caller, Languages.of(request));
    return RowsView.of(ranking.question(), ranking.rows(), ranking.total());
  }

  @GetMapping("/problems")
  @Allow(Permission.REPORTS_READ)
  List<ProblemCount> problems(
      @RequestParam Map<String, String> asked, HttpServletRequest request, Caller caller) {
    return reports.problems(query.question(asked), caller, Languages.of(request));
  }

  @GetMapping("/cockpit")
  @Allow(Permission.REPORTS_READ)
  Cockpit cockpit(
      @RequestParam Map<String, String> asked, HttpServletRequest request, Caller caller) {
    return reports.cockpit(query.question(asked), caller, Languages.of(request));
  }

  @GetMapping("/leads")
  @Allow(Permission.REPORTS_READ)
  Page<LeadRow> leads(
      @RequestParam Map<String, String> asked,
      @RequestParam(defaultValue = "50") int limit,
      Caller caller) {
    return reports.leads(
        query.behind(asked), caller, asked.get("cursor"), Math.clamp(limit, 1, LARGEST_PAGE));
  }
}
