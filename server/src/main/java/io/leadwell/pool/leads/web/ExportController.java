package io.leadwell.pool.leads.web;

import io.leadwell.base.platform.TableFile;
import io.leadwell.base.platform.TableFile.Format;
import io.leadwell.base.platform.Texts;
import io.leadwell.base.platform.web.Languages;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.pool.leads.CustomColumns;
import io.leadwell.pool.leads.LeadFilter;
import io.leadwell.pool.leads.LeadQuery;
import io.leadwell.pool.leads.Leads;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The pool as a file: streamed, in the reader's language, with what the reader may see. */
@RestController
class ExportController {

  private final Leads leads;
  private final LeadQuery query;
  private final CustomColumns custom;
  private final Texts texts;

  ExportController(Leads leads, LeadQuery query, CustomColumns custom, Texts texts) {
    this.leads = leads;
    this.query = query;
    this.custom = custom;
    this.texts = texts;
  }

  @GetMapping("/api/v1/leads/export")
  @Allow(Permission.LEADS_EXPORT)
  void export(
      @RequestParam Map<String, String> asked,
      @RequestParam(required = false) @Nullable String format,
      HttpServletRequest request,
      HttpServletResponse response,
      Caller caller)
      throws IOException {
    Format chosen = Format.of(format);
    LeadFilter filter = query.filter(asked);
    Locale language = Languages.of(request);
    List<LeadColumn> columns = LeadColumn.chosen(asked.get("columns"));
    List<CustomColumns.Column> own = custom.chosen(asked.get("columns"));
    leads.exported(filter, caller);
    response.setContentType(chosen.mediaType());
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"leads." + chosen.extension() + "\"");
    try (TableFile file =
        TableFile.begin(
            response.getOutputStream(),
            chosen,
            texts.of(language, "leads.sheet"),
            Stream.concat(
                    columns.stream().map(c -> texts.of(language, "column.leads." + c.word())),
                    own.stream().map(column -> column.label(language)))
                .toList())) {
      leads.each(
          filter,
          caller,
          lead ->
              file.row(
                  Stream.concat(
                          columns.stream().map(c -> c.cell(lead, texts, language)),
                          own.stream().map(column -> column.cell(lead, language)))
                      .toArray()));
    }
  }
}
