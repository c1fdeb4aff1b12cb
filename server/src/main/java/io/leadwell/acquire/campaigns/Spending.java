package io.leadwell.acquire.campaigns;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What marketing has spent: entries as typed or imported, spread over their days to the fen. */
@Service
public class Spending {

  private static final int LONGEST = 367;

  private final SpendStore store;
  private final SpendDays days;
  private final Channels channels;
  private final Campaigns campaigns;
  private final Audit audit;
  private final Clock clock;

  Spending(
      SpendStore store,
      SpendDays days,
      Channels channels,
      Campaigns campaigns,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.days = days;
    this.channels = channels;
    this.campaigns = campaigns;
    this.audit = audit;
    this.clock = clock;
  }

  /** The newest days first, with the sum of all that the filter lets through. */
  public SpendPage list(SpendFilter filter, @Nullable String cursor, int limit) {
    return store.page(filter, cursor, limit);
  }

  @Transactional
  public Spend add(SpendDraft wanted, Caller who) {
    SpendDraft draft = checked(wanted);
    UUID id = Ids.next();
    store.insert(id, draft, who.memberId());
    days.spread(Map.of(id, draft));
    audit.record(who, "spend.add", "spend", id.toString(), label(draft), detail(draft));
    return store.findForUpdate(id).orElseThrow();
  }

  /** Changes an entry: {@code edit} turns its present state into the wanted one. */
  @Transactional
  public Spend change(UUID id, UnaryOperator<SpendDraft> edit, Caller who) {
    Spend before = require(id);
    SpendDraft draft = checked(edit.apply(before.draft()));
    store.update(id, draft, clock.instant());
    days.spreadAgain(Map.of(id, draft));
    audit.record(
        who,
        "spend.change",
        "spend",
        id.toString(),
        label(draft),
        Changes.between(before.draft(), draft));
    return require(id);
  }

  @Transactional
  public void remove(UUID id, Caller who) {
    Spend before = require(id);
    store.delete(id);
    audit.record(
        who, "spend.remove", "spend", id.toString(), label(before.draft()), detail(before.draft()));
  }

  private Spend require(UUID id) {
    return store.findForUpdate(id).orElseThrow(() -> new Problem(CampaignsProblem.SPEND_NOT_FOUND));
  }

  private SpendDraft checked(SpendDraft draft) {
    long length = ChronoUnit.DAYS.between(draft.dayFrom(), draft.dayTo()) + 1;
    if (length < 1 || length > LONGEST) {
      throw Problem.field(
          CampaignsProblem.SPEND_DAYS_INVALID, "dayTo", "problem.SPEND_DAYS_INVALID");
    }
    if (isNegative(draft.impressions()) || isNegative(draft.clicks())) {
      throw new Problem(CampaignsProblem.SPEND_COUNT_NEGATIVE);
    }
    UUID channelId = draft.channelId();
    if (channelId != null && channels.find(channelId).isEmpty()) {
      throw new Problem(CampaignsProblem.CHANNEL_NOT_FOUND);
    }
    if (draft.campaignId() != null) {
      Campaign campaign =
          campaigns
              .find(draft.campaignId())
              .orElseThrow(() -> new Problem(CampaignsProblem.CAMPAIGN_NOT_FOUND));
      channelId = channelId == null ? campaign.channelId() : channelId;
    }
    return new SpendDraft(
        draft.dayFrom(),
        draft.dayTo(),
        channelId,
        draft.campaignId(),
        Names.text(draft.account(), "account"),
        Names.text(draft.plan(), "plan"),
        Names.text(draft.unit(), "unit"),
        Names.text(draft.keyword(), "keyword"),
        draft.amountFen(),
        draft.impressions(),
        draft.clicks(),
        Names.text(draft.note(), "note"));
  }

  private static boolean isNegative(@Nullable Long count) {
    return count != null && count < 0;
  }

  private static String label(SpendDraft draft) {
    return draft.dayFrom().equals(draft.dayTo())
        ? draft.dayFrom().toString()
        : draft.dayFrom() + "/" + draft.dayTo();
  }

  private static Map<String, Object> detail(SpendDraft draft) {
    Map<String, Object> detail = new HashMap<>();
    detail.put("amountFen", draft.amountFen());
    if (draft.channelId() != null) {
      detail.put("channelId", draft.channelId().toString());
    }
    if (draft.campaignId() != null) {
      detail.put("campaignId", draft.campaignId().toString());
    }
    return detail;
  }
}
