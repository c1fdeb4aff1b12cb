package io.leadwell.acquire.collect;

import io.leadwell.acquire.campaigns.Landing;
import io.leadwell.acquire.campaigns.Origin;
import io.leadwell.acquire.campaigns.Sources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Folds hits into visits, within the caller's transaction. The same again changes nothing. */
@Component
class Folding {

  private final FoldStore store;
  private final Sites sites;
  private final Sources sources;

  Folding(FoldStore store, Sites sites, Sources sources) {
    this.store = store;
    this.sites = sites;
    this.sources = sources;
  }

  void fold(List<Hit> hits) {
    if (hits.isEmpty()) {
      return;
    }
    Set<UUID> named = new TreeSet<>();
    hits.stream().map(Hit::visit).filter(visit -> visit != null).forEach(named::add);
    Map<UUID, OpenVisit> visits = new LinkedHashMap<>(store.open(named));
    Map<String, List<Hit>> bySite = new HashMap<>();
    List<Hit> actions = new ArrayList<>();
    for (Hit hit : hits) {
      bySite.computeIfAbsent(hit.site(), _ -> new ArrayList<>()).add(hit);
      boolean ofPage = hit.name().equals(Hit.PAGE) || hit.name().equals(Hit.DWELL);
      if (hit.visit() == null) {
        actions.add(hit);
        continue;
      }
      OpenVisit visit = visits.computeIfAbsent(hit.visit(), id -> OpenVisit.begun(id, hit));
      // Somebody else's visit cannot be continued, whoever guesses its id.
      if (visit.visitor().equals(hit.visitor())) {
        visit.add(hit, this::origin);
        if (!ofPage) {
          actions.add(hit);
        }
      }
    }
    Map<UUID, UUID> people = store.seen(hits);
    store.write(visits.values(), people);
    store.act(actions, people);
    store.sighted(bySite);
  }

  private Origin origin(Hit hit) {
    HitFacts facts = hit.facts();
    String url = facts.url();
    return sources.of(new Landing(url == null ? "" : url, fromElsewhere(hit)));
  }

  /**
   * The page before, unless it is one of the site's own hosts: that is no coming from somewhere.
   */
  private @Nullable String fromElsewhere(Hit hit) {
    String referrer = hit.facts().referrer();
    WebAddress page = WebAddress.of(referrer);
    Optional<Site> site = page == null ? Optional.empty() : sites.active(hit.site());
    return page != null && site.isPresent() && site.get().allows(page, null) ? null : referrer;
  }
}
