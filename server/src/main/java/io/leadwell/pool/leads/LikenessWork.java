package io.leadwell.pool.leads;

import io.leadwell.base.platform.Database;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.Likeness.Alike;
import io.leadwell.pool.leads.LikenessStore.Face;
import io.leadwell.pool.leads.SuspectStore.Suspicion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds whoever came in, or changed, against everybody else: who is certainly somebody we know is
 * made one with them, who may be is asked about. It runs behind the arrival, so that nobody waits
 * for it, one after the other, so that of two who arrive at once the second finds the first.
 */
@Component
class LikenessWork {

  private static final Logger LOG = LoggerFactory.getLogger(LikenessWork.class);
  private static final long LOOK_EVERY_MS = 2_000;
  private static final int AT_ONCE = 200;
  private static final int LOADED_AT_ONCE = 5_000;

  private final LikenessStore store;
  private final SuspectStore suspects;
  private final Merging merging;
  private final CompanyLikeness companies;
  private final MergeStore merges;
  private final People people;
  private final Audit audit;
  private final Database database;
  private final TransactionTemplate transactions;
  private final JsonMapper json;
  private final boolean enabled;
  private final AtomicBoolean running = new AtomicBoolean();
  private @Nullable Likeness pool;

  LikenessWork(
      LikenessStore store,
      SuspectStore suspects,
      Merging merging,
      CompanyLikeness companies,
      MergeStore merges,
      People people,
      Audit audit,
      Database database,
      TransactionTemplate transactions,
      JsonMapper json,
      @Value("${leadwell.likeness.enabled:true}") boolean enabled) {
    this.store = store;
    this.suspects = suspects;
    this.merging = merging;
    this.companies = companies;
    this.merges = merges;
    this.people = people;
    this.audit = audit;
    this.database = database;
    this.transactions = transactions;
    this.json = json;
    this.enabled = enabled;
  }

  @Scheduled(fixedDelay = LOOK_EVERY_MS)
  void look() {
    if (!enabled || !store.anybodyWaits() || !running.compareAndSet(false, true)) {
      return;
    }
    Thread.ofVirtual()
        .name("likeness")
        .start(() -> {
          try {
            while (step() > 0) {
              // as long as somebody waits
            }
          } catch (RuntimeException e) {
            // Whatever it is, it comes round again.
            LOG.warn("People are compared later: {}", e.toString());
          } finally {
            running.set(false);
          }
        });
  }

  /** Somebody who was looked at, and whom they may be. */
  private record Looked(Face face, @Nullable Alike alike, boolean bySearch) {}

  /**
   * Looks at some who wait; how many there were. The search needs no lock; what follows from it has
   * that of the intake, and whoever changed since waits for another look.
   */
  synchronized int step() {
    Likeness known = loaded();
    Map<UUID, Boolean> bySearch = new LinkedHashMap<>();
    store.waiting(AT_ONCE).forEach(one -> bySearch.put(one.id(), one.bySearch()));
    if (bySearch.isEmpty()) {
      return 0;
    }
    List<Looked> looked = new ArrayList<>();
    for (Face face : store.faces(bySearch.keySet())) {
      known.remove(face.id());
      looked.add(new Looked(face, find(known, face), Boolean.TRUE.equals(bySearch.get(face.id()))));
      known.put(face);
    }
    transactions.executeWithoutResult(_ -> {
      database.lock("leads.intake");
      Map<UUID, Face> now = new HashMap<>();
      store.faces(bySearch.keySet()).forEach(face -> now.put(face.id(), face));
      Set<UUID> done = new HashSet<>();
      for (Looked one : looked) {
        // Who is made one with somebody is looked at once more, as what is known of both by then.
        if (one.face().equals(now.get(one.face().id())) && !decide(one)) {
          done.add(one.face().id());
          companies.unite(current(one.face().id()));
        }
      }
      store.looked(done);
    });
    return bySearch.size();
  }

  /** Whoever went from the pool since is in memory no more. */
  private @Nullable Alike find(Likeness known, Face face) {
    Alike alike = face.merged() ? null : known.find(face);
    while (alike != null && !store.isThere(alike.person())) {
      known.remove(alike.person());
      alike = known.find(face);
    }
    return alike;
  }

  private Likeness loaded() {
    Likeness known = pool;
    if (known == null) {
      known = new Likeness(LikenessModel.shipped(json));
      UUID last = null;
      List<Face> page;
      do {
        page = store.page(last, LOADED_AT_ONCE);
        page.forEach(known::put);
        last = page.isEmpty() ? last : page.getLast().id();
      } while (!page.isEmpty());
      pool = known;
    }
    return known;
  }

  /** What was proposed from memory is looked up again; whether two were made one. */
  private boolean decide(Looked looked) {
    Alike alike = looked.alike();
    if (alike == null) {
      return false;
    }
    UUID one = current(looked.face().id());
    UUID other = current(alike.person());
    if (one.equals(other)
        || !store.isThere(other)
        || suspects.areApart(people.everyone(one), people.everyone(other))
        || !merges.conflicts(one, other).isEmpty()) {
      return false;
    }
    if (alike.certain() && !looked.bySearch() && store.owners(List.of(one, other)).size() < 2) {
      merge(one, other, alike);
      return true;
    }
    suspects.suspect(
        List.of(new Suspicion(one, other, alike.probability(), alike.certain(), alike.evidence())),
        looked.bySearch() ? "search" : "arrival");
    return false;
  }

  private void merge(UUID one, UUID other, Alike alike) {
    Caller who = Caller.system();
    UUID merge =
        merging.merge(
            one, other, new Merging.Decision(false, alike.evidence(), alike.probability(), who));
    audit.record(who, "people.merged", "merge", merge.toString(), null, Map.of("by", "likeness"));
  }

  private UUID current(UUID person) {
    Set<UUID> now = new HashSet<>(people.current(List.of(person)).values());
    return now.iterator().next();
  }
}
