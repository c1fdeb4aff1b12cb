package io.leadwell.pool.leads;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.Likeness.Alike;
import io.leadwell.pool.leads.LikenessStore.Face;
import io.leadwell.pool.leads.LikenessStore.Waiting;
import io.leadwell.pool.leads.SuspectStore.Suspicion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
  private final MergeStore merges;
  private final People people;
  private final Audit audit;
  private final TransactionTemplate transactions;
  private final JsonMapper json;
  private final AtomicBoolean running = new AtomicBoolean();
  private @Nullable Likeness pool;

  LikenessWork(
      LikenessStore store,
      SuspectStore suspects,
      Merging merging,
      MergeStore merges,
      People people,
      Audit audit,
      TransactionTemplate transactions,
      JsonMapper json) {
    this.store = store;
    this.suspects = suspects;
    this.merging = merging;
    this.merges = merges;
    this.people = people;
    this.audit = audit;
    this.transactions = transactions;
    this.json = json;
  }

  @Scheduled(fixedDelay = LOOK_EVERY_MS)
  void look() {
    if (!store.anybodyWaits() || !running.compareAndSet(false, true)) {
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

  /** Looks at some who wait; how many there were. */
  synchronized int step() {
    Likeness known = loaded();
    List<Face> looked = new ArrayList<>();
    Integer count =
        transactions.execute(_ -> {
          List<Waiting> waiting = store.take(AT_ONCE);
          Map<UUID, Boolean> bySearch = new HashMap<>();
          waiting.forEach(one -> bySearch.put(one.id(), one.bySearch()));
          for (Face face : store.faces(bySearch.keySet())) {
            looked.add(face);
            known.remove(face.id());
            if (!face.merged()) {
              decide(face, known.find(face), Boolean.TRUE.equals(bySearch.get(face.id())));
            }
            known.put(face);
          }
          return waiting.size();
        });
    return count == null ? 0 : count;
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

  /** What is proposed from memory is looked up again before anything is done. */
  private void decide(Face face, @Nullable Alike alike, boolean bySearch) {
    if (alike == null) {
      return;
    }
    UUID one = current(face.id());
    UUID other = current(alike.person());
    if (one.equals(other)
        || suspects.areApart(people.everyone(one), people.everyone(other))
        || !merges.conflicts(one, other).isEmpty()) {
      return;
    }
    if (alike.certain() && !bySearch && store.owners(List.of(one, other)).size() < 2) {
      merge(one, other, alike);
    } else {
      suspects.suspect(
          List.of(new Suspicion(one, other, alike.probability(), alike.evidence())),
          bySearch ? "search" : "arrival");
    }
  }

  private void merge(UUID one, UUID other, Alike alike) {
    Caller who = Caller.system();
    try {
      UUID merge =
          merging.merge(
              one, other, new Merging.Decision(false, alike.evidence(), alike.probability(), who));
      audit.record(who, "people.merged", "merge", merge.toString(), null, Map.of("by", "likeness"));
    } catch (Problem e) {
      // Somebody was faster, or a new identifier speaks against it.
      LOG.debug("Two people are not made one: {}", e.getMessage());
    }
  }

  private UUID current(UUID person) {
    Set<UUID> now = new HashSet<>(people.current(List.of(person)).values());
    return now.iterator().next();
  }
}
