package io.leadwell.base.pages.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The browser that asks, by the cookie that the tracker makes on our pages. */
public final class VisitorId {

  public static final String COOKIE = "lw_v";

  private static final Pattern ID =
      Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

  private VisitorId() {}

  /** Empty when it has none, or something else under that name. */
  public static Optional<UUID> of(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(COOKIE) && ID.matcher(cookie.getValue()).matches()) {
          return Optional.of(UUID.fromString(cookie.getValue()));
        }
      }
    }
    return Optional.empty();
  }
}
