package io.leadwell.acquire.collect;

import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.PlatformProblem;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hits that could not be taken: to be looked at, tried again once the cause is gone, or dropped.
 */
@Service
public class Quarantine {

  /** Of one call; whoever has more calls again. */
  public static final int MOST_AT_ONCE = 500;

  private final Sites sites;
  private final QuarantineStore store;
  private final Way way;
  private final GroupCommit commits;
  private final Tallies tallies;
  private final Audit audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Quarantine(
      Sites sites,
      QuarantineStore store,
      Way way,
      GroupCommit commits,
      Tallies tallies,
      Audit audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.sites = sites;
    this.store = store;
    this.way = way;
    this.commits = commits;
    this.tallies = tallies;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Newest first. */
  @Transactional(readOnly = true)
  public Page<Quarantined> list(UUID site, @Nullable String cursor, int limit) {
    return store.list(sites.find(site).key(), cursor, limit);
  }

  /**
   * Sends hits the way again, as it is now. One that dies in the middle is in the log and in
   * quarantine; trying it once more changes nothing in the log.
   */
  public Replayed again(UUID siteId, Collection<UUID> ids, Caller who) {
    Site site = sites.find(siteId);
    List<Hit> good = new ArrayList<>();
    List<UUID> gone = new ArrayList<>();
    int still = 0;
    for (Quarantined hit : chosen(site, ids)) {
      switch (Step.walk(way.ofHit, draft(site, hit))) {
        case Step.Walk.Through<Draft>(Draft draft) -> {
          good.add(draft.hit().received(clock.instant()));
          gone.add(hit.id());
        }
        case Step.Walk.Fallen<Draft>(Draft _, String step, Reason reason, String pointer) -> {
          store.change(hit.id(), step, reason, pointer);
          still++;
        }
      }
    }
    if (!good.isEmpty()) {
      tallies.entered(good.size());
      if (commits.keep(new Load(good, List.of(), _ -> null)) != null) {
        tallies.turnedAway(
            Days.of(clock.instant()),
            site.key(),
            Tallies.LOG_STEP,
            Reason.NOT_COMMITTED,
            good.size());
        throw new Problem(PlatformProblem.UNEXPECTED);
      }
    }
    forget(site, gone, who, "quarantine.again");
    return new Replayed(gone.size(), still);
  }

  /** Drops hits for good; all of the site when none is named. Says how many. */
  public int drop(UUID siteId, Collection<UUID> ids, Caller who) {
    Site site = sites.find(siteId);
    return forget(
        site, chosen(site, ids).stream().map(Quarantined::id).toList(), who, "quarantine.drop");
  }

  private List<Quarantined> chosen(Site site, Collection<UUID> ids) {
    return ids.isEmpty()
        ? store.list(site.key(), null, MOST_AT_ONCE).items()
        : store.find(ids).stream().filter(hit -> hit.site().equals(site.key())).toList();
  }

  private int forget(Site site, List<UUID> ids, Caller who, String deed) {
    if (ids.isEmpty()) {
      return 0;
    }
    Integer removed =
        transaction.execute(_ -> {
          int count = store.remove(ids);
          audit.record(who, deed, "site", site.id().toString(), site.name(), Map.of("hits", count));
          return count;
        });
    return removed == null ? 0 : removed;
  }

  private static Draft draft(Site site, Quarantined hit) {
    Quarantined.Circumstances then = hit.circumstances();
    Delivery delivery =
        new Delivery(
            hit.site(),
            null,
            null,
            then.host(),
            hit.origin(),
            false,
            hit.receivedAt(),
            _ -> new byte[0]);
    Parcel parcel =
        Parcel.of(delivery)
            .of(site)
            .from(then.device())
            .from(then.place())
            .saying(Way.json(hit.body().getBytes(StandardCharsets.UTF_8)));
    return new Draft(parcel, 0, null);
  }
}
