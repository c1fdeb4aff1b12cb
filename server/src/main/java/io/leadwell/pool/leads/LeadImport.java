package io.leadwell.pool.leads;

import io.leadwell.acquire.campaigns.Campaigns;
import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.base.workspace.Members;
import io.leadwell.pool.imports.ImportContext;
import io.leadwell.pool.imports.ImportField;
import io.leadwell.pool.imports.ImportKind;
import io.leadwell.pool.imports.ImportPass;
import io.leadwell.pool.imports.UndoReport;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Files of leads: people with where they came from and, where known, when they reached a stage. */
@Component
class LeadImport implements ImportKind {

  private final Intake intake;
  private final Withdrawal withdrawal;
  private final WithdrawalPreview withdrawalPreview;
  private final Channels channels;
  private final Campaigns campaigns;
  private final Members members;
  private final Clock clock;

  LeadImport(
      Intake intake,
      Withdrawal withdrawal,
      WithdrawalPreview withdrawalPreview,
      Channels channels,
      Campaigns campaigns,
      Members members,
      Clock clock) {
    this.intake = intake;
    this.withdrawal = withdrawal;
    this.withdrawalPreview = withdrawalPreview;
    this.channels = channels;
    this.campaigns = campaigns;
    this.members = members;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "leads";
  }

  @Override
  public List<ImportField> fields() {
    return LeadFields.ALL;
  }

  @Override
  public ImportPass begin(ImportContext context) {
    return new LeadPass(
        intake, new References(channels, campaigns, members), context, clock.instant());
  }

  @Override
  public UndoReport previewUndo(UUID importId) {
    return withdrawalPreview.of(importId);
  }

  @Override
  public UndoReport undo(UUID importId) {
    return withdrawal.withdraw(importId);
  }
}
