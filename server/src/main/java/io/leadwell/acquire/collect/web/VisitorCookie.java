package io.leadwell.acquire.collect.web;

import io.leadwell.base.pages.web.VisitorId;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;

/**
 * The cookie with a visitor's id. Scripts make it; some browsers let a cookie made by a script live
 * for a week only, so the server makes it again.
 */
final class VisitorCookie {

  /** The longest that browsers grant. */
  private static final Duration AGE = Duration.ofDays(400);

  private VisitorCookie() {}

  /** Empty when the browser sent another visitor's: of two ids the older is not overwritten. */
  static Optional<String> renewed(
      HttpServletRequest request, UUID visitor, @Nullable String domain) {
    if (VisitorId.of(request).filter(sent -> !sent.equals(visitor)).isPresent()) {
      return Optional.empty();
    }
    ResponseCookie.ResponseCookieBuilder cookie =
        ResponseCookie.from(VisitorId.COOKIE, visitor.toString())
            .path("/")
            .maxAge(AGE)
            .sameSite("Lax")
            .secure(request.isSecure());
    if (domain != null && below(request.getServerName(), domain)) {
      cookie.domain(domain);
    }
    return Optional.of(cookie.build().toString());
  }

  private static boolean below(String host, String domain) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.equals(domain) || name.endsWith("." + domain);
  }
}
