package io.leadwell.acquire.campaigns;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which campaigns a list shows; null is no limit.
 *
 * @param channels one of these; an empty set means those without a channel
 * @param from running on this day or later; {@code to} likewise
 */
public record CampaignFilter(
    @Nullable String text,
    @Nullable Set<UUID> channels,
    @Nullable CampaignStatus status,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {}
