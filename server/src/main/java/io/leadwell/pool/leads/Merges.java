package io.leadwell.pool.leads;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.LeadStore.Found;
import io.leadwell.tables.leads.tables.records.MergeRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Two people made one by hand or by rule, and made two again. */
@Service
public class Merges {

  /**
   * A merge that holds.
   *
   * @param merged what the person was called who was made one with the other
   * @param survivor what the other was called
   * @param byHand whether somebody decided it; else the evidence did
   * @param probability that they are one, where the evidence decided
   */
  public record Merged(
      UUID id,
      @Nullable String merged,
      @Nullable String survivor,
      boolean byHand,
      List<Evidence> evidence,
      @Nullable Double probability,
      Instant at,
      @Nullable String by) {}

  private static final TypeReference<List<Evidence>> EVIDENCE = new TypeReference<>() {};

  private final LeadStore leads;
  private final MergeStore store;
  private final People people;
  private final Merging merging;
  private final Unmerging unmerging;
  private final SuspectStore suspects;
  private final Audit audit;
  private final JsonMapper json;

  Merges(
      LeadStore leads,
      MergeStore store,
      People people,
      Merging merging,
      Unmerging unmerging,
      SuspectStore suspects,
      Audit audit,
      JsonMapper json) {
    this.leads = leads;
    this.store = store;
    this.people = people;
    this.merging = merging;
    this.unmerging = unmerging;
    this.suspects = suspects;
    this.audit = audit;
    this.json = json;
  }

  /** The people of two leads are one, somebody says. What each lead is told goes on. */
  @Transactional
  public UUID merge(UUID lead, UUID other, Caller who) {
    Found one = found(lead, who);
    Found two = found(other, who);
    if (one.erased() || two.erased()) {
      throw new Problem(LeadsProblem.LEAD_ERASED);
    }
    UUID merge =
        merging.merge(
            one.personId(), two.personId(), new Merging.Decision(true, List.of(), null, who));
    suspects.decide(one.personId(), two.personId(), SuspectStore.MERGED, who);
    audit.record(
        who,
        "people.merged",
        "merge",
        merge.toString(),
        one.calledBy(),
        Map.of("with", String.valueOf(two.calledBy())));
    return merge;
  }

  /** The merges that made the person of this lead; the newest first. */
  @Transactional(readOnly = true)
  public List<Merged> of(UUID lead, Caller reader) {
    List<MergeRow> merges = store.of(people.everyone(found(lead, reader).personId()));
    return merges.stream()
        .map(merge ->
            new Merged(
                merge.getId(),
                merge.getMergedName(),
                merge.getSurvivorName(),
                merge.getDecided().equals("hand"),
                json.readValue(merge.getEvidence().data(), EVIDENCE),
                merge.getProbability() == null ? null : merge.getProbability().doubleValue(),
                merge.getMergedAt(),
                merge.getMergedByName()))
        .toList();
  }

  /** They were two after all. They stay two: no rule makes them one again. */
  @Transactional
  public void undo(UUID merge, Caller who) {
    MergeRow undone = unmerging.undo(merge, who);
    suspects.decide(undone.getMergedId(), undone.getSurvivorId(), SuspectStore.APART, who);
    audit.record(
        who, "people.unmerged", "merge", merge.toString(), undone.getMergedName(), Map.of());
  }

  private Found found(UUID lead, Caller reader) {
    return leads
        .find(lead, reader.visible())
        .orElseThrow(() -> new Problem(LeadsProblem.LEAD_NOT_FOUND));
  }
}
