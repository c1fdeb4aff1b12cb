package io.leadwell.acquire.capture;

import io.leadwell.acquire.campaigns.Landing;
import io.leadwell.acquire.campaigns.Origin;
import io.leadwell.acquire.campaigns.Sources;
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

  private final Sources sources;

  Origins(Sources sources) {
    this.sources = sources;
  }

  /** Not within a transaction: what the browser did a moment ago may still be on its way. */
  Came of(@Nullable String url, @Nullable String referrer, @Nullable UUID visitor) {
    Origin now = sources.of(new Landing(Objects.requireNonNullElse(url, ""), referrer));
    return new Came(now, now.direct() ? null : now);
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
