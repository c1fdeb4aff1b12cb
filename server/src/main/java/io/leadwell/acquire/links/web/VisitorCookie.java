package io.leadwell.acquire.links.web;

import io.leadwell.base.platform.Ids;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.ResponseCookie;

/** The browser that follows a link, by the cookie of our own pages; a new one gets one. */
record VisitorCookie(UUID id, boolean made) {

  private static final String NAME = "lw_v";
  private static final Pattern ID =
      Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

  /** The longest that browsers grant. */
  private static final Duration AGE = Duration.ofDays(400);

  static VisitorCookie of(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(NAME) && ID.matcher(cookie.getValue()).matches()) {
          return new VisitorCookie(UUID.fromString(cookie.getValue()), false);
        }
      }
    }
    return new VisitorCookie(Ids.next(), true);
  }

  /** The header that gives the browser its id. */
  Optional<String> fresh(HttpServletRequest request) {
    return made
        ? Optional.of(
            ResponseCookie.from(NAME, id.toString())
                .path("/")
                .maxAge(AGE)
                .sameSite("Lax")
                .secure(request.isSecure())
                .build()
                .toString())
        : Optional.empty();
  }
}
