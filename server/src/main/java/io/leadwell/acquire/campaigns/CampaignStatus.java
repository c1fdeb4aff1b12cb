package io.leadwell.acquire.campaigns;

import java.util.Locale;

/** How far a campaign is. */
public enum CampaignStatus {
  PLANNED,
  RUNNING,
  DONE;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static CampaignStatus of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
