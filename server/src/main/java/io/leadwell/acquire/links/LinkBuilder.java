package io.leadwell.acquire.links;

import io.leadwell.acquire.campaigns.Campaign;
import io.leadwell.acquire.campaigns.Campaigns;
import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.acquire.campaigns.LandingField;
import io.leadwell.acquire.campaigns.Sources;
import io.leadwell.acquire.campaigns.UtmTags;
import io.leadwell.base.platform.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Writes into the address of a page where its visitors come from, so that it is read back alike.
 */
@Service
public class LinkBuilder {

  private static final int LONGEST_TEXT = 200;

  /** A link to a link would lead in circles, and be counted twice where it does not. */
  private static final Pattern SHORT = Pattern.compile("(?i)https?://[^/]+/l/[^/]+/?.*");

  private final Channels channels;
  private final Campaigns campaigns;
  private final Sources sources;

  LinkBuilder(Channels channels, Campaigns campaigns, Sources sources) {
    this.channels = channels;
    this.campaigns = campaigns;
    this.sources = sources;
  }

  /** The whole address; refused with a sentence when it can't be one. */
  public String address(String page, Placement placement) {
    return target(page, placement).address();
  }

  LinkTarget target(String page, Placement placement) {
    LinkTarget target =
        LinkTarget.of(page)
            .orElseThrow(() ->
                Problem.field(
                    LinksProblem.LINK_TARGET_INVALID, "page", "problem.LINK_TARGET_INVALID"));
    if (SHORT.matcher(target.address()).matches()) {
      throw Problem.field(
          LinksProblem.LINK_TARGET_IS_A_LINK, "page", "problem.LINK_TARGET_IS_A_LINK");
    }
    Map<String, String> said = said(placement);
    LinkTarget whole = target.withQuery(query(target.query(), said));
    if (whole.address().length() > LinkTarget.LONGEST) {
      throw Problem.field(LinksProblem.LINK_TARGET_INVALID, "page", "problem.LINK_TARGET_INVALID");
    }
    return whole;
  }

  private Map<String, String> said(Placement placement) {
    Map<String, String> said = new LinkedHashMap<>();
    if (placement.channelId() != null) {
      if (channels.find(placement.channelId()).isEmpty()) {
        throw new Problem(LinksProblem.LINK_CHANNEL_NOT_FOUND);
      }
      UtmTags tags = sources.tagsOf(placement.channelId());
      said.put("utm_source", tags.source());
      said.put("utm_medium", tags.medium());
    }
    if (placement.campaignId() != null) {
      Campaign campaign =
          campaigns
              .find(placement.campaignId())
              .orElseThrow(() -> new Problem(LinksProblem.LINK_CAMPAIGN_NOT_FOUND));
      said.put("utm_campaign", campaign.code() == null ? campaign.name() : campaign.code());
    }
    put(said, "utm_content", placement.content(), "content");
    put(said, "plan", placement.plan(), "plan");
    put(said, "unit", placement.unit(), "unit");
    put(said, "keyword", placement.keyword(), "keyword");
    return said;
  }

  private static void put(
      Map<String, String> said, String parameter, @Nullable String value, String field) {
    if (value == null || value.isBlank()) {
      return;
    }
    if (value.length() > LONGEST_TEXT) {
      throw Problem.field(
          LinksProblem.LINK_TEXT_TOO_LONG, field, "problem.LINK_TEXT_TOO_LONG", LONGEST_TEXT);
    }
    said.put(parameter, value.strip());
  }

  /** The page's own parameters stay, but for those that say the same as ours. */
  private static String query(@Nullable String own, Map<String, String> said) {
    Set<String> replaced = new HashSet<>(said.keySet());
    for (LandingField field : LandingField.values()) {
      // another spelling of the same would be believed instead
      if (field.names().stream().anyMatch(said::containsKey)) {
        replaced.addAll(field.names());
      }
    }
    List<String> parts = new ArrayList<>();
    if (own != null) {
      for (String part : own.split("&")) {
        String name = part.split("=", 2)[0].toLowerCase(Locale.ROOT);
        if (!part.isEmpty() && !replaced.contains(name)) {
          parts.add(part);
        }
      }
    }
    said.forEach((name, value) -> {
      if (!value.isEmpty()) {
        parts.add(name + "=" + LinkTarget.escaped(value));
      }
    });
    return String.join("&", parts);
  }
}
