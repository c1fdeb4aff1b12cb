package io.leadwell.acquire.campaigns;

import io.leadwell.kernel.matching.Folding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All rules at one moment, ready to answer. Knows no clock and no database. */
final class SourceRules {

  /** A campaign as links name it. */
  record KnownCampaign(UUID id, String name, @Nullable String code, @Nullable UUID channelId) {}

  /** What is counted when no rule knows a landing. */
  record Unknown(SourceKind kind, String value, String medium) {}

  /** An answer, and what to count when no channel is in it. */
  record Answer(Origin origin, @Nullable Unknown unknown) {}

  private record UtmRule(Wildcard source, Wildcard medium, UUID channelId) {}

  /** The macro of a platform that nobody filled in: {keyword}, __CAMPAIGN_NAME__, {{ad.name}}. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{.*}|\\[[A-Za-z_.]+]|__[A-Z0-9_]+__|\\$\\{.*}|%[A-Za-z_]+%");

  private static final int MOST_UTM = 20;

  private final List<UtmRule> utm;
  private final ClickIds clickIds;
  private final Hosts paid;
  private final Hosts unpaid;
  private final Hosts ignored;
  private final @Nullable UUID direct;
  private final Map<String, UUID> channelByName = new HashMap<>();
  private final Map<String, KnownCampaign> campaigns = new HashMap<>();
  private final Map<LandingField, List<String>> names;

  SourceRules(
      Collection<SourceRule> rules,
      Collection<Channel> channels,
      Collection<KnownCampaign> campaigns,
      Map<String, LandingField> parameters) {
    this.utm = utm(rules);
    this.clickIds = new ClickIds(of(SourceKind.CLICK_ID, rules));
    this.paid = new Hosts(of(SourceKind.PAID_REFERRER, rules));
    this.unpaid = new Hosts(of(SourceKind.REFERRER, rules));
    this.ignored = new Hosts(of(SourceKind.IGNORED, rules));
    this.direct =
        of(SourceKind.DIRECT, rules).stream()
            .map(SourceRule::channelId)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    channels.forEach(c -> channelByName.put(Names.key(c.name()), c.id()));
    // a code beats a name that happens to be the same
    campaigns.forEach(c -> this.campaigns.put(Names.key(c.name()), c));
    campaigns.forEach(c -> {
      if (c.code() != null) {
        this.campaigns.put(Names.key(c.code()), c);
      }
    });
    this.names = names(parameters);
  }

  Answer answer(Landing landing) {
    LandingText page = LandingText.of(landing.url());
    LandingText before = LandingText.of(landing.referrer());
    String host = before.host();
    if (host.isEmpty() || page.sameSiteAs(before) || ignored.has(host)) {
      host = "";
    }
    Map<String, String> given = given(page.parameters());
    String plan = field(given, LandingField.PLAN);
    String unit = field(given, LandingField.UNIT);
    String keyword = field(given, LandingField.KEYWORD);
    String source = field(given, LandingField.SOURCE);
    String medium = field(given, LandingField.MEDIUM);
    String campaignCode = field(given, LandingField.CAMPAIGN);
    ClickId clickId = clickIds.in(given);
    boolean named = source != null || medium != null || campaignCode != null;
    boolean placed = plan != null || unit != null || named || clickId != null;
    if (!placed && host.isEmpty()) {
      // a keyword alone is what somebody looked for on the site itself
      return new Answer(
          new Origin(direct, null, null, null, null, Map.of(), null, null, true), null);
    }
    boolean advertised = plan != null || unit != null || keyword != null;
    KnownCampaign campaign = campaignCode == null ? null : campaigns.get(Names.key(campaignCode));
    UUID channel = channel(source, medium, campaign, clickId, host, advertised, named);
    if (keyword == null && !placed) {
      keyword = SearchEngines.searched(before).orElse(null);
    }
    Origin origin =
        new Origin(
            channel,
            campaign == null ? null : campaign.id(),
            plan,
            unit,
            keyword,
            utmOf(given),
            clickId,
            host.isEmpty() ? null : host,
            false);
    return new Answer(
        origin, channel != null ? null : unknown(source, medium, clickId, host, advertised));
  }

  Optional<UUID> channelOfClickId(String kind) {
    return Optional.ofNullable(clickIds.channel(kind));
  }

  @Nullable UUID channelOf(UtmTags tags) {
    return byUtm(tags.source(), tags.medium());
  }

  /** True when a landing of this kind would be known. */
  boolean knows(Unknown unknown) {
    String value = unknown.value();
    return switch (unknown.kind()) {
      case UTM -> byUtm(value, unknown.medium()) != null;
      case CLICK_ID -> clickIds.channel(value) != null;
      case PAID_REFERRER ->
          paid.channel(value) != null || unpaid.channel(value) != null || ignored.has(value);
      case REFERRER -> unpaid.channel(value) != null || ignored.has(value);
      case DIRECT, IGNORED -> true;
    };
  }

