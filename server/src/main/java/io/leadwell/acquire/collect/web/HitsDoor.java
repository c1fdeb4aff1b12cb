package io.leadwell.acquire.collect.web;

import io.leadwell.acquire.collect.Collector;
import io.leadwell.acquire.collect.Delivery;
import io.leadwell.acquire.collect.Reason;
import io.leadwell.acquire.collect.Receipt;
import io.leadwell.base.platform.web.Problems;
import io.leadwell.base.workspace.Open;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.DefaultCorsProcessor;

/**
 * Where pages deliver their hits. Answers without a body: nobody reads it.
 *
 * <p>It stands before all other filters and answers by itself: whom to let in is the collector's to
 * decide, and the way through filters, routes and converters costs more than keeping a hit does.
 */
final class HitsDoor extends HttpFilter {

  /** As a route would be written. */
  static final String ROUTE = CollectWeb.ROOT + "/{site:[a-z0-9]{3,16}}";

  private static final String BEFORE_KEY = CollectWeb.ROOT + "/";
  private static final int SHORTEST_KEY = 3;
  private static final int LONGEST_KEY = 16;

  private final Collector collector;
  private final Problems problems;
  private final CorsConfiguration cors;
  private final DefaultCorsProcessor preflight = new DefaultCorsProcessor();
  private final Clock clock;

  HitsDoor(Collector collector, Problems problems, CorsConfiguration cors, Clock clock) {
    this.collector = collector;
    this.problems = problems;
    this.cors = cors;
    this.clock = clock;
  }

  @Override
  @Open(Open.To.ANYBODY)
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String site = site(request.getRequestURI());
    if (site == null) {
      chain.doFilter(request, response);
    } else if (request.getMethod().equals("POST")) {
      take(site, request, response);
    } else if (CorsUtils.isPreFlightRequest(request)) {
      preflight.processRequest(cors, request, response);
    } else {
      response.setHeader(HttpHeaders.ALLOW, "POST");
      problems.tellWrongMethod(request, response);
    }
  }

  /** The key in {@code /c/KEY}; null when it is another address, or the same written otherwise. */
  private static @Nullable String site(String path) {
    int length = path.length() - BEFORE_KEY.length();
    if (length < SHORTEST_KEY || length > LONGEST_KEY || !path.startsWith(BEFORE_KEY)) {
      return null;
    }
    for (int i = BEFORE_KEY.length(); i < path.length(); i++) {
      char c = path.charAt(i);
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) {
        return null;
      }
    }
    return path.substring(BEFORE_KEY.length());
  }

  private void take(String site, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    allowReading(request, response);
    try {
      switch (collector.take(delivery(site, request))) {
        case Receipt.Taken taken -> taken(taken, request, response);
        case Receipt.Refused(Reason reason) -> response.setStatus(status(reason).value());
        case Receipt.Later(Reason reason, Duration pause) -> {
          response.setStatus(status(reason).value());
          response.setHeader(
              HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, pause.toSeconds())));
        }
      }
    } catch (RuntimeException e) {
      problems.tellUnexpected(e, request, response);
    }
  }

  /** Any page may read how its delivery was answered; what {@link #cors} says, said in short. */
  private static void allowReading(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin != null) {
      response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
      response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
      response.setHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, HttpHeaders.RETRY_AFTER);
    }
  }

  private Delivery delivery(String site, HttpServletRequest request) {
    return new Delivery(
        site,
        request.getRemoteAddr(),
        request.getHeader(HttpHeaders.USER_AGENT),
        request.getHeader(HttpHeaders.HOST),
        PageOrigin.of(request),
        "1".equals(request.getHeader("DNT")) || "1".equals(request.getHeader("Sec-GPC")),
        clock.instant(),
        atMost -> content(request, atMost));
  }

  /** At once where the length is told, as browsers do: to look for an end costs twice as much. */
  private static byte[] content(HttpServletRequest request, int atMost) throws IOException {
    InputStream in = request.getInputStream();
    int length = request.getContentLength();
    if (length < 0 || length > atMost) {
      return in.readNBytes(atMost);
    }
    byte[] content = new byte[length];
    int read = 0;
    while (read < length) {
      int more = in.read(content, read, length - read);
      if (more < 0) {
        return Arrays.copyOf(content, read);
      }
      read += more;
    }
    return content;
  }

  private static void taken(
      Receipt.Taken taken, HttpServletRequest request, HttpServletResponse response) {
    response.setStatus(HttpStatus.NO_CONTENT.value());
    if (taken.visitor() != null) {
      VisitorCookie.renewed(request, taken.visitor(), taken.cookieDomain())
          .ifPresent(cookie -> response.addHeader(HttpHeaders.SET_COOKIE, cookie));
    }
  }

  private static HttpStatus status(Reason reason) {
    return switch (reason) {
      case BUSY, QUEUE_FULL, NOT_COMMITTED -> HttpStatus.SERVICE_UNAVAILABLE;
      case ADDRESS_TOO_FAST, VISITOR_TOO_FAST -> HttpStatus.TOO_MANY_REQUESTS;
      case UNKNOWN_SITE -> HttpStatus.NOT_FOUND;
      case ROBOT, DO_NOT_TRACK, NO_CONSENT -> HttpStatus.FORBIDDEN;
      case TOO_LARGE, TOO_MANY_HITS -> HttpStatus.CONTENT_TOO_LARGE;
      default -> HttpStatus.BAD_REQUEST;
    };
  }
}
