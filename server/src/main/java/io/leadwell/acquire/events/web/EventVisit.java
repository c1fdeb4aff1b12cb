package io.leadwell.acquire.events.web;

import io.leadwell.acquire.capture.FormContext;
import io.leadwell.acquire.capture.FormVisit;
import io.leadwell.acquire.capture.Way;
import io.leadwell.acquire.events.Event;
import io.leadwell.acquire.events.PublicPaths;
import io.leadwell.base.pages.web.PublicLanguage;
import io.leadwell.base.pages.web.VisitorId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Who stands before the form of an event, and how they got there. */
final class EventVisit {

  private EventVisit() {}

  static FormVisit of(HttpServletRequest request, Event event, FormContext context) {
    Locale language = PublicLanguage.of(request);
    String query = request.getQueryString();
    String action = PublicPaths.event(event.slug()) + "?lang=" + word(language);
    return new FormVisit(
        Way.EVENT,
        language,
        request.getRequestURL() + (query == null ? "" : "?" + query),
        request.getHeader(HttpHeaders.REFERER),
        VisitorId.of(request).orElse(null),
        request.getRemoteAddr(),
        request.getHeader(HttpHeaders.USER_AGENT),
        context,
        action,
        action + "&fresh=1#register");
  }

  static String word(Locale language) {
    return language.getLanguage().equals("en") ? "en" : "zh";
  }

  /** With the host by which the page was asked for. */
  static String whole(String path) {
    return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).build().toUriString();
  }
}
