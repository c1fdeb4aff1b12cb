package io.leadwell.acquire.collect;

import io.github.bucket4j.TimeMeter;
import io.leadwell.base.platform.DataFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The way of a delivery to one site, without a database. */
abstract class WayWorld {

  static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");
  static final String KEY = "abcdefghij";

  /** One for all: it begins to read up on devices with the first question. */
  static final Devices DEVICES = new Devices();

  final Map<String, Site> sites = new HashMap<>(Map.of(KEY, site(false, true)));
  final Limits limits =
      new Limits(new Rates.Limit(50, 60), new Rates.Limit(100, 60), 10, 100, Duration.ZERO);

  final Way way =
      new Way(
          key -> Optional.ofNullable(sites.get(key)),
          DEVICES,
          new Places(new DataFolder(Path.of("nowhere"))),
          limits,
          new Rates(TimeMeter.SYSTEM_NANOTIME));

  final Browsing browsing = new Browsing(KEY, NOW);

  static Delivery with(
      Delivery delivery, String site, String agent, boolean wish, Delivery.Body body) {
    return new Delivery(
        site,
        delivery.address(),
        agent,
        delivery.host(),
        delivery.origin(),
        wish,
        delivery.receivedAt(),
        body);
  }

  @Nullable Reason fallen(Delivery delivery) {
    return Step.walk(way.ofDelivery, Parcel.of(delivery)) instanceof Step.Walk.Fallen<Parcel> fallen
        ? fallen.reason()
        : null;
  }

  Step.Walk.Fallen<Draft> fallenHit(Delivery delivery) {
    return (Step.Walk.Fallen<Draft>) Step.walk(way.ofHit, new Draft(parcel(delivery), 0, null));
  }

  List<Hit> hits(Delivery delivery) {
    return sorted(delivery).load().hits();
  }

  Sorted sorted(Delivery delivery) {
    return Sorted.of(parcel(delivery), way.ofHit);
  }

  Parcel parcel(Delivery delivery) {
    return ((Step.Walk.Through<Parcel>) Step.walk(way.ofDelivery, Parcel.of(delivery))).value();
  }

  static Site site(boolean consent, boolean doNotTrack) {
    return new Site(
        UUID.randomUUID(),
        KEY,
        "官网",
        List.of(Browsing.HOST),
        consent,
        doNotTrack,
        null,
        false,
        Instant.EPOCH);
  }
}
