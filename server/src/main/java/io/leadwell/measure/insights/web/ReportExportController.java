package io.leadwell.measure.insights.web;

import io.leadwell.base.platform.TableFile.Format;
import io.leadwell.base.platform.web.Languages;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.measure.insights.Durations;
import io.leadwell.measure.insights.Funnel;
import io.leadwell.measure.insights.Question;
import io.leadwell.measure.insights.Ranking;
import io.leadwell.measure.insights.Reports;
import io.leadwell.measure.insights.Sheet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports as files. */
@RestController
@RequestMapping("/api/v1/reports")
class ReportExportController {

  private final Reports reports;
  private final QuestionQuery query;
  private final ReportSheets sheets;

  ReportExportController(Reports reports, QuestionQuery query, ReportSheets sheets) {
    this.reports = reports;
    this.query = query;
    this.sheets = sheets;
  }

  @GetMapping("/funnel/export")
  @Allow(Permission.REPORTS_EXPORT)
  void funnel(
      @RequestParam Map<String, String> asked,
      HttpServletRequest request,
      HttpServletResponse response,
      Caller caller)
      throws IOException {
    Format format = Format.of(asked.get("format"));
    Question question = query.question(asked);
    Funnel funnel = reports.funnel(question, caller, Languages.of(request));
    sheets.funnel(
        funnel, begin("funnel", question, format, response, caller), format, Languages.of(request));
  }

  @GetMapping("/channels/export")
  @Allow(Permission.REPORTS_EXPORT)
  void channels(
      @RequestParam Map<String, String> asked,
      HttpServletRequest request,
      HttpServletResponse response,
      Caller caller)
      throws IOException {
    Format format = Format.of(asked.get("format"));
    Question question = query.question(asked);
    Sheet sheet = reports.channels(question, caller, Languages.of(request));
    sheets.channels(
        sheet,
        begin("channels", question, format, response, caller),
        format,
        Languages.of(request));
  }

  @GetMapping("/durations/export")
  @Allow(Permission.REPORTS_EXPORT)
  void durations(
      @RequestParam Map<String, String> asked,
      HttpServletRequest request,
      HttpServletResponse response,
      Caller caller)
      throws IOException {
    Format format = Format.of(asked.get("format"));
    Question question = query.question(asked);
    Durations durations = reports.durations(question, caller, Languages.of(request));
    sheets.durations(
        durations,
        begin("durations", question, format, response, caller),
        format,
        Languages.of(request));
  }

  @GetMapping("/content/export")
  @Allow(Permission.REPORTS_EXPORT)
  void content(
      @RequestParam Map<String, String> asked,
      HttpServletRequest request,
      HttpServletResponse response,
      Caller caller)
      throws IOException {
    Format format = Format.of(asked.get("format"));
    Question question = query.question(asked);
    Ranking ranking = reports.contents(question, caller, Languages.of(request));
    sheets.contents(
        ranking,
        begin("content", question, format, response, caller),
        format,
        Languages.of(request));
  }

  private OutputStream begin(
      String report, Question question, Format format, HttpServletResponse response, Caller caller)
      throws IOException {
    reports.exported(report, question, caller);
    response.setContentType(format.mediaType());
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"" + report + "." + format.extension() + "\"");
    return response.getOutputStream();
  }
}
