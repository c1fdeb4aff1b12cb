package io.leadwell.acquire.campaigns;

import java.util.List;
import java.util.Locale;

/**
 * What a parameter of a landing address can mean, with the names everybody knows, the one that is
 * believed first at the head. {@code hm…} are the names of Baidu's analytics, {@code mtm_…} those
 * of Matomo.
 */
public enum LandingField {
  SOURCE("utm_source", "hmsr", "mtm_source", "pk_source"),
  MEDIUM("utm_medium", "hmmd", "mtm_medium", "pk_medium"),
  CAMPAIGN("utm_campaign", "mtm_campaign", "pk_campaign"),
  PLAN(
      "plan",
      "utm_plan",
      "plan_name",
      "planname",
      "hmpl",
      "jihua",
      "jh",
      "campaign_name",
      "campaignname",
      "推广计划",
      "计划"),
  UNIT(
      "unit",
      "utm_unit",
      "unit_name",
      "unitname",
      "hmcu",
      "danyuan",
      "dy",
      "adgroup_name",
      "adgroup",
      "ad_group",
      "推广单元",
      "单元"),
  KEYWORD(
      "keyword",
      "utm_keyword",
      "kw",
      "hmkw",
      "guanjianci",
      "关键词",
      "关键字",
      "mtm_keyword",
      "mtm_kwd",
      "pk_keyword",
      "pk_kwd",
      "utm_term");

  private final List<String> names;

  LandingField(String... names) {
    this.names = List.of(names);
  }

  public List<String> names() {
    return names;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static LandingField of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
