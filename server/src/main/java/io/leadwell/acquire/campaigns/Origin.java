package io.leadwell.acquire.campaigns;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Landing} says about where somebody comes from.
 *
 * @param channelId null when no rule knows the source
 * @param campaignId the campaign whose code {@code utm_campaign} is
 * @param plan of the search account; unit and keyword likewise. For a visit from a search result
 *     that nobody paid for, the keyword is what was searched, where the engine tells
 * @param utm the utm parameters by their names, such as {@code utm_source}
 * @param referrerHost the host before, unless it is the site itself
 * @param direct nothing says where from: the channel, if any, is the one for direct visits, and
 *     takes nothing away from a channel that is known already
 */
public record Origin(
    @Nullable UUID channelId,
    @Nullable UUID campaignId,
    @Nullable String plan,
    @Nullable String unit,
    @Nullable String keyword,
    Map<String, String> utm,
    @Nullable ClickId clickId,
    @Nullable String referrerHost,
    boolean direct) {

  public Origin {
    utm = Map.copyOf(utm);
  }
}
