package io.leadwell.acquire.links.web;

import io.leadwell.base.pages.web.VisitorId;
import io.leadwell.base.platform.Ids;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseCookie;

/** The browser that follows a link, by the cookie of our own pages; a new one gets one. */
record VisitorCookie(UUID id, boolean made) {

  /** The longest that browsers grant. */
  private static final Duration AGE = Duration.ofDays(400);

  static VisitorCookie of(HttpServletRequest request) {
    return VisitorId.of(request)
        .map(known -> new VisitorCookie(known, false))
        .orElseGet(() -> new VisitorCookie(Ids.next(), true));
  }

  /** The header that gives the browser its id. */
  Optional<String> fresh(HttpServletRequest request) {
    return made
        ? Optional.of(
            ResponseCookie.from(VisitorId.COOKIE, id.toString())
                .path("/")
                .maxAge(AGE)
                .sameSite("Lax")
                .secure(request.isSecure())
                .build()
                .toString())
        : Optional.empty();
  }
}
