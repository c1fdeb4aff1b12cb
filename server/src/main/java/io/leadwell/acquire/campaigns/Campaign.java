package io.leadwell.acquire.campaigns;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A digital promotion, an event or a content push, with its budget.
 *
 * @param code what {@code utm_campaign} says in its links; without one its name stands there
 */
public record Campaign(
    UUID id,
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

  CampaignDraft draft() {
    return new CampaignDraft(
        name, kind, channelId, startsOn, endsOn, budgetFen, status, ownerId, note, code);
  }
}
