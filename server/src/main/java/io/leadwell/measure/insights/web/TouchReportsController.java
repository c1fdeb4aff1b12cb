package io.leadwell.measure.insights.web;

import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.TableFile.Format;
import io.leadwell.base.platform.web.Languages;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.measure.insights.TouchEntry;
import io.leadwell.measure.insights.TouchFigure;
import io.leadwell.measure.insights.TouchQuestion;
import io.leadwell.measure.insights.TouchReports;
import io.leadwell.measure.insights.TouchRow;
import io.leadwell.measure.insights.TouchSheet;
import io.leadwell.pool.leads.LeadRow;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Routes of the report of touches. */
@RestController
@RequestMapping("/api/v1/reports/touches")
class TouchReportsController {

  private static final int LARGEST_PAGE = 200;

  record TouchView(
      String by,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      List<TouchRow> rows,
      TouchRow total) {}

  private final TouchReports reports;
  private final TouchQuery query;
  private final ReportSheets sheets;

  TouchReportsController(TouchReports reports, TouchQuery query, ReportSheets sheets) {
    this.reports = reports;
    this.query = query;
    this.sheets = sheets;
  }

  @GetMapping
  @Allow(Permission.REPORTS_READ)
  TouchView report(
      @RequestParam Map<String, String> asked, HttpServletRequest request, Caller caller) {
    TouchSheet sheet = reports.sheet(query.question(asked), caller, Languages.of(request));
    TouchQuestion question = sheet.question();
    return new TouchView(
        question.by().word(),
        question.period().from(),
        question.period().to(),
        sheet.rows(),
        sheet.total());
  }

  @GetMapping("/list")
  @Allow(Permission.REPORTS_READ)
  Page<TouchEntry> touches(
      @RequestParam Map<String, String> asked,
      @RequestParam(defaultValue = "50") int limit,
      Caller caller) {
    return reports.touches(
        query.behind(asked, TouchFigure.TOUCH),
        caller,
        asked.get("cursor"),
        Math.clamp(limit, 1, LARGEST_PAGE));
  }

  @GetMapping("/leads")
  @Allow(Permission.REPORTS_READ)
  Page<LeadRow> leads(
      @RequestParam Map<String, String> asked,
      @RequestParam(defaultValue = "50") int limit,
      Caller caller) {
    return reports.leads(
        query.behind(asked, TouchFigure.LEAD),
        caller,
        asked.get("cursor"),
        Math.clamp(limit, 1, LARGEST_PAGE));
  }

  @GetMapping("/export")
  @Allow(Permission.REPORTS_EXPORT)
  void export(
      @RequestParam Map<String, String> asked,
      HttpServletRequest request,
      HttpServletResponse response,
      Caller caller)
      throws IOException {
    Format format = Format.of(asked.get("format"));
    TouchQuestion question = query.question(asked);
    TouchSheet sheet = reports.sheet(question, caller, Languages.of(request));
    reports.exported(question, caller);
    response.setContentType(format.mediaType());
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"touches." + format.extension() + "\"");
    sheets.touches(sheet, response.getOutputStream(), format, Languages.of(request));
  }
}
