package io.leadwell.pool.leads;

import io.leadwell.base.platform.Database;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.MergeStore.Human;
import io.leadwell.pool.leads.MergeStore.LiveLink;
import io.leadwell.pool.leads.RecordStore.NewLink;
import io.leadwell.tables.leads.tables.records.MergeRow;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes two people one. Nothing is lost by it: the records, leads and touches of the one are told
 * of the other from then on, and the journal keeps where each of them stood (see {@link
 * Unmerging}).
 */
@Component
class Merging {

  /** Why two people are to be one. {@code probability} is null where a person says so. */
  record Decision(
      boolean byHand, List<Evidence> evidence, @Nullable Double probability, Caller who) {}

  private final MergeStore store;
  private final People people;
  private final RecordStore records;
  private final TagStore tags;
  private final Refolding refolding;
  private final StageLedger ledger;
  private final Database database;
  private final ApplicationEventPublisher events;
  private final JsonMapper json;
  private final Clock clock;

  Merging(
      MergeStore store,
      People people,
      RecordStore records,
      TagStore tags,
      Refolding refolding,
      StageLedger ledger,
      Database database,
      ApplicationEventPublisher events,
      JsonMapper json,
      Clock clock) {
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

  /** The id of the merge; whoever was known first stays. */
  UUID merge(UUID one, UUID other, Decision decision) {
    database.lock("leads.intake");
    Map<UUID, UUID> current = people.current(List.of(one, other));
    List<Human> pair =
        store.humans(Set.copyOf(current.values())).values().stream()
            .sorted(Comparator.comparing(Human::createdAt).thenComparing(Human::id))
            .toList();
    if (pair.size() < 2) {
      throw new Problem(LeadsProblem.SAME_PERSON);
    }
    UUID survivor = pair.getFirst().id();
    UUID merged = pair.getLast().id();
    if (!store.conflicts(survivor, merged).isEmpty()) {
      throw new Problem(LeadsProblem.IDENTITIES_DIFFER);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    UUID merge = Ids.next();
    store.begin(journal(merge, pair.getFirst(), pair.getLast(), decision, now));
    List<LeadFolding.Cycle> cycles = store.cycles(List.of(survivor, merged));
    Map<UUID, UUID> folds = LeadFolding.of(cycles);
    store.remember(merge, merged, folds.keySet());
    announce(cycles, folds);
    relink(merge, survivor, folds, now);
    store.hand(merge, merged, survivor, folds);
    tags.pass(merged, survivor, merge);
    store.redirect(merged, survivor);
    refolding.people(List.of(survivor, merged));
    ledger.project(
        cycles.stream()
            .map(LeadFolding.Cycle::id)
            .filter(lead -> !folds.containsKey(lead))
            .toList());
    events.publishEvent(new PeopleMerged(merge, survivor, merged));
    return merge;
  }

  private MergeRow journal(
      UUID merge, Human survivor, Human merged, Decision decision, Instant now) {
    MergeRow row = new MergeRow();
    row.setId(merge);
    row.setSurvivorId(survivor.id());
    row.setMergedId(merged.id());
    row.setSurvivorName(survivor.name());
    row.setMergedName(merged.name());
    row.setDecided(decision.byHand() ? "hand" : "rule");
    row.setEvidence(JSONB.valueOf(json.writeValueAsString(decision.evidence())));
    row.setProbability(decision.probability() == null ? null : decision.probability().floatValue());
    row.setTags(JSONB.valueOf(json.writeValueAsString(tags.carried(merged.id()))));
    row.setMergedAt(now);
    row.setMergedBy(decision.who().memberId());
    row.setMergedByName(decision.byHand() ? decision.who().name() : null);
    return row;
  }

  private void announce(List<LeadFolding.Cycle> cycles, Map<UUID, UUID> folds) {
    for (LeadFolding.Cycle lead : cycles) {
      UUID into = folds.get(lead.id());
      if (into != null) {
        events.publishEvent(new LeadFolded(lead.id(), into, lead.personId()));
      }
    }
  }

  private void relink(UUID merge, UUID survivor, Map<UUID, UUID> folds, Instant now) {
    List<LiveLink> links = store.remembered(merge);
    store.supersede(links.stream().map(LiveLink::id).toList(), now);
    List<NewLink> fresh = new ArrayList<>();
    for (LiveLink link : links) {
      UUID lead = link.leadId() == null ? null : folds.getOrDefault(link.leadId(), link.leadId());
      fresh.add(new NewLink(link.recordId(), survivor, lead, "merge", "merge:" + merge, null));
    }
    records.link(fresh);
  }
}
