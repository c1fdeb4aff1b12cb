package io.leadwell.acquire.links.web;

import io.leadwell.acquire.links.Followed;
import io.leadwell.acquire.links.Following;
import io.leadwell.acquire.links.LinksProblem;
import io.leadwell.acquire.links.Passer;
import io.leadwell.base.pages.PagesProblem;
import io.leadwell.base.pages.PublicLimits;
import io.leadwell.base.pages.PublicLimits.Rate;
import io.leadwell.base.pages.PublicPage;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Open;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Short links, for the public. */
@PublicPage
class FollowController {

  /** A crowd behind one address at a fair; more is no crowd. */
  private static final Rate FOLLOWED = new Rate(900, 900);

  /** Who tries codes is stopped, also from the ones that are good. */
  private static final Rate MISSED = new Rate(60, 30);

  private static final int LONGEST_HEADER = 2_000;

  /** What browsers and messengers send when they fetch ahead of anybody's wish. */
  private static final Set<String> AHEAD = Set.of("prefetch", "prerender", "preview");

  private final Following following;
  private final PublicLimits limits;
  private final Clock clock;

  FollowController(Following following, PublicLimits limits, Clock clock) {
    this.following = following;
    this.limits = limits;
    this.clock = clock;
  }

  @GetMapping("/l/{code}")
  @Open(Open.To.ANYBODY)
  ResponseEntity<Void> follow(@PathVariable String code, HttpServletRequest request) {
    return follow(code, null, request);
  }

  /** A link of a message, which knows its reader. */
  @GetMapping("/l/{code}/{token}")
  @Open(Open.To.ANYBODY)
  ResponseEntity<Void> known(
      @PathVariable String code, @PathVariable String token, HttpServletRequest request) {
    return follow(code, token, request);
  }

  private ResponseEntity<Void> follow(
      String code, @Nullable String token, HttpServletRequest request) {
    String address = request.getRemoteAddr();
    long wait = limits.waiting("link missed", address, MISSED);
    if (wait > 0) {
      throw new Problem(PagesProblem.TOO_FAST, wait);
    }
    limits.take("link", address, FOLLOWED);
    VisitorCookie visitor = VisitorCookie.of(request);
    Passer passer =
        new Passer(
            visitor.id(),
            request.getParameter("q") != null,
            !isAhead(request),
            asksForAPage(request),
            header(request, HttpHeaders.REFERER),
            header(request, HttpHeaders.USER_AGENT),
            address,
            clock.instant());
    return switch (following.follow(code, token, passer)) {
      case Followed.To(String target, boolean counted) -> {
        ResponseEntity.BodyBuilder answer =
            ResponseEntity.status(HttpStatus.FOUND)
                .header(HttpHeaders.LOCATION, target)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Robots-Tag", "noindex, nofollow");
        if (counted) {
          visitor.fresh(request).ifPresent(c -> answer.header(HttpHeaders.SET_COOKIE, c));
        }
        yield answer.build();
      }
      case Followed.Ended() -> throw new Problem(LinksProblem.LINK_ENDED);
      case Followed.Unknown() -> {
        limits.tryTake("link missed", address, MISSED);
        throw new Problem(PagesProblem.PAGE_NOT_FOUND);
      }
    };
  }

  private static boolean isAhead(HttpServletRequest request) {
    if (!request.getMethod().equals("GET")) {
      return true;
    }
    for (String name : new String[] {"Sec-Purpose", "Purpose", "X-Purpose", "X-Moz"}) {
      String value = request.getHeader(name);
      if (value != null && AHEAD.stream().anyMatch(value.toLowerCase(Locale.ROOT)::contains)) {
        return true;
      }
    }
    return false;
  }

  /** A browser that shows a page says in which language; what scans mail mostly doesn't. */
  private static boolean asksForAPage(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    String language = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    return accept != null
        && accept.contains("text/html")
        && language != null
        && !language.isBlank();
  }

  private static @Nullable String header(HttpServletRequest request, String name) {
    String value = request.getHeader(name);
    return value == null || value.length() > LONGEST_HEADER ? null : value;
  }
}
