package io.leadwell.collaborate.deals;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.Fact;
import io.leadwell.pool.leads.Facts;
import io.leadwell.pool.leads.LeadHistory;
import io.leadwell.pool.leads.LeadHistory.LeadReference;
import io.leadwell.pool.leads.LeadRow;
import io.leadwell.pool.leads.Observation;
import io.leadwell.pool.leads.Observation.StageTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What people change about deals by hand. A change is told, kept and taken back the way an import
 * is, under an id of its own; so the lead's ledger follows, and changes of files and of people can
 * be undone in any order.
 */
@Component
class DealEditing {

  static final String BY_HAND = "manual";

  /** The opportunity as it is after a change, and what takes the change back. */
  record Done(UUID opportunity, UUID change) {}

  private final DealStore store;
  private final DealViews views;
  private final HandChanges changes;
  private final Drafting drafting;
  private final LeadHistory history;
  private final Clock clock;

  DealEditing(
      DealStore store,
      DealViews views,
      HandChanges changes,
      Drafting drafting,
      LeadHistory history,
      Clock clock) {
    this.store = store;
    this.views = views;
    this.changes = changes;
    this.drafting = drafting;
    this.history = history;
    this.clock = clock;
  }

  /** The source of the records in which deals of {@code source} speak of their leads. */
  static String recordSource(String source) {
    return "deals:" + source;
  }

  Done add(LeadRow row, OpportunityDraft draft, Caller who) {
    history.takeTurn();
    LeadReference lead = lead(row.id());
    DealContent content = drafting.content(lead, null, draft, usualName(row));
    UUID change = Ids.next();
    DealStore.Origin origin = new DealStore.Origin(BY_HAND, change.toString(), null);
    UUID opportunity = store.insert(origin, change, content);
    Facts facts =
        Facts.build()
            // Whose opportunity it is, his is a lead that is nobody's yet.
            .with(Fact.OWNER_ID, row.ownerId() == null ? content.ownerId() : null)
            .done();
    boolean losing = !store.hasOtherChance(lead.leadId(), opportunity);
    finish(opportunity, origin, change, lead, facts, content.stages(losing), who);
    return new Done(opportunity, change);
  }

  Done change(UUID id, LeadRow row, OpportunityDraft draft, Caller who) {
    history.takeTurn();
    DealStore.Standing standing = standing(id);
    if (draft.version() != null && !draft.version().equals(standing.version())) {
      throw new Problem(DealsProblem.DEAL_CHANGED_MEANWHILE);
    }
    Opportunity before = views.one(id).orElseThrow();
    LeadReference lead = lead(standing.leadId());
    DealContent content = drafting.content(lead, before, draft, usualName(row));
    UUID change = Ids.next();
    DealStore.Origin origin = standing.origin();
    Facts facts = facts(origin, before, content, row);
    store.replace(id, origin, change, content);
    boolean losing = !store.hasOtherChance(lead.leadId(), id);
    finish(id, origin, change, lead, facts, content.stages(losing), who);
    return new Done(id, change);
  }

  Done remove(UUID id, Caller who) {
    history.takeTurn();
    DealStore.Standing standing = standing(id);
    UUID change = Ids.next();
    store.putAway(id, change, clock.instant());
    LeadReference lead = lead(standing.leadId());
    finish(id, standing.origin(), change, lead, Facts.build().done(), List.of(), who);
    return new Done(id, change);
  }

  /** Takes one change by hand back, whatever happened since. */
  void undo(UUID id, UUID change) {
    history.takeTurn();
    if (!changes.take(change, id)) {
      throw new Problem(DealsProblem.DEAL_CHANGE_GONE);
    }
    List<UUID> leads = store.remove(change);
    history.withdraw(change);
    history.revenue(store.revenueOf(leads));
  }

  private void finish(
      UUID opportunity,
      DealStore.Origin origin,
      UUID change,
      LeadReference lead,
      Facts facts,
      List<StageTime> stages,
      Caller who) {
    Instant now = clock.instant();
    store.edited(opportunity, now);
    changes.add(change, opportunity, who.memberId(), now);
    history.tell(
        List.of(
            new LeadHistory.Told(
                lead.leadId(),
                new Observation(
                    recordSource(origin.source()),
                    origin.key(),
                    now,
                    change,
                    null,
                    who.memberId(),
                    facts.toStore(),
                    facts,
                    stages,
                    List.of(),
                    null),
                opportunity)));
    history.revenue(store.revenueOf(List.of(lead.leadId())));
  }

  /** What its file had told of the lead stays told; the owner goes with the opportunity's. */
  private Facts facts(
      DealStore.Origin origin, Opportunity before, DealContent content, LeadRow lead) {
    Facts told = history.factsTold(recordSource(origin.source()), origin.key());
    Facts.Builder facts = Facts.build();
    for (Fact fact : Fact.values()) {
      facts.with(fact, fact == Fact.OWNER_ID ? null : told.get(fact));
    }
    boolean sameOwner = Objects.equals(before.ownerId(), content.ownerId());
    boolean tellsOwner = told.get(Fact.OWNER_ID) != null || lead.ownerId() == null;
    if (sameOwner) {
      facts.with(Fact.OWNER_ID, told.get(Fact.OWNER_ID));
    } else if (tellsOwner) {
      facts.with(Fact.OWNER_ID, content.ownerId());
    }
    return facts.done();
  }

  private DealStore.Standing standing(UUID id) {
    return store
        .standing(id)
        .filter(found -> !found.removed())
        .orElseThrow(() -> new Problem(DealsProblem.DEAL_NOT_FOUND));
  }

  private LeadReference lead(UUID id) {
    return Objects.requireNonNull(history.references(List.of(id)).get(id));
  }

  private static String usualName(LeadRow lead) {
    for (@Nullable String name : new @Nullable String[] {lead.company(), lead.name(), lead.key()}) {
      if (name != null) {
        return name;
      }
    }
    return lead.id().toString();
  }
}
