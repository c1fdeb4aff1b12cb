package io.leadwell.collaborate.deals;

import io.leadwell.acquire.campaigns.Campaigns;
import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.base.workspace.Members;
import io.leadwell.pool.imports.ImportContext;
import io.leadwell.pool.imports.ImportField;
import io.leadwell.pool.imports.ImportKind;
import io.leadwell.pool.imports.ImportPass;
import io.leadwell.pool.imports.UndoReport;
import io.leadwell.pool.leads.LeadHistory;
import io.leadwell.pool.leads.References;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Files of opportunities, proofs of concept and contracts, joined to leads by the leads' key. */
@Component
class DealImport implements ImportKind {

  private final DealStore store;
  private final DealIntake intake;
  private final LeadHistory history;
  private final Channels channels;
  private final Campaigns campaigns;
  private final Members members;
  private final Clock clock;

  DealImport(
      DealStore store,
      DealIntake intake,
      LeadHistory history,
      Channels channels,
      Campaigns campaigns,
      Members members,
      Clock clock) {
    this.store = store;
    this.intake = intake;
    this.history = history;
    this.channels = channels;
    this.campaigns = campaigns;
    this.members = members;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "deals";
  }

  @Override
  public List<ImportField> fields() {
    return DealFields.ALL;
  }

  @Override
  public ImportPass begin(ImportContext context) {
    return new DealPass(
        intake, history, new References(channels, campaigns, members), context, clock.instant());
  }

  @Override
  public UndoReport previewUndo(UUID importId) {
    return new UndoReport(store.countOf(importId), kept(importId), putBack(importId));
  }

  @Override
  public UndoReport undo(UUID importId) {
    history.takeTurn();
    Map<String, Long> removed = new LinkedHashMap<>(store.countOf(importId));
    List<UndoReport.Kept> kept = kept(importId);
    List<UndoReport.Kept> putBack = putBack(importId);
    List<UUID> leads = store.remove(importId);
    UndoReport told = history.withdraw(importId);
    history.revenue(store.revenueOf(leads));
    removed.putAll(told.removed());
    removed.values().removeIf(count -> count == 0);
    return new UndoReport(removed, kept, putBack);
  }

  private List<UndoReport.Kept> kept(UUID importId) {
    return told("dealsEditedSince", store.editedSince(importId));
  }

  private List<UndoReport.Kept> putBack(UUID importId) {
    return told("dealsPutBack", store.correctedBy(importId));
  }

  private static List<UndoReport.Kept> told(String reason, long count) {
    return count == 0 ? List.of() : List.of(new UndoReport.Kept(reason, count));
  }
}
