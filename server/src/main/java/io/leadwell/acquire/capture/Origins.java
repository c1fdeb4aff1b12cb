package io.leadwell.acquire.capture;

import io.leadwell.acquire.campaigns.Landing;
import io.leadwell.acquire.campaigns.Origin;
import io.leadwell.acquire.campaigns.Sources;
import io.leadwell.acquire.collect.Visit;
import io.leadwell.acquire.collect.VisitorOrigin;
import io.leadwell.acquire.collect.Visits;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one place where a landing, a referrer and a browser become where somebody came from. */
@Component
class Origins {

  /**
   * @param now of the visit in which the form was filled in
   * @param first what first brought this browser, where that is known and was not typed in directly
   */
  record Came(Origin now, @Nullable Origin first) {}

  /** As long as a visit may pause. */
  private static final Duration STILL_HERE = Duration.ofMinutes(30);

  private final Sources sources;
  private final Visits visits;
  private final Clock clock;

  Origins(Sources sources, Visits visits, Clock clock) {
    this.sources = sources;
    this.visits = visits;
    this.clock = clock;
  }

  /** Not within a transaction: what the browser did a moment ago may still be on its way. */
  Came of(@Nullable String url, @Nullable String referrer, @Nullable UUID visitor) {
    Origin page = sources.of(new Landing(Objects.requireNonNullElse(url, ""), referrer));
    if (visitor == null) {
      return new Came(page, page.direct() ? null : page);
    }
    VisitorOrigin known = visits.originOf(visitor);
    Origin now = page.direct() ? visiting(known.current(), page) : page;
    Visit first = known.first();
    return new Came(now, first != null ? first.origin() : now.direct() ? null : now);
  }

  /** The form is one of the pages of a visit, and not the one that says where it came from. */
  private Origin visiting(@Nullable Visit visit, Origin page) {
    return visit != null && visit.endedAt().plus(STILL_HERE).isAfter(clock.instant())
        ? visit.origin()
        : page;
  }

  /** Of somebody about whom nothing is said, not even that they came directly. */
  static Came unknown() {
    return new Came(new Origin(null, null, null, null, null, Map.of(), null, null, true), null);
  }

  /** As {@link #of}, of somebody who only looks: nothing is learned about sources from it. */
  Came looking(@Nullable String url, @Nullable String referrer) {
    Origin now = sources.tryOut(new Landing(Objects.requireNonNullElse(url, ""), referrer));
    return new Came(now, now.direct() ? null : now);
  }
}
