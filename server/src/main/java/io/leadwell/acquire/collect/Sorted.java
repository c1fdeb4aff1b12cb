package io.leadwell.acquire.collect;

import io.leadwell.base.platform.Ids;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The hits of a parcel, sorted into what goes in, what is put aside and what is not kept. */
record Sorted(Load load, List<Step.Walk.Fallen<Draft>> rejected) {

  static Sorted of(Parcel parcel, List<Step<Draft>> way) {
    List<Hit> hits = new ArrayList<>();
    List<Quarantined> aside = new ArrayList<>();
    List<Step.Walk.Fallen<Draft>> rejected = new ArrayList<>();
    for (int i = 0; i < parcel.hits().size(); i++) {
      switch (Step.walk(way, new Draft(parcel, i, null))) {
        case Step.Walk.Through<Draft>(Draft draft) -> hits.add(draft.hit());
        case Step.Walk.Fallen<Draft> fallen -> {
          if (fallen.reason().ending() == Ending.QUARANTINED) {
            aside.add(aside(parcel, i, fallen.step(), fallen.reason(), fallen.pointer()));
          } else {
            rejected.add(fallen);
          }
        }
      }
    }
    return new Sorted(new Load(hits, aside, hit -> notStorable(parcel, hit)), rejected);
  }

  private static @Nullable Quarantined notStorable(Parcel parcel, Hit hit) {
    for (int i = 0; i < parcel.hits().size(); i++) {
      if (hit.id().toString().equalsIgnoreCase(parcel.hits().path(i).path("id").asString(""))) {
        return aside(parcel, i, Tallies.LOG_STEP, Reason.NOT_STORABLE, "");
      }
    }
    return null;
  }

  private static Quarantined aside(
      Parcel parcel, int index, String step, Reason reason, String pointer) {
    return new Quarantined(
        Ids.next(),
        parcel.site().key(),
        step,
        reason,
        pointer.replaceFirst("^/hits/\\d+", "/hits/0"),
        alone(parcel, index),
        parcel.delivery().origin(),
        new Quarantined.Circumstances(parcel.delivery().host(), parcel.device(), parcel.place()),
        parcel.delivery().receivedAt());
  }

  /** The delivery as it came, with one of its hits. */
  private static String alone(Parcel parcel, int index) {
    ObjectNode alone = ((ObjectNode) parcel.root()).deepCopy();
    ArrayNode hits = JsonNodeFactory.instance.arrayNode();
    hits.add(parcel.hits().path(index));
    alone.set("hits", hits);
    return alone.toString();
  }
}
