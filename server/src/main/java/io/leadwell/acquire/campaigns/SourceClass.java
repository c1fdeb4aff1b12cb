package io.leadwell.acquire.campaigns;

import java.util.Locale;

/** Who brought the customer: the classes by which revenue is shared out. */
public enum SourceClass {
  MARKETING,
  SALES,
  EXECUTIVE,
  REFERRAL,
  PARTNER;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static SourceClass of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
