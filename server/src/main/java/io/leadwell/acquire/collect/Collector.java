package io.leadwell.acquire.collect;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Takes in what visitors do. Whoever is told that it is taken can forget it: it is on the disk,
 * once, however often it is delivered.
 */
@Service
public class Collector {

  /** What came before a site was known is counted under none. */
  static final String NO_SITE = "";

  private static final Duration SOON = Duration.ofSeconds(2);
  private static final Duration A_WHILE = Duration.ofSeconds(10);

  private final Way way;
  private final GroupCommit commits;
  private final Tallies tallies;
  private final Devices devices;
  private final Places places;
  private final Clock clock;
  private final Semaphore room;

  Collector(
      Way way,
      GroupCommit commits,
      Tallies tallies,
      Devices devices,
      Places places,
      Clock clock,
      Limits limits) {
    this.way = way;
    this.commits = commits;
    this.tallies = tallies;
    this.devices = devices;
    this.places = places;
    this.clock = clock;
    this.room = new Semaphore(limits.atOnce());
  }

  /** Takes a delivery of a browser; when it returns {@link Receipt.Taken}, that is for good. */
  public Receipt take(Delivery delivery) {
    if (!room.tryAcquire()) {
      tallies.entered(1);
      turnAway(NO_SITE, "room", Reason.BUSY, 1);
      return new Receipt.Later(Reason.BUSY, SOON);
    }
    try {
      Step.Walk<Parcel> walk = Step.walk(way.ofDelivery, Parcel.of(delivery));
      return switch (walk) {
        case Step.Walk.Through<Parcel>(Parcel parcel) -> {
          tallies.entered(parcel.weight());
          yield keep(parcel);
        }
        case Step.Walk.Fallen<Parcel> fallen -> {
          tallies.entered(fallen.value().weight());
          yield refuse(fallen);
        }
      };
    } finally {
      room.release();
    }
  }

  /** Takes a hit on a page of this server, or on a link that leads over it. */
  public Receipt take(NewHit seen) {
    tallies.entered(1);
    Devices.Seen device = devices.of(seen.agent());
    if (device.robot()) {
      turnAway(Site.OWN, "robot", Reason.ROBOT, 1);
      return new Receipt.Refused(Reason.ROBOT);
    }
    Hit hit = Secrets.takenOut(hit(seen, device.device()));
    return commit(new Load(List.of(hit), List.of(), _ -> null), Site.OWN, null, null);
  }

  private Hit hit(NewHit seen, Device device) {
    Instant now = clock.instant();
    HitFacts facts =
        new HitFacts(
            seen.url(),
            null,
            seen.referrer(),
            seen.content(),
            null,
            null,
            null,
            seen.props().isEmpty() ? null : seen.props(),
            null,
            null,
            null,
            device,
            places.of(seen.address()),
            null,
            null,
            null);
    return new Hit(
        seen.id(), Site.OWN, seen.name(), seen.visitor(), seen.visit(), seen.at(), now, facts);
  }

  private Receipt keep(Parcel parcel) {
    Site site = parcel.site();
    Sorted sorted = Sorted.of(parcel, way.ofHit);
    sorted.rejected().forEach(hit -> turnAway(site.key(), hit.step(), hit.reason(), 1));
    if (sorted.load().size() == 0) {
      return new Receipt.Refused(sorted.rejected().getFirst().reason());
    }
    UUID visitor = Shape.keeps(parcel.root()) ? Shape.visitor(parcel.root()) : null;
    return commit(sorted.load(), site.key(), visitor, site.cookieDomain());
  }

  private Receipt commit(
      Load load, String site, @Nullable UUID visitor, @Nullable String cookieDomain) {
    Reason failure = commits.keep(load);
    if (failure == null) {
      return new Receipt.Taken(visitor, cookieDomain);
    }
    turnAway(site, Tallies.LOG_STEP, failure, load.size());
    return new Receipt.Later(failure, SOON);
  }

  private Receipt refuse(Step.Walk.Fallen<Parcel> fallen) {
    Parcel parcel = fallen.value();
    Site site = parcel.knownSite();
    Reason reason = fallen.reason();
    turnAway(site == null ? NO_SITE : site.key(), fallen.step(), reason, parcel.weight());
    return reason.ending() == Ending.SHED
        ? new Receipt.Later(reason, reason == Reason.NOT_COMMITTED ? SOON : A_WHILE)
        : new Receipt.Refused(reason);
  }

  private void turnAway(String site, String step, Reason reason, long hits) {
    tallies.turnedAway(Days.of(clock.instant()), site, step, reason, hits);
  }
}