  private @Nullable UUID channel(
      @Nullable String source,
      @Nullable String medium,
      @Nullable KnownCampaign campaign,
      @Nullable ClickId clickId,
      String host,
      boolean advertised,
      boolean named) {
    if (source != null || medium != null) {
      UUID said = byUtm(orEmpty(source), orEmpty(medium));
      if (said != null) {
        return said;
      }
    }
    if (campaign != null && campaign.channelId() != null) {
      return campaign.channelId();
    }
    UUID clicked = clickId == null ? null : clickIds.channel(clickId.kind());
    if (clicked != null || source != null) {
      // who wrote a source that nobody knows meant something else than the page before
      return clicked;
    }
    if (host.isEmpty()) {
      return null;
    }
    UUID bought = advertised || named || clickId != null ? paid.channel(host) : null;
    return bought != null ? bought : unpaid.channel(host);
  }

  private @Nullable UUID byUtm(String source, String medium) {
    UUID byMedium = null;
    for (UtmRule rule : utm) {
      if (rule.source().matches(source) && rule.medium().matches(medium)) {
        if (!rule.source().text().isEmpty()) {
          return rule.channelId();
        }
        byMedium = rule.channelId();
        break;
      }
    }
    UUID byName = source.isEmpty() ? null : channelByName.get(Names.key(source));
    return byName == null ? byMedium : byName;
  }

  private static Unknown unknown(
      @Nullable String source,
      @Nullable String medium,
      @Nullable ClickId clickId,
      String host,
      boolean advertised) {
    if (source != null || medium != null && host.isEmpty() && clickId == null) {
      return new Unknown(
          SourceKind.UTM, Wildcard.fold(orEmpty(source)), Wildcard.fold(orEmpty(medium)));
    }
    if (clickId != null) {
      return new Unknown(SourceKind.CLICK_ID, clickId.kind(), "");
    }
    // without any host: an address with a plan or a campaign that nobody knows
    return host.isEmpty()
        ? new Unknown(SourceKind.UTM, "", "")
        : new Unknown(advertised ? SourceKind.PAID_REFERRER : SourceKind.REFERRER, host, "");
  }

  private Map<String, String> given(Map<String, String> parameters) {
    Map<String, String> given = new LinkedHashMap<>();
    parameters.forEach((name, value) -> {
      if (!PLACEHOLDER.matcher(value).matches()) {
        given.put(name, value);
      }
    });
    return given;
  }

  private @Nullable String field(Map<String, String> given, LandingField field) {
    for (String name : Objects.requireNonNull(names.get(field))) {
      String value = given.get(name);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private static Map<String, String> utmOf(Map<String, String> given) {
    Map<String, String> utm = new LinkedHashMap<>();
    given.forEach((name, value) -> {
      if (name.startsWith("utm_") && name.length() <= 40 && utm.size() < MOST_UTM) {
        utm.put(name, value);
      }
    });
    return utm;
  }

  /** The most specific rule first. */
  private static List<UtmRule> utm(Collection<SourceRule> rules) {
    List<UtmRule> utm = new ArrayList<>();
    for (SourceRule rule : of(SourceKind.UTM, rules)) {
      UUID channel = rule.channelId();
      if (channel != null) {
        utm.add(new UtmRule(Wildcard.of(rule.pattern()), Wildcard.of(rule.medium()), channel));
      }
    }
    utm.sort(
        Comparator.comparing((UtmRule rule) -> rule.source().weight())
            .thenComparing(rule -> rule.medium().weight())
            .reversed());
    return List.copyOf(utm);
  }

  private static List<SourceRule> of(SourceKind kind, Collection<SourceRule> rules) {
    return rules.stream().filter(rule -> rule.kind() == kind).toList();
  }

  private static Map<LandingField, List<String>> names(Map<String, LandingField> parameters) {
    Map<LandingField, List<String>> names = new HashMap<>();
    for (LandingField field : LandingField.values()) {
      List<String> all = new ArrayList<>();
      // one's own names first: somebody added them because they are in use
      parameters.forEach((name, meaning) -> {
        if (meaning == field) {
          all.add(Folding.fold(name));
        }
      });
      all.addAll(field.names());
      names.put(field, List.copyOf(all));
    }
    return names;
  }

  private static String orEmpty(@Nullable String text) {
    return Optional.ofNullable(text).orElse("");
  }
}
