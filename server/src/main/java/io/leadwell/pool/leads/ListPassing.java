package io.leadwell.pool.leads;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.Intake.Brought;
import io.leadwell.pool.leads.ListIntake.Read;
import io.leadwell.pool.leads.ListReading.Differs;
import io.leadwell.pool.leads.ListReading.Row;
import io.leadwell.pool.leads.Observation.Cycle;
import io.leadwell.pool.leads.RecordStore.NewLink;
import io.leadwell.pool.leads.RecordStore.NewRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What taking over means beyond the row itself: a way that passes leaves who had it, and what a
 * person decided stands before edits by hand. Both are records of the import and go with it.
 */
@Component
class ListPassing {

  private final RecordStore records;
  private final CompanyStore companies;
  private final Refolding refolding;

  ListPassing(RecordStore records, CompanyStore companies, Refolding refolding) {
    this.records = records;
    this.companies = companies;
    this.refolding = refolding;
  }

  /**
   * @param decider who took over, or null where a rule did: a rule yields to edits by hand
   */
  void write(List<Read> rows, List<Brought> brought, @Nullable Caller decider) {
    List<NewRecord> told = new ArrayList<>();
    List<NewLink> links = new ArrayList<>();
    Set<UUID> people = new HashSet<>();
    Map<UUID, UUID> broughtAs = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = Objects.requireNonNull(rows.get(i).row());
      broughtAs.put(rows.get(i).person(), brought.get(i).personId());
      int rank = decider == null ? Intake.RANK : Editing.RANK;
      for (Map.Entry<UUID, Facts> passed : row.passed().entrySet()) {
        UUID owner = broughtAs.getOrDefault(passed.getKey(), passed.getKey());
        add(told, links, row, passed.getValue(), rank, owner, null, decider);
        people.add(owner);
      }
      Facts overHand = overHand(row);
      if (decider != null && row.action() == ListAction.OVERWRITE && !overHand.isEmpty()) {
        Brought to = brought.get(i);
        add(told, links, row, overHand, Editing.RANK, to.personId(), to.leadId(), decider);
        people.add(to.personId());
      }
    }
    if (!told.isEmpty()) {
      companies.named(told.stream().map(NewRecord::observation).toList());
      records.add(told, Map.of());
      records.link(links);
      refolding.people(people);
    }
  }

  private static Facts overHand(Row row) {
    Facts.Builder facts = Facts.build();
    row.differences().stream()
        .filter(Differs::byHand)
        .forEach(one -> facts.with(one.fact(), one.says()));
    return facts.done();
  }

  private static void add(
      List<NewRecord> told,
      List<NewLink> links,
      Row row,
      Facts facts,
      int rank,
      UUID person,
      @Nullable UUID lead,
      @Nullable Caller decider) {
    UUID id = Ids.next();
    Observation from = row.told();
    UUID actor = decider == null ? from.actorId() : decider.memberId();
    Observation seen =
        new Observation(
            from.source(),
            null,
            from.receivedAt(),
            from.importId(),
            from.rowNumber(),
            actor,
            Map.of(),
            facts,
            List.of(),
            List.of(),
            null,
            List.of(),
            Cycle.NONE);
    told.add(new NewRecord(id, "taken-over:" + id, RecordKey.contentHash(seen), rank, seen));
    links.add(new NewLink(id, person, lead, "manual", "taken-over", actor));
  }
}
