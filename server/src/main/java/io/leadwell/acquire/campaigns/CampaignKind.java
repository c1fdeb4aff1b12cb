package io.leadwell.acquire.campaigns;

import java.util.Locale;

/** What marketing does in a campaign: the three frames. */
public enum CampaignKind {
  DIGITAL,
  EVENT,
  CONTENT;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static CampaignKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  static CampaignKind of(Frame frame) {
    return switch (frame) {
      case DIGITAL, OTHER -> DIGITAL;
      case EVENT -> EVENT;
      case CONTENT -> CONTENT;
    };
  }
}
