package io.leadwell.base.workspace.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The cookie that carries a session's token. */
final class SessionCookie {

  /** With this prefix browsers take it only over https, for this host and the whole of it. */
  private static final String SECURE = "__Host-leadwell";

  private static final String PLAIN = "leadwell";
  private static final Duration AGE = Duration.ofDays(30);

  private SessionCookie() {}

  static @Nullable String token(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) {
      return null;
    }
    for (Cookie cookie : cookies) {
      if (cookie.getName().equals(name(request)) && !cookie.getValue().isEmpty()) {
        return cookie.getValue();
      }
    }
    return null;
  }

  static void give(HttpServletRequest request, HttpServletResponse response, String token) {
    write(request, response, token, AGE);
  }

  static void take(HttpServletRequest request, HttpServletResponse response) {
    write(request, response, "", Duration.ZERO);
  }

  private static String name(HttpServletRequest request) {
    return request.isSecure() ? SECURE : PLAIN;
  }

  private static void write(
      HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(name(request), value)
            .path("/")
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .maxAge(age)
            .build()
            .toString());
  }
}
