package io.leadwell.acquire.events;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How long somebody was there who came and went, perhaps on two devices at once. */
final class Intervals {

  /** From when to when; nothing where the end is not behind the start. */
  record Span(Instant from, Instant to) {}

  private Intervals() {}

  /** Seconds covered by at least one of the spans. */
  static long seconds(List<Span> spans) {
    List<Span> ordered = new ArrayList<>(spans);
    ordered.sort(Comparator.comparing(Span::from));
    long seconds = 0;
    Instant reached = Instant.MIN;
    for (Span span : ordered) {
      Instant from = span.from().isAfter(reached) ? span.from() : reached;
      if (span.to().isAfter(from)) {
        seconds += Duration.between(from, span.to()).toSeconds();
        reached = span.to();
      }
    }
    return seconds;
  }
}
