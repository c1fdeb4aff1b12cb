package io.leadwell.acquire.collect.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Scheme, host and port of the page that sends. */
final class PageOrigin {

  private PageOrigin() {}

  /** By the Origin header, else by the Referer; null when neither is there. */
  static @Nullable String of(HttpServletRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin != null) {
      return origin;
    }
    String referer = request.getHeader(HttpHeaders.REFERER);
    if (referer == null) {
      return null;
    }
    try {
      URI page = URI.create(referer);
      return page.getScheme() + "://" + page.getRawAuthority();
    } catch (IllegalArgumentException e) {
      return referer;
    }
  }
}
