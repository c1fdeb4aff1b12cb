package io.leadwell.acquire.events.web;

import io.leadwell.acquire.events.EventPages;
import io.leadwell.acquire.events.PublicPaths;
import io.leadwell.acquire.events.Tickets;
import io.leadwell.acquire.events.Tickets.Ticket;
import io.leadwell.base.pages.PageFrame;
import io.leadwell.base.pages.Pages;
import io.leadwell.base.pages.PagesProblem;
import io.leadwell.base.pages.PublicLimits;
import io.leadwell.base.pages.PublicLimits.Rate;
import io.leadwell.base.pages.PublicPage;
import io.leadwell.base.pages.QrPicture;
import io.leadwell.base.pages.web.PublicLanguage;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Open;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The personal page of somebody who has registered: what to show at the door, and the way out. */
@PublicPage
@RequestMapping(PublicPaths.EVENTS + "{slug}/ticket/{token}")
class TicketController {

  private static final Rate LOOKS = new Rate(60, 120);
  private static final MediaType CALENDAR =
      new MediaType("text", "calendar", StandardCharsets.UTF_8);

  private final Tickets tickets;
  private final EventPages view;
  private final Pages pages;
  private final PublicLimits limits;
  private final Clock clock;

  TicketController(
      Tickets tickets, EventPages view, Pages pages, PublicLimits limits, Clock clock) {
    this.tickets = tickets;
    this.view = view;
    this.pages = pages;
    this.limits = limits;
    this.clock = clock;
  }

  @GetMapping
  @Open(Open.To.ANYBODY)
  ResponseEntity<String> ticket(
      @PathVariable String slug, @PathVariable String token, HttpServletRequest request) {
    Ticket ticket = found(slug, token, request);
    Locale language = PublicLanguage.of(request);
    PageFrame frame = pages.frame(language, ticket.event().title()).notWatched();
    String address = EventVisit.whole(PublicPaths.ticket(slug, token));
    Map<String, Object> shown = new HashMap<>();
    shown.put("page", view.of(ticket.event(), language));
    shown.put("ticket", ticket);
    shown.put("code", ticket.admitted() ? QrPicture.svg(address) : "");
    shown.put("path", PublicPaths.ticket(slug, token));
    shown.put("cancellable", ticket.cancellable(clock.instant()));
    shown.put("fresh", "1".equals(request.getParameter("new")));
    return pages.answer(HttpStatus.OK, "events/ticket", frame, shown);
  }

  @GetMapping("/event.ics")
  @Open(Open.To.ANYBODY)
  ResponseEntity<String> calendar(
      @PathVariable String slug, @PathVariable String token, HttpServletRequest request) {
    Ticket ticket = found(slug, token, request);
    return ResponseEntity.ok()
        .contentType(CALENDAR)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"event.ics\"")
        .cacheControl(CacheControl.noStore())
        .body(tickets.calendar(ticket));
  }

  /** Asks first, as whatever opens links would cancel otherwise: only the button does. */
  @PostMapping("/cancel")
  @Open(Open.To.ANYBODY)
  ResponseEntity<String> leave(
      @PathVariable String slug, @PathVariable String token, HttpServletRequest request) {
    found(slug, token, request);
    tickets.leave(slug, token);
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(
            URI.create(
                PublicPaths.ticket(slug, token)
                    + "?lang="
                    + EventVisit.word(PublicLanguage.of(request))))
        .build();
  }

  private Ticket found(String slug, String token, HttpServletRequest request) {
    limits.take("ticket", request.getRemoteAddr(), LOOKS);
    return tickets.find(slug, token).orElseThrow(() -> new Problem(PagesProblem.PAGE_NOT_FOUND));
  }
}
