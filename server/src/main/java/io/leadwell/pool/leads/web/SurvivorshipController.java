package io.leadwell.pool.leads.web;

import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.pool.leads.Survivorship;
import io.leadwell.pool.leads.Survivorship.Settings;
import io.leadwell.pool.leads.Survivorship.Wanted;
import io.leadwell.pool.leads.SurvivorshipPreview;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Routes of the rules by which one of several values is shown. */
@RestController
@RequestMapping("/api/v1/survivorship")
class SurvivorshipController {

  private final Survivorship survivorship;

  SurvivorshipController(Survivorship survivorship) {
    this.survivorship = survivorship;
  }

  @GetMapping
  @Allow(Permission.SETTINGS_READ)
  Settings settings() {
    return survivorship.settings();
  }

  /** What these rules would change, before they are in force. */
  @PostMapping("/preview")
  @Allow(Permission.SETTINGS_EDIT)
  SurvivorshipPreview.Preview preview(@RequestBody Wanted wanted, Caller caller) {
    return survivorship.preview(wanted, caller);
  }

  @PutMapping
  @Allow(Permission.SETTINGS_EDIT)
  Settings change(@RequestBody Wanted wanted, Caller caller) {
    return survivorship.change(wanted, caller);
  }

  @PostMapping("/cancel")
  @Allow(Permission.SETTINGS_EDIT)
  Settings cancel(Caller caller) {
    return survivorship.cancel(caller);
  }
}
