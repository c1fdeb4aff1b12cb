package io.leadwell.pool.leads;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Visible;
import io.leadwell.tables.leads.tables.records.SuspectRow;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pairs that a search of the whole pool is certain of. It asks before it merges anybody who has
 * been in the pool; somebody who has looked at some of them may have all merged. Each merge is one
 * of its own and can be taken back.
 */
@Service
public class CertainPairs {

  /**
   * What became of some of the pairs.
   *
   * @param merged how many people went into another
   * @param after where the next ones begin; null when all were looked at
   */
  public record Done(int merged, @Nullable UUID after) {}

  private static final int AT_ONCE = 20;
  private static final TypeReference<List<Evidence>> EVIDENCE = new TypeReference<>() {};

  private final SuspectStore store;
  private final LikenessStore likeness;
  private final MergeStore merges;
  private final Merging merging;
  private final People people;
  private final Audit audit;
  private final TransactionTemplate transactions;
  private final JsonMapper json;

  CertainPairs(
      SuspectStore store,
      LikenessStore likeness,
      MergeStore merges,
      Merging merging,
      People people,
      Audit audit,
      TransactionTemplate transactions,
      JsonMapper json) {
    this.store = store;
    this.likeness = likeness;
    this.merges = merges;
    this.merging = merging;
    this.people = people;
    this.audit = audit;
    this.transactions = transactions;
    this.json = json;
  }

  @Transactional(readOnly = true)
  public int count(Caller reader) {
    return reader.visible() instanceof Visible.Everything ? store.countCertain() : 0;
  }

  /** Merges the next few; whoever asks goes on asking until there are none, or stops. */
  public Done merge(@Nullable UUID after, Caller who) {
    if (!(who.visible() instanceof Visible.Everything)) {
      throw new Problem(LeadsProblem.SUSPECT_NOT_FOUND);
    }
    List<SuspectRow> pairs = store.certain(after, AT_ONCE);
    int merged = 0;
    for (SuspectRow pair : pairs) {
      try {
        merged += Boolean.TRUE.equals(transactions.execute(_ -> merge(pair, who))) ? 1 : 0;
      } catch (Problem e) {
        // Somebody decided meanwhile, or something speaks against it: the pair stays in the queue.
        continue;
      }
    }
    return new Done(merged, pairs.size() < AT_ONCE ? null : pairs.getLast().getId());
  }

  /** A merge before it may have changed who they are, and two owners are for people to settle. */
  private boolean merge(SuspectRow pair, Caller who) {
    UUID one = pair.getOneId();
    UUID other = pair.getOtherId();
    Map<UUID, UUID> now = people.current(List.of(one, other));
    if (!one.equals(now.get(one))
        || !other.equals(now.get(other))
        || store.areApart(people.everyone(one), people.everyone(other))
        || !merges.conflicts(one, other).isEmpty()
        || likeness.owners(List.of(one, other)).size() > 1) {
      return false;
    }
    List<Evidence> evidence = json.readValue(pair.getEvidence().data(), EVIDENCE);
    double probability = pair.getProbability();
    UUID merge = merging.merge(one, other, new Merging.Decision(true, evidence, probability, who));
    store.decide(one, other, SuspectStore.MERGED, who);
    audit.record(
        who, "people.merged", "merge", merge.toString(), null, Map.of("by", "certain-pairs"));
    return true;
  }
}
