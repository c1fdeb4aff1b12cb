package io.leadwell.pool.leads;

import java.util.Locale;

/** What a source record can say; the names are those stored in its fields and of the import. */
public enum Fact {
  NAME(About.PERSON),
  TITLE(About.PERSON),
  PHONE(About.PERSON),
  EMAIL(About.PERSON),
  COMPANY(About.PERSON),
  PROVINCE(About.PERSON),
  CITY(About.PERSON),
  COMPANY_SIZE(About.COMPANY),
  USCC(About.COMPANY),
  INDUSTRY(About.LEAD),
  CHANNEL_ID(About.LEAD),
  CAMPAIGN_ID(About.LEAD),
  CONTENT(About.LEAD),
  SOURCE_CLASS(About.LEAD),
  OWNER_ID(About.LEAD),
  SDR_ID(About.LEAD),
  NOTE(About.LEAD),
  BUSINESS_LINE(About.LEAD),
  FIRST_CONTACT_AT(About.LEAD);

  /** Whose golden field the fact becomes. */
  enum About {
    PERSON,
    COMPANY,
    LEAD
  }

  private final About about;

  Fact(About about) {
    this.about = about;
  }

  About about() {
    return about;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
