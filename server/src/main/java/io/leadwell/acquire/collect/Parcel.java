package io.leadwell.acquire.collect;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A delivery on its way, with what the steps have found out about it so far. */
record Parcel(
    Delivery delivery,
    @Nullable Site knownSite,
    Device device,
    Place place,
    @Nullable JsonNode json) {

  static Parcel of(Delivery delivery) {
    return new Parcel(delivery, null, Device.UNKNOWN, Place.UNKNOWN, null);
  }

  Site site() {
    return Objects.requireNonNull(knownSite);
  }

  JsonNode root() {
    return Objects.requireNonNull(json);
  }

  JsonNode hits() {
    return root().path("hits");
  }

  /** What it counts for: its hits, or one as long as nobody has looked into it. */
  int weight() {
    return json == null ? 1 : hits().size();
  }

  Parcel of(Site site) {
    return new Parcel(delivery, site, device, place, json);
  }

  Parcel from(Device found) {
    return new Parcel(delivery, knownSite, found, place, json);
  }

  Parcel from(Place found) {
    return new Parcel(delivery, knownSite, device, found, json);
  }

  Parcel saying(JsonNode read) {
    return new Parcel(delivery, knownSite, device, place, read);
  }
}
