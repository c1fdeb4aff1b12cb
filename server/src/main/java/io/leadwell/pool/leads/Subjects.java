package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.COMPANY;
import static io.leadwell.tables.leads.Tables.FOLDED_LEAD;
import static io.leadwell.tables.leads.Tables.LEAD;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.selectOne;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.LeadStore.Found;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom a reader may be told about: the ids by which others keep things of leads and companies. */
@Service
public class Subjects {

  /** The story of a company is told of so many of its leads, those last heard of. */
  static final int LEADS_OF_A_COMPANY = 500;

  private static final int MOST_STEPS = 50;

  private final DSLContext dsl;
  private final LeadStore leads;
  private final People people;

  Subjects(DSLContext dsl, LeadStore leads, People people) {
    this.dsl = dsl;
    this.leads = leads;
    this.people = people;
  }

  /** One buying cycle, or a refusal that does not tell whether it exists. */
  @Transactional(readOnly = true)
  public TimelineSubject lead(UUID id, Caller reader) {
    return lead(found(id, reader));
  }

  TimelineSubject lead(Found lead) {
    return TimelineSubject.of(
        Set.of(lead.id()), folded(Set.of(lead.id())), people.everyone(lead.personId()), Set.of());
  }

  /** The person behind a lead, across those of her leads that the reader may see. */
  @Transactional(readOnly = true)
  public TimelineSubject person(UUID lead, Caller reader) {
    return person(found(lead, reader), reader);
  }

  TimelineSubject person(Found lead, Caller reader) {
    Set<UUID> cycles =
        leads.ofPerson(lead.personId(), reader.visible()).stream()
            .map(Found::id)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return TimelineSubject.of(cycles, folded(cycles), people.everyone(lead.personId()), Set.of());
  }

  /** A company with the leads the reader may see. */
  @Transactional(readOnly = true)
  public TimelineSubject company(UUID id, Caller reader) {
    UUID company = currentCompany(id);
    boolean there =
        dsl.fetchExists(
            selectOne()
                .from(LEAD)
                .where(LEAD.COMPANY_ID.eq(company))
                .and(LeadConditions.visible(reader.visible())));
    if (!there) {
      throw new Problem(LeadsProblem.COMPANY_NOT_FOUND);
    }
    Set<UUID> cycles = new LinkedHashSet<>();
    Set<UUID> persons = new HashSet<>();
    dsl.select(LEAD.ID, LEAD.PERSON_ID)
        .from(LEAD)
        .where(LEAD.COMPANY_ID.eq(company))
        .and(LeadConditions.visible(reader.visible()))
        .orderBy(LEAD.LAST_TOUCH_AT.desc(), LEAD.ID.desc())
        .limit(LEADS_OF_A_COMPANY)
        .forEach(row -> {
          cycles.add(row.value1());
          persons.add(row.value2());
        });
    return TimelineSubject.of(cycles, folded(cycles), persons, spellings(company));
  }

  /** The company that this one is by now. */
  UUID currentCompany(UUID id) {
    UUID current = id;
    for (int step = 0; step < MOST_STEPS; step++) {
      UUID next =
          dsl.select(COMPANY.REDIRECT_TO)
              .from(COMPANY)
              .where(COMPANY.ID.eq(current))
              .fetchOne(COMPANY.REDIRECT_TO);
      if (next == null) {
        break;
      }
      current = next;
    }
    return current;
  }

  /** The company and every spelling that was merged into it. */
  Set<UUID> spellings(UUID company) {
    Set<UUID> all = new HashSet<>(Set.of(company));
    Set<UUID> last = all;
    while (!last.isEmpty()) {
      last =
          new HashSet<>(
              dsl.select(COMPANY.ID)
                  .from(COMPANY)
                  .where(COMPANY.REDIRECT_TO.eq(any(last.toArray(UUID[]::new))))
                  .fetch(COMPANY.ID));
      last.removeAll(all);
      all.addAll(last);
    }
    return all;
  }

  /** Leads that were folded into these, one after the other; with the lead they lead to. */
  private Map<UUID, UUID> folded(Set<UUID> into) {
    Map<UUID, UUID> all = new HashMap<>();
    Set<UUID> last = into;
    for (int step = 0; step < MOST_STEPS && !last.isEmpty(); step++) {
      Map<UUID, UUID> next =
          dsl.select(FOLDED_LEAD.LEAD_ID, FOLDED_LEAD.INTO_ID)
              .from(FOLDED_LEAD)
              .where(FOLDED_LEAD.INTO_ID.eq(any(last.toArray(UUID[]::new))))
              .fetchMap(FOLDED_LEAD.LEAD_ID, FOLDED_LEAD.INTO_ID);
      next.forEach((lead, to) -> all.put(lead, all.getOrDefault(to, to)));
      last = next.keySet();
    }
    return all;
  }

  private Found found(UUID id, Caller reader) {
    return leads
        .find(id, reader.visible())
        .orElseThrow(() -> new Problem(LeadsProblem.LEAD_NOT_FOUND));
  }
}
