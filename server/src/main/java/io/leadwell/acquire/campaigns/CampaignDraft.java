package io.leadwell.acquire.campaigns;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a campaign is to be, when it is made or changed. */
public record CampaignDraft(
    String name,
    CampaignKind kind,
    @Nullable UUID channelId,
    @Nullable LocalDate startsOn,
    @Nullable LocalDate endsOn,
    @Nullable Long budgetFen,
    CampaignStatus status,
    @Nullable UUID ownerId,
    @Nullable String note,
    @Nullable String code) {

  /** A campaign without a code of its own. */
  public CampaignDraft(
      String name,
      CampaignKind kind,
      @Nullable UUID channelId,
      @Nullable LocalDate startsOn,
      @Nullable LocalDate endsOn,
      @Nullable Long budgetFen,
      CampaignStatus status,
      @Nullable UUID ownerId,
      @Nullable String note) {
    this(name, kind, channelId, startsOn, endsOn, budgetFen, status, ownerId, note, null);
  }
}
