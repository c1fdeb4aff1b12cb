package io.leadwell.acquire.campaigns;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money spent over some days, both ends included, on a channel, a campaign or below.
 *
 * @param importId the file that brought it
 * @param fetched it comes from a platform's interface
 */
public record Spend(
    UUID id,
    LocalDate dayFrom,
    LocalDate dayTo,
    @Nullable UUID channelId,
    @Nullable UUID campaignId,
    @Nullable String account,
    @Nullable String plan,
    @Nullable String unit,
    @Nullable String keyword,
    long amountFen,
    @Nullable Long impressions,
    @Nullable Long clicks,
    @Nullable String note,
    @Nullable UUID importId,
    boolean fetched,
    Instant createdAt) {

  SpendDraft draft() {
    return new SpendDraft(
        dayFrom,
        dayTo,
        channelId,
        campaignId,
        account,
        plan,
        unit,
        keyword,
        amountFen,
        impressions,
        clicks,
        note);
  }
}
