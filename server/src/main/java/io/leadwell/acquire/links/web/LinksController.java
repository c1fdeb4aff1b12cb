package io.leadwell.acquire.links.web;

import io.leadwell.acquire.links.Link;
import io.leadwell.acquire.links.LinkBuilder;
import io.leadwell.acquire.links.LinkDay;
import io.leadwell.acquire.links.LinkDraft;
import io.leadwell.acquire.links.LinkFilter;
import io.leadwell.acquire.links.LinkLine;
import io.leadwell.acquire.links.Links;
import io.leadwell.acquire.links.LinksProblem;
import io.leadwell.acquire.links.Placement;
import io.leadwell.acquire.links.web.LinkViews.LinkView;
import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Routes of short links, for those who make them. */
@RestController
@RequestMapping("/api/v1/links")
class LinksController {

  private static final int LARGEST = 200;

  record LinkBody(
      @Nullable String name,
      @Nullable String page,
      @Nullable UUID channelId,
      @Nullable UUID campaignId,
      @Nullable String content,
      @Nullable String plan,
      @Nullable String unit,
      @Nullable String keyword,
      @Nullable String code,
      @Nullable Boolean enabled,
      @Nullable Instant expiresAt) {

    Placement placement() {
      return new Placement(
          channelId, campaignId, clean(content), clean(plan), clean(unit), clean(keyword));
    }

    LinkDraft draft() {
      return new LinkDraft(
          name == null ? "" : name,
          page == null ? "" : page,
          placement(),
          clean(code),
          enabled == null || enabled,
          expiresAt);
    }

    private static @Nullable String clean(@Nullable String text) {
      return text == null || text.isBlank() ? null : text.strip();
    }
  }

  record AddressView(String address) {}

  private final Links links;
  private final LinkBuilder builder;
  private final LinkViews views;
  private final LinkQuery query;

  LinksController(Links links, LinkBuilder builder, LinkViews views, LinkQuery query) {
    this.links = links;
    this.builder = builder;
    this.views = views;
    this.query = query;
  }

  @GetMapping
  @Allow(Permission.CAMPAIGNS_READ)
  Page<LinkView> list(
      @RequestParam Map<String, String> asked,
      @RequestParam(defaultValue = "50") int limit,
      HttpServletRequest request) {
    return links
        .list(query.filter(asked), asked.get("cursor"), Math.clamp(limit, 1, LARGEST))
        .map(line -> views.of(line, request));
  }

  @GetMapping("/{id}")
  @Allow(Permission.CAMPAIGNS_READ)
  LinkView one(@PathVariable UUID id, HttpServletRequest request) {
    LinkFilter only = new LinkFilter(null, null, null, null, Set.of(id));
    LinkLine line =
        links.list(only, null, 1).items().stream()
            .findFirst()
            .orElseThrow(() -> new Problem(LinksProblem.LINK_NOT_FOUND));
    return views.of(line, request);
  }

  /** How often it was followed, day by day. */
  @GetMapping("/{id}/days")
  @Allow(Permission.CAMPAIGNS_READ)
  List<LinkDay> days(@PathVariable UUID id) {
    return links.days(id);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Allow(Permission.CAMPAIGNS_EDIT)
  LinkView add(@RequestBody LinkBody body, HttpServletRequest request, Caller caller) {
    return views.of(links.add(body.draft(), caller), request);
  }

  @PutMapping("/{id}")
  @Allow(Permission.CAMPAIGNS_EDIT)
  LinkView change(
      @PathVariable UUID id,
      @RequestBody LinkBody body,
      HttpServletRequest request,
      Caller caller) {
    Link changed = links.change(id, before -> body.draft(), caller);
    return views.of(changed, request);
  }

  /** What the whole address would be; nothing is kept. */
  @PostMapping("/address")
  @Allow(Permission.CAMPAIGNS_READ)
  AddressView address(@RequestBody LinkBody body) {
    return new AddressView(
        builder.address(body.page() == null ? "" : body.page(), body.placement()));
  }
}
