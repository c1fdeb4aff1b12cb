package io.leadwell.acquire.campaigns;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a spend entry is to be, when it is made or changed.
 *
 * @param channelId null takes the channel of the campaign, where there is one
 * @param amountFen negative for a refund
 */
public record SpendDraft(
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
    @Nullable String note) {}
