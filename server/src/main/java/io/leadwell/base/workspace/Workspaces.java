package io.leadwell.base.workspace;

import io.leadwell.base.platform.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens the workspace and keeps its settings. */
@Service
public class Workspaces {

  private static final int NAME_LENGTH = 80;
  private static final String TIME_ZONE = "Asia/Shanghai";

  private final WorkspaceStore store;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  Workspaces(WorkspaceStore store, Audit audit, ApplicationEventPublisher events) {
    this.store = store;
    this.audit = audit;
    this.events = events;
  }

  /** Empty until the first-run set-up is done. */
  public Optional<Workspace> current() {
    return store.current();
  }

  /** Once: the second to come is refused, however close behind. */
  @Transactional
  public Workspace open(String name, MoneyUnit moneyUnit, boolean demo) {
    String clean = cleanName(name);
    if (!store.open(clean, moneyUnit, demo)) {
      throw new Problem(WorkspaceProblem.ALREADY_SET_UP);
    }
    Workspace opened = new Workspace(clean, moneyUnit, TIME_ZONE, demo);
    events.publishEvent(new WorkspaceOpened(opened));
    return opened;
  }

  @Transactional
  public Workspace change(String name, MoneyUnit moneyUnit, String timeZone, Caller who) {
    // Days and months of every report are cut in this zone; another one is not offered yet.
    if (!timeZone.equals(TIME_ZONE)) {
      throw Problem.field(WorkspaceProblem.INVALID_SETTINGS, "timeZone", "workspace.timeZoneFixed");
    }
    Workspace before =
        store.current().orElseThrow(() -> new Problem(WorkspaceProblem.INVALID_SETTINGS));
    String clean = cleanName(name);
    store.change(clean, moneyUnit);
    audit.record(
        who,
        "settings.edited",
        "workspace",
        null,
        clean,
        Map.of(
            "workspaceName", List.of(before.name(), clean),
            "moneyUnit", List.of(before.moneyUnit().word(), moneyUnit.word())));
    return new Workspace(clean, moneyUnit, TIME_ZONE, before.demo());
  }

  private static String cleanName(String name) {
    String clean = name.strip();
    if (clean.isEmpty() || clean.length() > NAME_LENGTH) {
      throw Problem.field(
          WorkspaceProblem.INVALID_SETTINGS, "workspaceName", "workspace.nameLength", NAME_LENGTH);
    }
    return clean;
  }
}
