package io.leadwell.pool.leads;

import io.leadwell.acquire.campaigns.Campaigns;
import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.base.workspace.Members;
import io.leadwell.pool.fields.Fields;
import io.leadwell.pool.imports.ImportContext;
import io.leadwell.pool.imports.ImportField;
import io.leadwell.pool.imports.ImportKind;
import io.leadwell.pool.imports.ImportPass;
import io.leadwell.pool.imports.ImportRule;
import io.leadwell.pool.imports.UndoReport;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Files of leads: people with where they came from and, where known, when they reached a stage. */
@Component
class LeadImport implements ImportKind {

  private final Intake intake;
  private final ListIntake lists;
  private final ListQuestionStore questions;
  private final SiteTalks talks;
  private final Withdrawal withdrawal;
  private final WithdrawalPreview withdrawalPreview;
  private final Channels channels;
  private final Campaigns campaigns;
  private final Members members;
  private final Fields fields;
  private final Clock clock;

  LeadImport(
      Intake intake,
      ListIntake lists,
      ListQuestionStore questions,
      SiteTalks talks,
      Withdrawal withdrawal,
      WithdrawalPreview withdrawalPreview,
      Channels channels,
      Campaigns campaigns,
      Members members,
      Fields fields,
      Clock clock) {
    this.intake = intake;
    this.lists = lists;
    this.questions = questions;
    this.talks = talks;
    this.withdrawal = withdrawal;
    this.withdrawalPreview = withdrawalPreview;
    this.channels = channels;
    this.campaigns = campaigns;
    this.members = members;
    this.fields = fields;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "leads";
  }

  @Override
  public List<ImportField> fields() {
    return Stream.concat(
            LeadFields.ALL.stream(), CustomImport.targets(fields.custom(false)).stream())
        .toList();
  }

  @Override
  public List<ImportRule> rules() {
    return ListRules.ALL;
  }

  @Override
  public ImportPass begin(ImportContext context) {
    return new LeadPass(
        new LeadWay(intake, lists, talks, new ListRules(context.rules())),
        new References(channels, campaigns, members),
        fields.custom(false),
        context,
        clock.instant());
  }

  @Override
  public UndoReport previewUndo(UUID importId) {
    return talks.foresee(importId, withdrawalPreview.of(importId));
  }

  @Override
  public UndoReport undo(UUID importId) {
    UndoReport report = talks.takeBack(importId, withdrawal.withdraw(importId));
    questions.forget(importId);
    return report;
  }
}
