package io.leadwell.acquire.campaigns;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which spend a list shows; null is no limit.
 *
 * @param channels one of these; an empty set means spend without a channel
 * @param campaigns likewise
 * @param from entries that reach this day or a later one; {@code to} likewise
 * @param plan this one; an empty text means spend without a plan. Unit and keyword likewise, the
 *     keyword in upper or lower case
 */
public record SpendFilter(
    @Nullable Set<UUID> channels,
    @Nullable Set<UUID> campaigns,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable UUID importId,
    @Nullable String plan,
    @Nullable String unit,
    @Nullable String keyword) {

  public SpendFilter(
      @Nullable Set<UUID> channels,
      @Nullable Set<UUID> campaigns,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable UUID importId) {
    this(channels, campaigns, from, to, importId, null, null, null);
  }
}
