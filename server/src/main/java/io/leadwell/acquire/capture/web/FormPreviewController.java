package io.leadwell.acquire.capture.web;

import io.leadwell.acquire.capture.FormDesign;
import io.leadwell.acquire.capture.FormPreview;
import io.leadwell.base.pages.PageFrame;
import io.leadwell.base.pages.Pages;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Permission;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How a draft will look: the very page that visitors get, without being taken. */
@RestController
class FormPreviewController {

  private final FormPreview preview;
  private final Pages pages;

  FormPreviewController(FormPreview preview, Pages pages) {
    this.preview = preview;
    this.pages = pages;
  }

  @PostMapping("/api/v1/forms/preview")
  @Allow(Permission.CAMPAIGNS_READ)
  ResponseEntity<String> preview(
      @RequestBody FormDesign draft, @RequestParam(defaultValue = "zh") String lang) {
    Locale language = lang.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    var part = preview.of(draft, language);
    PageFrame frame = pages.frame(language, part.title()).notWatched();
    return pages.answer(HttpStatus.OK, "forms/page", frame, Map.of("part", part));
  }
}
