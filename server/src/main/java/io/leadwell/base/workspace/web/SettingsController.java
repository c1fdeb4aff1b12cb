package io.leadwell.base.workspace.web;

import io.leadwell.base.platform.PlatformProblem;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.MoneyUnit;
import io.leadwell.base.workspace.Permission;
import io.leadwell.base.workspace.Workspace;
import io.leadwell.base.workspace.Workspaces;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Routes of the workspace's settings. */
@RestController
@RequestMapping("/api/v1/settings")
class SettingsController {

  private final Workspaces workspaces;

  SettingsController(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  @GetMapping
  @Allow(Permission.SETTINGS_READ)
  Settings settings() {
    return workspaces
        .current()
        .map(Settings::of)
        .orElseThrow(() -> new Problem(PlatformProblem.NOT_FOUND));
  }

  @PutMapping
  @Allow(Permission.SETTINGS_EDIT)
  Settings change(@RequestBody JsonNode body, Caller caller) {
    String timeZone = Words.text(body, "timeZone");
    return Settings.of(
        workspaces.change(
            Words.orEmpty(Words.text(body, "workspaceName")),
            Words.needed(body, "moneyUnit", MoneyUnit::of),
            timeZone == null ? "Asia/Shanghai" : timeZone,
            caller));
  }

  record Settings(String workspaceName, String moneyUnit, String timeZone) {

    static Settings of(Workspace workspace) {
      return new Settings(workspace.name(), workspace.moneyUnit().word(), workspace.timeZone());
    }
  }
}
