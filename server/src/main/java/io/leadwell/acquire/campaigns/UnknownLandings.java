package io.leadwell.acquire.campaigns;

import io.leadwell.base.platform.TablesReplaced;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counts landings that no rule knows, in memory, and writes the counts every few seconds: a landing
 * isn't slowed down by it. A server that is killed loses the counts of those seconds; the landings
 * themselves are kept by whoever asked about them.
 */
@Component
class UnknownLandings {

  private static final long WRITE_EVERY_MS = 5_000;
  private static final int MOST = 5_000;

  private final UnrecognisedStore store;
  private final Clock clock;
  private Map<SourceRules.Unknown, UnrecognisedSource> seen = new HashMap<>();

  UnknownLandings(UnrecognisedStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  void count(SourceRules.Unknown unknown, Landing landing) {
    Instant now = clock.instant();
    synchronized (this) {
      UnrecognisedSource before = seen.get(unknown);
      if (before != null) {
        // One address to show is enough for these seconds, and cleaning another costs the most.
        seen.put(unknown, before.again(now));
      } else if (seen.size() < MOST) {
        // beyond this somebody is making sources up
        seen.put(
            unknown,
            new UnrecognisedSource(
                unknown.kind(),
                unknown.value(),
                unknown.medium(),
                1,
                now,
                now,
                LandingSample.of(landing.url()),
                landing.referrer() == null ? null : LandingSample.of(landing.referrer())));
      }
    }
  }

  @Scheduled(fixedDelay = WRITE_EVERY_MS)
  @PreDestroy
  void write() {
    Collection<UnrecognisedSource> counted = take();
    if (counted.isEmpty()) {
      return;
    }
    try {
      store.add(counted);
    } catch (RuntimeException e) {
      putBack(counted);
      throw e;
    }
  }

  @EventListener
  synchronized void on(TablesReplaced replaced) {
    seen = new HashMap<>();
  }

  private synchronized Collection<UnrecognisedSource> take() {
    Collection<UnrecognisedSource> taken = List.copyOf(seen.values());
    seen = new HashMap<>();
    return taken;
  }

  private synchronized void putBack(Collection<UnrecognisedSource> counted) {
    for (UnrecognisedSource one : counted) {
      seen.merge(
          new SourceRules.Unknown(one.kind(), one.value(), one.medium()),
          one,
          UnknownLandings::sum);
    }
  }

  private static UnrecognisedSource sum(UnrecognisedSource one, UnrecognisedSource other) {
    UnrecognisedSource later = one.lastSeen().isAfter(other.lastSeen()) ? one : other;
    return new UnrecognisedSource(
        one.kind(),
        one.value(),
        one.medium(),
        one.landings() + other.landings(),
        one.firstSeen().isBefore(other.firstSeen()) ? one.firstSeen() : other.firstSeen(),
        later.lastSeen(),
        later.sampleUrl(),
        later.sampleReferrer());
  }
}
