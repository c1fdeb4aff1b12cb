package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.COMPANY;
import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.STAGE_ENTRY;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.max;

import io.leadwell.base.platform.Database;
import io.leadwell.base.platform.Ids;
import io.leadwell.pool.imports.UndoReport;
import io.leadwell.pool.leads.Observation.StageTime;
import io.leadwell.pool.leads.RecordStore.Known;
import io.leadwell.pool.leads.RecordStore.NewLink;
import io.leadwell.pool.leads.RecordStore.NewRecord;
import io.leadwell.pool.leads.StageLedger.Told;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What other modules tell of leads that exist: further facts, stages their deals reached, what
 * their contracts sum to. All of it hangs on source records and goes when they are taken back.
 */
@Service
public class LeadHistory {

  /** A lead as another module needs it. */
  public record LeadReference(
      UUID leadId, UUID personId, @Nullable UUID companyId, java.time.Instant firstContactAt) {}

  /**
   * Something told of a known lead.
   *
   * @param opportunityId the opportunity that reached the stages
   */
  public record Told(UUID leadId, Observation seen, @Nullable UUID opportunityId) {}

  private static final int RANK = 20;

  private final DSLContext dsl;
  private final Database database;
  private final RecordStore records;
  private final CompanyStore companies;
  private final Refolding refolding;
  private final StageLedger ledger;
  private final Withdrawal withdrawal;
  private final Clock clock;

  LeadHistory(
      DSLContext dsl,
      Database database,
      RecordStore records,
      CompanyStore companies,
      Refolding refolding,
      StageLedger ledger,
      Withdrawal withdrawal,
      Clock clock) {
    this.dsl = dsl;
    this.database = database;
    this.records = records;
    this.companies = companies;
    this.refolding = refolding;
    this.ledger = ledger;
    this.withdrawal = withdrawal;
    this.clock = clock;
  }

  /** Leads by the keys their source gave them. */
  public Map<String, LeadReference> byKeys(String source, Collection<String> keys) {
    Map<String, Known> known = records.known(source, keys);
    Map<UUID, LeadReference> leads =
        references(known.values().stream().map(Known::leadId).filter(Objects::nonNull).toList());
    Map<String, LeadReference> byKey = new HashMap<>();
    known.forEach((key, record) -> {
      LeadReference lead = leads.get(record.leadId());
      if (lead != null) {
        byKey.put(key, lead);
      }
    });
    return byKey;
  }

  public Map<UUID, LeadReference> references(Collection<UUID> leads) {
    Map<UUID, LeadReference> references = new HashMap<>();
    dsl.select(LEAD.ID, LEAD.PERSON_ID, LEAD.COMPANY_ID, LEAD.FIRST_CONTACT_AT)
        .from(LEAD)
        .where(LEAD.ID.eq(any(leads.toArray(UUID[]::new))))
        .forEach(row ->
            references.put(
                row.value1(),
                new LeadReference(row.value1(), row.value2(), row.value3(), row.value4())));
    return references;
  }

  /**
   * Waits for the turn to tell of leads, and keeps it until the transaction ends. Whoever writes
   * something of his own beside what he tells takes it first, or two would wait for each other.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void takeTurn() {
    database.lock("leads.intake");
  }

  /** The facts that the live record of this key states. */
  public Facts factsTold(String source, String key) {
    Known known = records.known(source, List.of(key)).get(key);
    return known == null ? Facts.build().done() : records.facts(known.recordId());
  }

  /**
   * The moment on a day at which something new happens to a lead: after all that it reached that
   * day by anything but this opportunity, or else at the day's beginning.
   */
  public Instant momentOn(UUID lead, LocalDate day, @Nullable UUID exceptBy) {
    Instant begin = day.atStartOfDay(LeadConditions.ZONE).toInstant();
    Instant end = day.plusDays(1).atStartOfDay(LeadConditions.ZONE).toInstant();
    Instant reached =
        dsl.select(max(STAGE_ENTRY.HAPPENED_AT))
            .from(STAGE_ENTRY)
            .where(STAGE_ENTRY.LEAD_ID.eq(lead))
            .and(STAGE_ENTRY.WITHDRAWN_AT.isNull())
            .and(
                STAGE_ENTRY
                    .OPPORTUNITY_ID
                    .isDistinctFrom(exceptBy)
                    .or(STAGE_ENTRY.OPPORTUNITY_ID.isNull()))
            .and(STAGE_ENTRY.HAPPENED_AT.ge(begin))
            .and(STAGE_ENTRY.HAPPENED_AT.lt(end))
            .fetchOne(Record1::value1);
    Instant contact = Objects.requireNonNull(references(List.of(lead)).get(lead)).firstContactAt();
    Instant moment = reached == null ? begin : reached;
    return contact.isAfter(moment) && contact.isBefore(end) ? contact : moment;
  }

