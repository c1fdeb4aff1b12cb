package io.leadwell.acquire.content.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;

/** The cookie by which a browser that has passed a gate is known again; no script sees it. */
final class ReaderCookie {

  private static final String NAME = "lw_p";

  /** The longest that browsers grant. */
  private static final Duration AGE = Duration.ofDays(400);

  private ReaderCookie() {}

  static @Nullable String sent(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(NAME)) {
          return cookie.getValue();
        }
      }
    }
    return null;
  }

  static String made(String value, HttpServletRequest request) {
    return ResponseCookie.from(NAME, value)
        .path("/p")
        .httpOnly(true)
        .sameSite("Lax")
        .secure(request.isSecure())
        .maxAge(AGE)
        .build()
        .toString();
  }
}
