package io.leadwell.demo.web;

import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Permission;
import io.leadwell.demo.DemoScans;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What an evaluator may set off, as there is no Tencent in a demonstration. */
@RestController
@ConditionalOnProperty("leadwell.demo")
@RequestMapping("/api/v1/demo/wecom")
class DemoController {

  private final DemoScans scans;

  DemoController(DemoScans scans) {
    this.scans = scans;
  }

  @PostMapping("/codes/{id}/scan")
  @Allow(Permission.CAMPAIGNS_EDIT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void scan(@PathVariable UUID id, @RequestBody(required = false) @Nullable WhoScans who) {
    if (who == null || who.name() == null || who.name().isBlank()) {
      scans.scan(id);
    } else {
      scans.scan(id, who.name(), who.mobile());
    }
  }

  /**
   * Somebody in particular.
   *
   * @param mobile which the colleague notes of them
   */
  record WhoScans(@Nullable String name, @Nullable String mobile) {}
}
