package io.leadwell.pool.leads;

import java.util.Locale;

/** What a source record can say; the words are those of its stored fields. */
public enum Fact {
  NAME,
  TITLE,
  PHONE,
  EMAIL,
  COMPANY,
  PROVINCE,
  CITY,
  COMPANY_SIZE,
  USCC,
  INDUSTRY,
  CHANNEL_ID,
  CAMPAIGN_ID,
  CONTENT,
  SOURCE_CLASS,
  OWNER_ID,
  SDR_ID,
  NOTE,
  BUSINESS_LINE,
  FIRST_CONTACT_AT;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
