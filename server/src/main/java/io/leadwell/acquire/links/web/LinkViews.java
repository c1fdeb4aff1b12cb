package io.leadwell.acquire.links.web;

import io.leadwell.acquire.links.Link;
import io.leadwell.acquire.links.LinkFigures;
import io.leadwell.acquire.links.LinkLine;
import io.leadwell.acquire.links.PublicAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Links as the API tells them, with the address that goes out. */
@Component
class LinkViews {

  /** Behind the address of a printed code: who comes by it has scanned. */
  static final String SCANNED = "?q";

  /**
   * @param address the short one
   * @param leads whether it leads somewhere now
   */
  record LinkView(
      UUID id,
      String code,
      String address,
      String name,
      String page,
      String target,
      @Nullable UUID channelId,
      @Nullable UUID campaignId,
      @Nullable String content,
      @Nullable String plan,
      @Nullable String unit,
      @Nullable String keyword,
      boolean enabled,
      @Nullable Instant expiresAt,
      boolean leads,
      String createdBy,
      Instant createdAt,
      @Nullable FiguresView figures) {}

  record FiguresView(long clicks, long scans, long visitors, long leads) {}

  private final PublicAddress address;
  private final Clock clock;

  LinkViews(PublicAddress address, Clock clock) {
    this.address = address;
    this.clock = clock;
  }

  LinkView of(LinkLine line, HttpServletRequest request) {
    LinkFigures figures = line.figures();
    return view(
        line.link(),
        request,
        new FiguresView(figures.clicks(), figures.scans(), figures.visitors(), figures.leads()));
  }

  LinkView of(Link link, HttpServletRequest request) {
    return view(link, request, null);
  }

  /** The short address of a link. */
  String address(Link link, HttpServletRequest request) {
    String base =
        address
            .configured()
            .orElseGet(
                () -> ServletUriComponentsBuilder.fromContextPath(request).build().toUriString());
    return base + "/l/" + link.code();
  }

  private LinkView view(Link link, HttpServletRequest request, @Nullable FiguresView figures) {
    return new LinkView(
        link.id(),
        link.code(),
        address(link, request),
        link.name(),
        link.page(),
        link.target(),
        link.placement().channelId(),
        link.placement().campaignId(),
        link.placement().content(),
        link.placement().plan(),
        link.placement().unit(),
        link.placement().keyword(),
        link.enabled(),
        link.expiresAt(),
        link.enabled() && (link.expiresAt() == null || clock.instant().isBefore(link.expiresAt())),
        link.createdBy(),
        link.createdAt(),
        figures);
  }
}
