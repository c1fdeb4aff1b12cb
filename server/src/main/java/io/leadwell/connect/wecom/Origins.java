package io.leadwell.connect.wecom;

import io.leadwell.acquire.campaigns.Campaigns;
import io.leadwell.pool.leads.CameFrom;
import io.leadwell.pool.leads.Fact;
import io.leadwell.pool.leads.Facts;
import java.util.Set;
import java.util.UUID;

/** Where somebody came from who came by a code. */
final class Origins {

  private Origins() {}

  /** The code's channel, or else that of its campaign. */
  static CameFrom of(Code code, Campaigns campaigns) {
    UUID channel = code.channelId();
    UUID campaign = code.campaignId();
    if (channel == null && campaign != null) {
      channel = campaigns.channels(Set.of(campaign)).get(campaign);
    }
    return new CameFrom(channel, campaign, code.name(), null, null, null);
  }

  /** Of somebody without a code: what is said of all who come this way. */
  static CameFrom of(Connection connection) {
    return new CameFrom(connection.channelId(), null, null, null, null, null);
  }

  static void state(Facts.Builder facts, CameFrom from) {
    facts
        .with(Fact.CHANNEL_ID, from.channelId())
        .with(Fact.CAMPAIGN_ID, from.campaignId())
        .with(Fact.CONTENT, from.content());
  }
}
