package io.leadwell.pool.leads;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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
  PLAN,
  UNIT,
  KEYWORD,
  SOURCE_CLASS,
  OWNER_ID,
  SDR_ID,
  NOTE,
  BUSINESS_LINE,
  FIRST_CONTACT_AT,
  /** A way to the person beside the first one. */
  OTHER_PHONE,
  OTHER_EMAIL,
  /** A way that leads to somebody else by now. */
  FORMER_PHONE,
  FORMER_EMAIL,
  /** The salesperson talked to on site, and what about. A lead nobody owns is theirs. */
  TALKED_TO,
  TALK_NOTES,
  /** Whether they agreed to be written to and called: yes or no. */
  CONSENT;

  /** Ways to a person, in the order in which they are tried. */
  static final List<Fact> WAYS = List.of(PHONE, EMAIL, OTHER_PHONE, OTHER_EMAIL);

  private static final Set<Fact> ORIGIN =
      EnumSet.of(CHANNEL_ID, CAMPAIGN_ID, CONTENT, PLAN, UNIT, KEYWORD, SOURCE_CLASS);

  /** Says where a lead came from: what was told of the earliest contact holds. */
  boolean isOrigin() {
    return ORIGIN.contains(this);
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