  /** The day of Asia/Shanghai that a moment lies on. */
  public static LocalDate dayOf(Instant moment) {
    return moment.atZone(LeadConditions.ZONE).toLocalDate();
  }

  /** Those of these companies that are there: one goes when no record speaks of it any more. */
  public Set<UUID> companiesThere(Collection<UUID> companies) {
    return dsl.select(COMPANY.ID)
        .from(COMPANY)
        .where(COMPANY.ID.eq(any(companies.toArray(UUID[]::new))))
        .fetchSet(COMPANY.ID);
  }

  /**
   * Adds what is told to the leads; a source key told before is superseded by what is told now. All
   * observations are of one source and carry a key.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void tell(List<Told> told) {
    if (told.isEmpty()) {
      return;
    }
    database.lock("leads.intake");
    Map<UUID, LeadReference> leads =
        references(told.stream().map(Told::leadId).distinct().toList());
    String source = told.getFirst().seen().source();
    Map<String, Known> before =
        records.known(source, told.stream().map(t -> RecordKey.of(t.seen())).toList());
    Map<UUID, UUID> superseded = new LinkedHashMap<>();
    List<NewRecord> newRecords = new ArrayList<>();
    List<NewLink> links = new ArrayList<>();
    List<StageLedger.Told> stages = new ArrayList<>();
    Set<UUID> touchedLeads = new HashSet<>();
    Set<UUID> people = new HashSet<>();
    for (Told one : told) {
      LeadReference lead = Objects.requireNonNull(leads.get(one.leadId()));
      Observation seen = one.seen();
      String key = RecordKey.of(seen);
      UUID record = Ids.next();
      Known old = before.get(key);
      if (old != null) {
        superseded.put(old.recordId(), record);
        touchedLeads.add(Objects.requireNonNullElse(old.leadId(), one.leadId()));
        people.add(old.personId());
      }
      byte[] hash = RecordKey.contentHash(seen);
      before.put(key, new Known(record, hash, lead.personId(), lead.leadId()));
      newRecords.add(new NewRecord(record, key, hash, RANK, seen));
      links.add(
          new NewLink(record, lead.personId(), lead.leadId(), "key", "source-key", seen.actorId()));
      if (!seen.stages().isEmpty()) {
        stages.add(
            new StageLedger.Told(
                lead.leadId(),
                record,
                seen.importId(),
                seen.actorId(),
                one.opportunityId(),
                seen.stages()));
      }
      touchedLeads.add(lead.leadId());
      people.add(lead.personId());
    }
    companies.named(told.stream().map(Told::seen).toList());
    records.add(newRecords, superseded);
    records.link(links);
    ledger.append(stages);
    records.withdraw(superseded.keySet(), clock.instant());
    refolding.people(people);
    ledger.project(touchedLeads);
  }

  /** What each lead's contracts sum to now, in fen. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void revenue(Map<UUID, Long> fenByLead) {
    List<Object[]> rows = new ArrayList<>(fenByLead.size());
    fenByLead.forEach((lead, fen) -> rows.add(new Object[] {lead, fen}));
    database.update(LEAD, LEAD.ID, List.of(LEAD.REVENUE_FEN), rows);
  }

  /** Takes back what an import told; leads that only it brought disappear. */
  @Transactional(propagation = Propagation.MANDATORY)
  public UndoReport withdraw(UUID importId) {
    return withdrawal.withdraw(importId);
  }

  /** A stage with its time, for callers that tell of one. */
  public static StageTime stage(Stage stage, java.time.Instant at, @Nullable String reason) {
    return new StageTime(stage, at, reason);
  }
}
