package io.leadwell.acquire.collect.web;

import io.leadwell.acquire.collect.Collector;
import io.leadwell.acquire.collect.Delivery;
import io.leadwell.acquire.collect.Reason;
import io.leadwell.acquire.collect.Receipt;
import io.leadwell.base.workspace.Open;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where pages deliver their hits. Answers without a body: nobody reads it. */
@RestController
class HitsController {

  private final Collector collector;
  private final Clock clock;

  HitsController(Collector collector, Clock clock) {
    this.collector = collector;
    this.clock = clock;
  }

  @PostMapping(CollectWeb.ROOT + "/{site:[a-z0-9]{3,16}}")
  @Open(Open.To.ANYBODY)
  ResponseEntity<Void> take(@PathVariable String site, HttpServletRequest request) {
    return switch (collector.take(delivery(site, request))) {
      case Receipt.Taken taken -> taken(taken, request);
      case Receipt.Refused(Reason reason) -> ResponseEntity.status(status(reason)).build();
      case Receipt.Later(Reason reason, Duration pause) ->
          ResponseEntity.status(status(reason))
              .header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, pause.toSeconds())))
              .build();
    };
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
        atMost -> request.getInputStream().readNBytes(atMost));
  }

  private static ResponseEntity<Void> taken(Receipt.Taken taken, HttpServletRequest request) {
    ResponseEntity.HeadersBuilder<?> answer = ResponseEntity.noContent();
    if (taken.visitor() != null) {
      VisitorCookie.renewed(request, taken.visitor(), taken.cookieDomain())
          .ifPresent(cookie -> answer.header(HttpHeaders.SET_COOKIE, cookie));
    }
    return answer.build();
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
