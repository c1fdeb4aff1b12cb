package io.leadwell.acquire.collect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Folds hits into visits, within the caller's transaction. Folding the same again changes nothing.
 */
@Component
class Folding {

  private final FoldStore store;
  private final Sites sites;

  Folding(FoldStore store, Sites sites) {
    this.store = store;
    this.sites = sites;
  }

  void fold(List<Hit> hits) {
    Set<UUID> named = new TreeSet<>();
    for (Hit hit : hits) {
      if (hit.visit() != null) {
        named.add(hit.visit());
      }
    }
    Map<UUID, OpenVisit> visits = new LinkedHashMap<>(store.open(named));
    Map<String, List<Hit>> bySite = new HashMap<>();
    for (Hit hit : hits) {
      bySite.computeIfAbsent(hit.site(), _ -> new ArrayList<>()).add(hit);
      if (hit.visit() != null) {
        OpenVisit visit = visits.computeIfAbsent(hit.visit(), id -> OpenVisit.begun(id, hit));
        // Somebody else's visit cannot be continued, whoever guesses its id.
        if (visit.visitor.equals(hit.visitor())) {
          visit.add(hit, this::landing);
        }
      }
    }
    Map<UUID, UUID> people = store.seen(hits);
    store.write(visits.values(), people);
    store.sighted(bySite);
  }

  private Landing landing(Hit hit) {
    Optional<Site> site = sites.active(hit.site());
    return Landing.of(
        hit.facts().url(),
        hit.facts().referrer(),
        page -> site.isPresent() && site.get().allows(page, null));
  }
}
