package io.leadwell.acquire.collect;

import io.leadwell.acquire.campaigns.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A visit while hits are folded into it. The order of the hits does not matter, nor whether one is
 * folded again: what is earliest, latest or most of two wins.
 */
final class OpenVisit {

  /** The first page of a visit. */
  record Landed(Instant at, @Nullable String url, @Nullable String referrer, Origin origin) {}

  /** What a visit has from its first hit on. */
  record Beginning(
      UUID id, UUID visitor, String site, Device device, Place place, @Nullable String consent) {

    static Beginning of(UUID id, Hit hit) {
      HitFacts facts = hit.facts();
      return new Beginning(
          id,
          hit.visitor(),
          hit.site(),
          facts.device() == null ? Device.UNKNOWN : facts.device(),
          facts.place() == null ? Place.UNKNOWN : facts.place(),
          facts.consent());
    }
  }

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

  final Beginning beginning;

  /** Whether its first hit is among those that are being folded: no row of it is there yet. */
  final boolean fresh;

  final Map<UUID, OpenPage> pages = new LinkedHashMap<>();
  private Instant startedAt;
  private Instant endedAt;
  private @Nullable Landed landed;

  private OpenVisit(
      Beginning beginning,
      boolean fresh,
      Instant startedAt,
      Instant endedAt,
      @Nullable Landed landed) {
    this.beginning = beginning;
    this.fresh = fresh;
    this.startedAt = startedAt;
    this.endedAt = endedAt;
    this.landed = landed;
  }

  static OpenVisit begun(UUID id, Hit hit) {
    return new OpenVisit(Beginning.of(id, hit), true, hit.happenedAt(), hit.happenedAt(), null);
  }

  /** One that is there already. */
  static OpenVisit goneOn(
      Beginning beginning, Instant startedAt, Instant endedAt, @Nullable Landed landed) {
    return new OpenVisit(beginning, false, startedAt, endedAt, landed);
  }

  UUID id() {
    return beginning.id();
  }

  UUID visitor() {
    return beginning.visitor();
  }

  Instant startedAt() {
    return startedAt;
  }

  Instant endedAt() {
    return endedAt;
  }

  @Nullable Landed landed() {
    return landed;
  }

  /** Adds a hit of this visit; {@code origin} tells where its page was come to from. */
  void add(Hit hit, Function<Hit, Origin> origin) {
    Instant at = hit.happenedAt();
    startedAt = at.isBefore(startedAt) ? at : startedAt;
    endedAt = at.isAfter(endedAt) ? at : endedAt;
    HitFacts facts = hit.facts();
    if (hit.name().equals(Hit.PAGE)) {
      OpenPage page = pages.computeIfAbsent(hit.id(), opened -> new OpenPage(opened, at));
      page.happenedAt = at;
      page.url = facts.url();
      page.title = facts.title();
      page.content = facts.content();
      if (landed == null || at.isBefore(landed.at())) {
        landed = new Landed(at, facts.url(), facts.referrer(), origin.apply(hit));
      }
    } else if (hit.name().equals(Hit.DWELL)) {
      UUID of = Objects.requireNonNull(facts.page());
      long dwell = facts.dwellMs() == null ? 0 : facts.dwellMs();
      Instant opened = at.minus(Duration.ofMillis(dwell));
      OpenPage page = pages.computeIfAbsent(of, id -> new OpenPage(id, opened));
      page.dwellMs = Math.max(page.dwellMs, dwell);
      page.depth = Math.max(page.depth, facts.depth() == null ? 0 : facts.depth());
    }
  }
}
