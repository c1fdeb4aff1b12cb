package io.leadwell.acquire.capture.web;

import io.leadwell.acquire.capture.SubmissionFilter;
import io.leadwell.acquire.capture.SubmissionSheet;
import io.leadwell.base.platform.TableFile;
import io.leadwell.base.platform.TableFile.Format;
import io.leadwell.base.platform.Texts;
import io.leadwell.base.platform.web.Languages;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Submissions as a file: streamed, a column a question, with what the reader may see. */
@RestController
class SubmissionExportController {

  private final SubmissionSheet sheet;
  private final SubmissionsController.Query query;
  private final Texts texts;

  SubmissionExportController(
      SubmissionSheet sheet, SubmissionsController.Query query, Texts texts) {
    this.sheet = sheet;
    this.query = query;
    this.texts = texts;
  }

  @GetMapping("/api/v1/submissions/export")
  @Allow(Permission.LEADS_EXPORT)
  void export(
      @RequestParam Map<String, String> asked,
      @RequestParam(required = false) @Nullable String format,
      HttpServletRequest request,
      HttpServletResponse response,
      Caller caller)
      throws IOException {
    Format chosen = Format.of(format);
    SubmissionFilter filter = query.filter(asked);
    Locale language = Languages.of(request);
    SubmissionSheet.Columns columns = sheet.begin(filter, language, caller);
    response.setContentType(chosen.mediaType());
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"submissions." + chosen.extension() + "\"");
    try (TableFile file =
        TableFile.begin(
            response.getOutputStream(),
            chosen,
            texts.of(language, "capture.sheet"),
            columns.headers())) {
      sheet.write(columns, caller, file::row);
    }
  }
}
