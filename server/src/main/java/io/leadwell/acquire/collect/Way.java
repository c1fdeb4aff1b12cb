package io.leadwell.acquire.collect;

import static io.leadwell.acquire.collect.Passage.off;
import static io.leadwell.acquire.collect.Passage.on;

import io.github.bucket4j.TimeMeter;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The way of what comes in, step by step. First a delivery as a whole passes, cheap questions
 * before dear ones and its content read only when its head is right; then each of its hits by
 * itself.
 */
@Component
class Way {

  /** Deeper or longer than any delivery of ours; what is beyond never becomes objects. */
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(8)
                          .maxDocumentLength(Limits.LARGEST_DELIVERY)
                          .maxStringLength(Limits.LARGEST_DELIVERY)
                          .maxNameLength(200)
                          .maxNumberLength(32)
                          .maxTokenCount(4_000)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Function<String, Optional<Site>> sites;
  private final Devices devices;
  private final Places places;
  private final Limits limits;
  private final Rates rates;

  final List<Step<Parcel>> ofDelivery =
      List.of(
          new Step<>("site", this::site),
          new Step<>("address", this::address),
          new Step<>("robot", this::robot),
          new Step<>("wish", this::wish),
          new Step<>("content", this::content),
          new Step<>("visitor", this::visitor),
          new Step<>("place", this::place));

  final List<Step<Draft>> ofHit =
      List.of(
          new Step<>("shape", Shape::read),
          new Step<>("origin", this::origin),
          new Step<>("consent", this::consent),
          new Step<>("secrets", draft -> on(draft.change(Secrets::takenOut))),
          new Step<>("clock", draft -> on(draft.change(Clocks::correct))));

  @Autowired
  Way(Sites sites, Devices devices, Places places, Limits limits) {
    this(sites::active, devices, places, limits, new Rates(TimeMeter.SYSTEM_NANOTIME));
  }

  Way(
      Function<String, Optional<Site>> sites,
      Devices devices,
      Places places,
      Limits limits,
      Rates rates) {
    this.sites = sites;
    this.devices = devices;
    this.places = places;
    this.limits = limits;
    this.rates = rates;
  }

  static JsonNode json(byte[] content) {
    return JSON.readTree(content);
  }

  private Passage<Parcel> site(Parcel parcel) {
    try {
      return sites
          .apply(parcel.delivery().site())
          .map(site -> on(parcel.of(site)))
          .orElseGet(() -> off(Reason.UNKNOWN_SITE));
    } catch (DataAccessException e) {
      return off(Reason.NOT_COMMITTED);
    }
  }

  private Passage<Parcel> address(Parcel parcel) {
    String address = parcel.delivery().address();
    return address == null || rates.take(ofAddress(address), 1, limits.address()).isZero()
        ? on(parcel)
        : off(Reason.ADDRESS_TOO_FAST);
  }

  private Passage<Parcel> robot(Parcel parcel) {
    Devices.Seen seen = devices.of(parcel.delivery().agent());
    return seen.robot() ? off(Reason.ROBOT) : on(parcel.from(seen.device()));
  }

  private Passage<Parcel> wish(Parcel parcel) {
    return parcel.delivery().asksNotToBeTracked() && parcel.site().doNotTrack()
        ? off(Reason.DO_NOT_TRACK)
        : on(parcel);
  }

  private Passage<Parcel> content(Parcel parcel) {
    byte[] content;
    try {
      content = parcel.delivery().body().read(Limits.LARGEST_DELIVERY + 1);
    } catch (IOException e) {
      return off(Reason.BROKEN_OFF);
    }
    if (content.length > Limits.LARGEST_DELIVERY) {
      return off(Reason.TOO_LARGE);
    }
    JsonNode root;
    try {
      root = json(content);
    } catch (JacksonException e) {
      return off(Reason.NOT_JSON);
    }
    if (!root.isObject() || !root.path("hits").isArray() || root.path("hits").isEmpty()) {
      return off(Reason.NO_HITS);
    }
    return root.path("hits").size() > Limits.MOST_HITS
        ? off(Reason.TOO_MANY_HITS)
        : on(parcel.saying(root));
  }

  private Passage<Parcel> visitor(Parcel parcel) {
    UUID visitor = Shape.visitor(parcel.root());
    return visitor == null || rates.take("v " + visitor, parcel.weight(), limits.visitor()).isZero()
        ? on(parcel)
        : off(Reason.VISITOR_TOO_FAST);
  }

  private Passage<Parcel> place(Parcel parcel) {
    return on(parcel.from(places.of(parcel.delivery().address())));
  }

  /** Both the sender and the page it tells of belong to the site, as far as they are named. */
  private Passage<Draft> origin(Draft draft) {
    Delivery delivery = draft.parcel().delivery();
    String url = draft.hit().facts().url();
    return allowed(draft, delivery.origin()) && allowed(draft, url)
        ? on(draft)
        : off(Reason.FOREIGN_ORIGIN);
  }

  private static boolean allowed(Draft draft, @Nullable String place) {
    if (place == null) {
      return true;
    }
    WebAddress page = WebAddress.of(place);
    return page != null && draft.parcel().site().allows(page, draft.parcel().delivery().host());
  }

  private Passage<Draft> consent(Draft draft) {
    return draft.parcel().site().consentRequired() && draft.hit().facts().consent() == null
        ? off(Reason.NO_CONSENT)
        : on(draft);
  }

  private static String ofAddress(String address) {
    return "a " + Rates.network(address);
  }
}
