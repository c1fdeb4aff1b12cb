package io.leadwell.pool.leads;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody came from: the channel and campaign, the content that was met, and for search ads
 * plan, unit and keyword.
 */
public record CameFrom(
    @Nullable UUID channelId,
    @Nullable UUID campaignId,
    @Nullable String content,
    @Nullable String plan,
    @Nullable String unit,
    @Nullable String keyword) {

  public static final CameFrom UNKNOWN = new CameFrom(null, null, null, null, null, null);

  static CameFrom of(Facts facts) {
    return new CameFrom(
        facts.id(Fact.CHANNEL_ID),
        facts.id(Fact.CAMPAIGN_ID),
        facts.get(Fact.CONTENT),
        facts.get(Fact.PLAN),
        facts.get(Fact.UNIT),
        facts.get(Fact.KEYWORD));
  }
}
