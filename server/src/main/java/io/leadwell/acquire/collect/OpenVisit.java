package io.leadwell.acquire.collect;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit while hits are folded into it. The order of the hits does not matter, nor whether one is
 * folded again: what is earliest, latest or most of two wins.
 */
final class OpenVisit {

  /** A page that its dwell may have reached before its opening did. */
  static final class OpenPage {
    final UUID id;
    Instant happenedAt;
    @Nullable String url;
    @Nullable String title;
    @Nullable String content;
    long dwellMs;
    int depth;

    private OpenPage(UUID id, Instant happenedAt) {
      this.id = id;
      this.happenedAt = happenedAt;
    }
  }

  final UUID id;
  final UUID visitor;
  final String site;
  Instant startedAt;
  Instant endedAt;
  @Nullable Instant landedAt;
  @Nullable Landing landing;
  Device device;
  Place place;
  @Nullable String consent;
  final Map<UUID, OpenPage> pages = new LinkedHashMap<>();
  final Map<UUID, Hit> events = new LinkedHashMap<>();

  OpenVisit(
      UUID id,
      UUID visitor,
      String site,
      Instant startedAt,
      Instant endedAt,
      @Nullable Instant landedAt,
      @Nullable Landing landing,
      Device device,
      Place place,
      @Nullable String consent) {
    this.id = id;
    this.visitor = visitor;
    this.site = site;
    this.startedAt = startedAt;
    this.endedAt = endedAt;
    this.landedAt = landedAt;
    this.landing = landing;
    this.device = device;
    this.place = place;
    this.consent = consent;
  }

  static OpenVisit begun(UUID id, Hit hit) {
    HitFacts facts = hit.facts();
    return new OpenVisit(
        id,
        hit.visitor(),
        hit.site(),
        hit.happenedAt(),
        hit.happenedAt(),
        null,
        null,
        facts.device() == null ? Device.UNKNOWN : facts.device(),
        facts.place() == null ? Place.UNKNOWN : facts.place(),
        facts.consent());
  }

  /** Adds a hit of this visit; {@code landing} reads where its page was come to from. */
  void add(Hit hit, java.util.function.Function<Hit, Landing> reading) {
    Instant at = hit.happenedAt();
    startedAt = at.isBefore(startedAt) ? at : startedAt;
    endedAt = at.isAfter(endedAt) ? at : endedAt;
    HitFacts facts = hit.facts();
    switch (hit.name()) {
      case Hit.PAGE -> {
        OpenPage page = pages.computeIfAbsent(hit.id(), opened -> new OpenPage(opened, at));
        page.happenedAt = at;
        page.url = facts.url();
        page.title = facts.title();
        page.content = facts.content();
        if (landedAt == null || at.isBefore(landedAt)) {
          landedAt = at;
          landing = reading.apply(hit);
        }
      }
      case Hit.DWELL -> {
        UUID of = java.util.Objects.requireNonNull(facts.page());
        long dwell = facts.dwellMs() == null ? 0 : facts.dwellMs();
        OpenPage page =
            pages.computeIfAbsent(
                of, opened -> new OpenPage(opened, at.minus(Duration.ofMillis(dwell))));
        page.dwellMs = Math.max(page.dwellMs, dwell);
        page.depth = Math.max(page.depth, facts.depth() == null ? 0 : facts.depth());
      }
      default -> events.put(hit.id(), hit);
    }
  }
}
