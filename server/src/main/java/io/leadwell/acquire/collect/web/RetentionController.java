package io.leadwell.acquire.collect.web;

import io.leadwell.acquire.collect.Retention;
import io.leadwell.acquire.collect.Retentions;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Routes of how long behaviour is kept. */
@RestController
@RequestMapping("/api/v1/settings/retention")
class RetentionController {

  private final Retentions retentions;

  RetentionController(Retentions retentions) {
    this.retentions = retentions;
  }

  @GetMapping
  @Allow(Permission.SETTINGS_READ)
  Retention current() {
    return retentions.current();
  }

  @PutMapping
  @Allow(Permission.SETTINGS_EDIT)
  Retention change(@RequestBody Retention wanted, Caller caller) {
    return retentions.change(wanted, caller);
  }
}
