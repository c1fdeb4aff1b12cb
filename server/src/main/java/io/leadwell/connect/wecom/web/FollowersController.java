package io.leadwell.connect.wecom.web;

import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.PlatformProblem;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.connect.wecom.ContactBonds;
import io.leadwell.connect.wecom.Follower;
import io.leadwell.connect.wecom.FollowerDraft;
import io.leadwell.connect.wecom.FollowerFilter;
import io.leadwell.connect.wecom.FollowerSource;
import io.leadwell.connect.wecom.Followers;
import io.leadwell.connect.wecom.WecomProblem;
import io.leadwell.pool.imports.ContactWays;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Routes of half-private contacts, and of who has a lead in WeCom. */
@RestController
@RequestMapping("/api/v1/wecom")
class FollowersController {

  private static final int LARGEST_PAGE = 200;
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String NONE = "none";

  record FollowerView(
      UUID id,
      String source,
      String account,
      @Nullable String name,
      @Nullable String remark,
      @Nullable String scene,
      @Nullable UUID codeId,
      @Nullable String code,
      @Nullable UUID channelId,
      @Nullable UUID campaignId,
      boolean following,
      @Nullable Instant followedAt,
      @Nullable Instant leftAt,
      Instant lastSeenAt,
      int interactions,
      @Nullable UUID leadId,
      @Nullable Instant leadAt,
      @Nullable String leadBy) {

    static FollowerView of(Follower one) {
      return new FollowerView(
          one.id(),
          one.source().word(),
          one.account(),
          one.name(),
          one.remark(),
          one.scene() == null ? null : one.scene().toLowerCase(Locale.ROOT),
          one.codeId(),
          one.code(),
          one.channelId(),
          one.campaignId(),
          one.following(),
          one.followedAt(),
          one.leftAt(),
          one.lastSeenAt(),
          one.interactions(),
          one.leadId(),
          one.leadAt(),
          one.leadBy());
    }
  }

  private final Followers followers;
  private final ContactBonds bonds;
  private final Channels channels;

  FollowersController(Followers followers, ContactBonds bonds, Channels channels) {
    this.followers = followers;
    this.bonds = bonds;
    this.channels = channels;
  }

  @GetMapping("/followers")
  @Allow(Permission.LEADS_READ)
  Page<FollowerView> page(
      @RequestParam(required = false) @Nullable String source,
      @RequestParam(required = false) @Nullable String account,
      @RequestParam(required = false) @Nullable String following,
      @RequestParam(required = false) @Nullable String lead,
      @RequestParam(required = false) @Nullable String channel,
      @RequestParam(required = false) @Nullable String code,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit,
      Caller caller) {
    LocalDate last = word("to", to, LocalDate::parse);
    LocalDate first = word("from", from, LocalDate::parse);
    FollowerFilter filter =
        new FollowerFilter(
            word("source", source, FollowerSource::of),
            account == null || account.isBlank() ? null : account,
            word("following", following, FollowersController::yes),
            word("lead", lead, FollowersController::yes),
            word("channel", channel, this::withDescendants),
            word("code", code, UUID::fromString),
            q,
            first == null ? null : first.atStartOfDay(ZONE).toInstant(),
            last == null ? null : last.plusDays(1).atStartOfDay(ZONE).toInstant());
    return followers
        .page(filter, cursor, Math.clamp(limit, 1, LARGEST_PAGE), caller)
        .map(FollowerView::of);
  }

  @GetMapping("/followers/accounts")
  @Allow(Permission.LEADS_READ)
  List<String> accounts(Caller caller) {
    return followers.accounts(caller);
  }

  @GetMapping("/followers/{id}")
  @Allow(Permission.LEADS_READ)
  FollowerView get(@PathVariable UUID id, Caller caller) {
    return FollowerView.of(followers.get(id, caller));
  }

  @GetMapping("/followers/{id}/moves")
  @Allow(Permission.LEADS_READ)
  List<Follower.Move> moves(@PathVariable UUID id, Caller caller) {
    return followers.moves(id, caller);
  }

  /** A half-private contact from another system; with a phone or mailbox it is a lead. */
  @PostMapping("/followers")
  @Allow(Permission.LEADS_EDIT)
  FollowerView bring(@RequestBody JsonNode body, Caller caller) {
    Body said = new Body(body);
    return FollowerView.of(
        followers.bring(
            new FollowerDraft(
                said.word("source", FollowerSource::of),
                said.textOrEmpty("account"),
                said.text("openId"),
                said.text("unionId"),
                said.text("name"),
                way(said, "phone", ContactWays::phone),
                way(said, "email", ContactWays::email),
                said.text("company"),
                said.text("remark"),
                said.instant("followedAt"),
                said.id("channelId"),
                said.id("campaignId")),
            caller));
  }

  /** Which colleagues have the person of a lead in WeCom. */
  @GetMapping("/leads/{lead}/contacts")
  @Allow(Permission.LEADS_READ)
  List<ContactBonds.Bond> contacts(@PathVariable UUID lead, Caller caller) {
    return bonds.ofLead(lead, caller);
  }

  private static @Nullable String way(
      Body said, String field, Function<String, Optional<String>> normalise) {
    String typed = said.text(field);
    return typed == null
        ? null
        : normalise
            .apply(typed)
            .orElseThrow(() ->
                Problem.field(WecomProblem.FOLLOWER_INVALID, field, "wecom.contactInvalid", typed));
  }

  private static Boolean yes(String word) {
    return switch (word) {
      case "yes" -> Boolean.TRUE;
      case "no" -> Boolean.FALSE;
      default -> throw new IllegalArgumentException(word);
    };
  }

  /** A channel stands for itself and everything under it. */
  private Set<UUID> withDescendants(String channel) {
    if (channel.equals(NONE)) {
      return Set.of();
    }
    UUID id = UUID.fromString(channel);
    Set<UUID> found = channels.withDescendants(id);
    return found.isEmpty() ? Set.of(id) : found;
  }

  private static <T> @Nullable T word(
      String name, @Nullable String parameter, Function<String, T> spelling) {
    try {
      return parameter == null || parameter.isBlank() ? null : spelling.apply(parameter);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new Problem(PlatformProblem.UNKNOWN_PARAMETER_VALUE, name);
    }
  }
}
