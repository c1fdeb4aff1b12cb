package io.leadwell.acquire.events.web;

import io.leadwell.acquire.capture.FormPart;
import io.leadwell.acquire.capture.FormVisit;
import io.leadwell.acquire.capture.Posted;
import io.leadwell.acquire.events.Event;
import io.leadwell.acquire.events.EventForms;
import io.leadwell.acquire.events.EventForms.Outcome;
import io.leadwell.acquire.events.EventPages;
import io.leadwell.acquire.events.Events;
import io.leadwell.acquire.events.PublicPaths;
import io.leadwell.base.pages.PageFrame;
import io.leadwell.base.pages.Pages;
import io.leadwell.base.pages.PagesProblem;
import io.leadwell.base.pages.PublicLimits;
import io.leadwell.base.pages.PublicLimits.Rate;
import io.leadwell.base.pages.PublicPage;
import io.leadwell.base.pages.web.PublicLanguage;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Open;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The page of an event, where people register. */
@PublicPage
class EventPageController {

  private static final Rate LOOKS = new Rate(90, 180);

  /** Chosen sessions; the names of a form's own fields are keys without a dot. */
  private static final String SESSION = "event.session";

  private static final int MOST_SESSIONS = 100;

  private final Events events;
  private final EventForms forms;
  private final EventPages view;
  private final Pages pages;
  private final PublicLimits limits;

  EventPageController(
      Events events, EventForms forms, EventPages view, Pages pages, PublicLimits limits) {
    this.events = events;
    this.forms = forms;
    this.view = view;
    this.pages = pages;
    this.limits = limits;
  }

  @GetMapping(PublicPaths.EVENTS + "{slug}")
  @Open(Open.To.ANYBODY)
  ResponseEntity<String> event(@PathVariable String slug, HttpServletRequest request) {
    Event event = found(slug, request);
    boolean fresh = "1".equals(request.getParameter("fresh"));
    FormVisit visit = EventVisit.of(request, event, forms.context(event));
    FormPart part = forms.part(event, visit, fresh).orElse(null);
    return page(HttpStatus.OK, event, part, request);
  }

  @PostMapping(
      path = PublicPaths.EVENTS + "{slug}",
      consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  @Open(Open.To.ANYBODY)
  ResponseEntity<String> register(@PathVariable String slug, HttpServletRequest request) {
    Event event = found(slug, request);
    if (!view.opens(event)) {
      // It was full of people, or over, by the time the form was filled: the page says what it is.
      return page(HttpStatus.CONFLICT, event, null, request);
    }
    FormVisit visit = EventVisit.of(request, event, forms.context(event));
    Posted posted = Posted.of(request.getParameterMap());
    return switch (forms.take(event, visit, posted, List.copyOf(chosen(request)))) {
      case Outcome.Registered(String token) ->
          seeOther(PublicPaths.ticket(event.slug(), token) + "?new=1&lang=", request);
      case Outcome.Noted _ -> seeOther(PublicPaths.event(event.slug()) + "/noted?lang=", request);
      case Outcome.Again(FormPart part) ->
          page(HttpStatus.UNPROCESSABLE_CONTENT, event, part, request);
    };
  }

  /** Says the same to everybody who was noted, on the list already or not. */
  @GetMapping(PublicPaths.EVENTS + "{slug}/noted")
  @Open(Open.To.ANYBODY)
  ResponseEntity<String> noted(@PathVariable String slug, HttpServletRequest request) {
    Event event = found(slug, request);
    PageFrame frame = pages.frame(PublicLanguage.of(request), event.title());
    return pages.answer(HttpStatus.OK, "events/noted", frame, Map.of("event", event));
  }

  private Event found(String slug, HttpServletRequest request) {
    limits.take("event", request.getRemoteAddr(), LOOKS);
    return events.at(slug).orElseThrow(() -> new Problem(PagesProblem.PAGE_NOT_FOUND));
  }

  private ResponseEntity<String> page(
      HttpStatus status, Event event, @Nullable FormPart part, HttpServletRequest request) {
    Locale language = PublicLanguage.of(request);
    PageFrame frame =
        pages
            .frame(language, event.title())
            .describedAs(view.summary(event, language))
            .at(EventVisit.whole(PublicPaths.event(event.slug())));
    Map<String, Object> shown = new HashMap<>();
    shown.put("page", view.of(event, language));
    shown.put("form", part);
    shown.put("chosen", chosen(request));
    return pages.answer(status, "events/event", frame, shown);
  }

  private static ResponseEntity<String> seeOther(String path, HttpServletRequest request) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create(path + EventVisit.word(PublicLanguage.of(request))))
        .build();
  }

  /** What is no session of ours is nothing. */
  private static Set<UUID> chosen(HttpServletRequest request) {
    String[] sent = request.getParameterMap().getOrDefault(SESSION, new String[0]);
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < Math.min(sent.length, MOST_SESSIONS); i++) {
      try {
        ids.add(UUID.fromString(sent[i]));
      } catch (IllegalArgumentException e) {
        // typed by somebody who tries
      }
    }
    return new HashSet<>(ids);
  }
}
