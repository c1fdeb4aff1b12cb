package io.leadwell.acquire.collect;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Makes a hit of the JSON it came as, see docs/tracking.md. Every field is checked for its type and
 * length; unknown ones are passed over, so that a newer tracker can speak to an older server.
 */
final class Shape {

  static final int LONGEST_ADDRESS = 4_000;
  static final int LONGEST_TITLE = 1_000;
  static final int LONGEST_CONTENT = 200;
  static final int LONGEST_NAME = 64;
  private static final int LONGEST_CONSENT = 64;
  private static final int LONGEST_LANGUAGE = 35;
  private static final int LONGEST_SCREEN = 20;

  /** The last moment of the year 9999, in milliseconds. */
  private static final long LAST_MOMENT = 253_402_300_799_999L;

  private static final long LONGEST_DWELL_MS = 24L * 60 * 60 * 1_000;

  private Shape() {}

  static Passage<Draft> read(Draft draft) {
    try {
      return Passage.on(draft.made(hit(draft.parcel(), draft.index())));
    } catch (Misfit misfit) {
      return misfit.off();
    }
  }

  /** The visitor a delivery speaks for, or null when it does not say one properly. */
  static @Nullable UUID visitor(JsonNode root) {
    try {
      return new Fields(root, "").id("visitor");
    } catch (Misfit misfit) {
      return null;
    }
  }

  /** Whether the sender keeps the visitor's id, so that we may help it to. */
  static boolean keeps(JsonNode root) {
    return root.path("keep").isBoolean() && root.path("keep").asBoolean();
  }

  private static Hit hit(Parcel parcel, int index) {
    Fields envelope = new Fields(parcel.root(), "");
    UUID visitor = envelope.neededId("visitor");
    Instant sentAt = moment(envelope.number("sent", 0, LAST_MOMENT));

    String pointer = "/hits/" + index;
    JsonNode node = parcel.hits().path(index);
    if (!node.isObject()) {
      throw new Misfit(Reason.WRONG_TYPE, pointer);
    }
    Fields fields = new Fields(node, pointer);
    UUID id = fields.neededId("id");
    String name = fields.needed("name", LONGEST_NAME).strip();
    UUID visit = fields.id("visit");
    String url = fields.address("url", LONGEST_ADDRESS);
    UUID page = fields.id("page");
    Long dwell = fields.number("ms", 0, LONGEST_DWELL_MS);
    Long depth = fields.number("depth", 0, 100);
    if (name.equals(Hit.PAGE) && (visit == null || url == null)) {
      throw fields.misfit(Reason.MISSING, visit == null ? "visit" : "url");
    }
    if (name.equals(Hit.DWELL) && (visit == null || page == null || dwell == null)) {
      throw fields.misfit(Reason.MISSING, visit == null ? "visit" : page == null ? "page" : "ms");
    }
    Instant claimedAt = Instant.ofEpochMilli(fields.neededNumber("at", 0, LAST_MOMENT));
    Instant receivedAt = parcel.delivery().receivedAt();
    return new Hit(
        id,
        parcel.site().key(),
        name,
        visitor,
        visit,
        claimedAt,
        receivedAt,
        new HitFacts(
            url,
            fields.text("title", LONGEST_TITLE),
            fields.address("referrer", LONGEST_ADDRESS),
            fields.text("content", LONGEST_CONTENT),
            page,
            dwell,
            depth == null ? null : depth.intValue(),
            fields.props("props"),
            envelope.text("consent", LONGEST_CONSENT),
            envelope.text("lang", LONGEST_LANGUAGE),
            envelope.text("screen", LONGEST_SCREEN),
            parcel.device(),
            parcel.place(),
            claimedAt,
            sentAt,
            null));
  }

  private static @Nullable Instant moment(@Nullable Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }
}
