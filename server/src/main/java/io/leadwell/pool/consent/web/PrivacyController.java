package io.leadwell.pool.consent.web;

import io.leadwell.base.platform.web.Languages;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.pool.consent.Erasure;
import io.leadwell.pool.consent.Erasures;
import io.leadwell.pool.consent.PersonExport;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Routes for somebody who asks what is kept about them, or to be forgotten. */
@RestController
class PrivacyController {

  private final PersonExport export;
  private final Erasures erasures;

  PrivacyController(PersonExport export, Erasures erasures) {
    this.export = export;
    this.erasures = erasures;
  }

  /** Everything kept about the person of a lead: a zip of a page to read and a file of JSON. */
  @GetMapping("/api/v1/leads/{lead}/personal-data")
  @Allow(Permission.LEADS_EXPORT)
  void personalData(
      @PathVariable UUID lead,
      HttpServletRequest request,
      HttpServletResponse response,
      Caller caller)
      throws IOException {
    Map<String, List<Map<String, Object>>> all = export.of(lead, caller);
    response.setContentType("application/zip");
    response.setHeader("Content-Disposition", "attachment; filename=\"person.zip\"");
    response.setHeader("Cache-Control", "no-store");
    export.write(all, Languages.of(request), response.getOutputStream());
  }

  /** What an erasure would do; nothing is changed by asking. */
  @GetMapping("/api/v1/leads/{lead}/erasure")
  @Allow(Permission.PRIVACY_ERASE)
  Erasures.Preview preview(@PathVariable UUID lead, Caller caller) {
    return erasures.preview(lead, caller);
  }

  /** Erases the person of a lead, for good. */
  @PostMapping("/api/v1/leads/{lead}/erasure")
  @Allow(Permission.PRIVACY_ERASE)
  Erasure erase(@PathVariable UUID lead, @RequestBody ErasureBody body, Caller caller) {
    return erasures.erase(lead, body.typed(), body.reason(), caller);
  }

  /** Who erased somebody, when and why; never whom. */
  @GetMapping("/api/v1/erasures")
  @Allow(Permission.PRIVACY_ERASE)
  List<Erasure> all() {
    return erasures.all();
  }

  /**
   * @param typed what the preview asks to be typed
   */
  record ErasureBody(@Nullable String typed, @Nullable String reason) {}
}
