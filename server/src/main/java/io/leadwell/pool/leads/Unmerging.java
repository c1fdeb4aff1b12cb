package io.leadwell.pool.leads;

import io.leadwell.base.platform.Database;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.Golden.Live;
import io.leadwell.pool.leads.UnmergeStore.Folded;
import io.leadwell.pool.leads.UnmergeStore.Stood;
import io.leadwell.tables.leads.tables.records.MergeRow;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes two people of one again. What the journal wrote down goes back to where it stood, in the
 * version that is told now. What came in since goes with the lead it was told of; where that lead
 * was both people's, it goes to the merged person if it names a phone, mailbox or identifier that
 * only they have, else it stays.
 */
@Component
class Unmerging {

  private static final TypeReference<List<TagStore.Carried>> TAGS = new TypeReference<>() {};

  private final MergeStore merges;
  private final UnmergeStore store;
  private final People people;
  private final RecordStore records;
  private final TagStore tags;
  private final Refolding refolding;
  private final StageLedger ledger;
  private final Database database;
  private final ApplicationEventPublisher events;
  private final JsonMapper json;
  private final Clock clock;

  Unmerging(
      MergeStore merges,
      UnmergeStore store,
      People people,
      RecordStore records,
      TagStore tags,
      Refolding refolding,
      StageLedger ledger,
      Database database,
      ApplicationEventPublisher events,
      JsonMapper json,
      Clock clock) {
    this.merges = merges;
    this.store = store;
    this.people = people;
    this.records = records;
    this.tags = tags;
    this.refolding = refolding;
    this.ledger = ledger;
    this.database = database;
    this.events = events;
    this.json = json;
    this.clock = clock;
  }

  MergeRow undo(UUID id, Caller who) {
    database.lock("leads.intake");
    MergeRow merge = merges.find(id).orElseThrow(() -> new Problem(LeadsProblem.MERGE_NOT_FOUND));
    if (merge.getUndoneAt() != null) {
      throw new Problem(LeadsProblem.MERGE_UNDONE);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    UUID merged = merge.getMergedId();
    UUID holder =
        Objects.requireNonNull(
            people.current(List.of(merge.getSurvivorId())).values().iterator().next());
    store.undone(merge, who, now);

    List<Folded> folded = store.folded(id, merged, holder);
    folded.forEach(store::unfold);
    Set<UUID> leads = store.leads(id, merged, holder);
    putBack(id, merged, holder, leads, folded);
    store.giveLeads(leads, merged);
    folded.forEach(lead ->
        events.publishEvent(new LeadUnfolded(lead.leadId(), lead.intoId(), lead.personId())));
    tags.giveBack(json.readValue(merge.getTags().data(), TAGS), holder, merged, id);
    refolding.people(List.of(merged, holder));
    store.dropUntold(folded.stream().map(Folded::leadId).toList());
    ledger.project(
        merges.cycles(List.of(merged, holder)).stream().map(LeadFolding.Cycle::id).toList());
    events.publishEvent(new PeopleUnmerged(id, holder, merged, merge.getMergedAt()));
    return merge;
  }

  private void putBack(UUID id, UUID merged, UUID holder, Set<UUID> leads, List<Folded> folded) {
    store.putTouchesAndEntries(id, merged, holder);
    Set<UUID> told = store.told(holder);
    Set<UUID> since = store.toldSince(id, holder);
    for (Stood stood : store.records(id)) {
      // What stands with somebody else by now is none of this merge's any more.
      if (told.contains(stood.recordId())) {
        since.remove(stood.recordId());
        store.put(
            new Stood(
                stood.recordId(),
                stood.personId().equals(merged) ? merged : holder,
                stood.leadId(),
                stood.decision(),
                stood.rule()));
      }
    }
    if (!since.isEmpty()) {
      later(since, merged, holder, leads, folded).forEach(store::put);
    }
  }

  /** What was told since the merge, as far as it is the merged person's. */
  private List<Stood> later(
      Set<UUID> since, UUID merged, UUID holder, Set<UUID> leads, List<Folded> folded) {
    Map<UUID, UUID> foldedFrom = new HashMap<>();
    folded.stream()
        .filter(lead -> lead.personId().equals(merged))
        .forEach(lead -> foldedFrom.put(lead.intoId(), lead.leadId()));
    List<Live> live = records.live(List.of(merged, holder));
    Set<Object> mergeds = new HashSet<>();
    Set<Object> holders = new HashSet<>();
    live.stream()
        .filter(record -> !since.contains(record.recordId()))
        .forEach(
            record -> (record.personId().equals(merged) ? mergeds : holders).addAll(ways(record)));
    List<Stood> later = new ArrayList<>();
    for (Live record : live) {
      UUID lead = record.leadId();
      if (!since.contains(record.recordId())) {
        continue;
      }
      if (lead != null && leads.contains(lead)) {
        later.add(new Stood(record.recordId(), merged, lead, "merge", "unmerge"));
      } else if (isOf(mergeds, holders, record) && (lead == null || foldedFrom.containsKey(lead))) {
        UUID own = lead == null ? null : foldedFrom.get(lead);
        later.add(new Stood(record.recordId(), merged, own, "merge", "unmerge"));
      }
    }
    return later;
  }

  private static boolean isOf(Set<Object> ones, Set<Object> others, Live record) {
    Set<Object> ways = ways(record);
    return ways.stream().anyMatch(ones::contains) && ways.stream().noneMatch(others::contains);
  }

  private static Set<Object> ways(Live record) {
    Set<Object> ways = new HashSet<>(record.identities());
    for (Fact way : Fact.WAYS) {
      String value = record.facts().get(way);
      if (value != null) {
        ways.add(value);
      }
    }
    return ways;
  }
}
