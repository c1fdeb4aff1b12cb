package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.EMPLOYMENT;
import static io.leadwell.tables.leads.Tables.IDENTIFIER;
import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.PERSON;

import io.leadwell.base.platform.Ids;
import io.leadwell.pool.leads.IntakeBatch.ContactWay;
import io.leadwell.pool.leads.IntakeBatch.IdentityDraft;
import io.leadwell.pool.leads.IntakeBatch.LeadDraft;
import io.leadwell.pool.leads.Observation.StageTime;
import io.leadwell.pool.leads.StageProjection.Entered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** The rows a batch of the intake comes to, ready to be loaded. */
final class IntakeRows {

  static final List<Field<?>> PERSON_COLUMNS =
      columns(List.of(PERSON.ID), FactColumns.OF_PERSON, List.of());
  static final List<Field<?>> IDENTIFIER_COLUMNS =
      List.of(
          IDENTIFIER.ID,
          IDENTIFIER.KIND,
          IDENTIFIER.SCOPE,
          IDENTIFIER.VALUE,
          IDENTIFIER.PERSON_ID,
          IDENTIFIER.TRUST,
          IDENTIFIER.RECORD_ID,
          IDENTIFIER.FIRST_SEEN_AT,
          IDENTIFIER.LAST_SEEN_AT);
  static final List<Field<?>> EMPLOYMENT_COLUMNS =
      List.of(
          EMPLOYMENT.ID,
          EMPLOYMENT.PERSON_ID,
          EMPLOYMENT.COMPANY_ID,
          EMPLOYMENT.TITLE,
          EMPLOYMENT.RECORD_ID,
          EMPLOYMENT.VALID_FROM);
  static final List<Field<?>> LEAD_COLUMNS =
      columns(
          List.of(LEAD.ID),
          FactColumns.OF_LEAD,
          List.of(
              LEAD.PERSON_ID,
              LEAD.STAGE,
              LEAD.STAGE_SINCE,
              LEAD.LEAD_AT,
              LEAD.MQL_AT,
              LEAD.SAL_AT,
              LEAD.SQL_AT,
              LEAD.OPPORTUNITY_AT,
              LEAD.POC_AT,
              LEAD.WON_AT,
              LEAD.LOST_AT));

  /** In the order of {@link #LEAD_COLUMNS}. */
  private static final List<Stage> STAGES =
      List.of(
          Stage.LEAD,
          Stage.MQL,
          Stage.SAL,
          Stage.SQL,
          Stage.OPPORTUNITY,
          Stage.POC,
          Stage.WON,
          Stage.LOST);

  private IntakeRows() {}

  private static List<Field<?>> columns(
      List<Field<?>> first, List<Field<?>> facts, List<Field<?>> last) {
    return Stream.of(first, facts, last).<Field<?>>flatMap(List::stream).toList();
  }

  static List<Object[]> people(IntakeBatch batch, Map<String, UUID> companyIds) {
    List<Object[]> rows = new ArrayList<>(batch.newPeople.size());
    Map<UUID, Set<String>> ways = ways(batch);
    batch.newPeople.forEach((id, seen) ->
        rows.add(
            FactColumns.person(
                id,
                seen::fact,
                seen.facts().custom(),
                company(seen, companyIds),
                ways.getOrDefault(id, Set.of()))));
    return rows;
  }

  private static Map<UUID, Set<String>> ways(IntakeBatch batch) {
    Map<UUID, Set<String>> ways = new HashMap<>();
    for (ContactWay way : batch.contactWays) {
      ways.computeIfAbsent(way.personId(), _ -> new LinkedHashSet<>()).add(way.value());
    }
    return ways;
  }

  /** Of new people only: those of known people are brought in line by the fold. */
  static List<Object[]> identifiers(IntakeBatch batch) {
    List<Object[]> rows = new ArrayList<>();
    Set<String> written = new HashSet<>();
    for (ContactWay way : batch.contactWays) {
      boolean first = written.add(way.kind() + way.value() + way.personId());
      if (first && batch.newPeople.containsKey(way.personId())) {
        rows.add(
            new Object[] {
              Ids.next(),
              way.kind(),
              "",
              way.value(),
              way.personId(),
              "B",
              way.recordId(),
              way.seenAt(),
              way.seenAt()
            });
      }
    }
    for (IdentityDraft told : batch.identities) {
      Identity identity = told.identity();
      boolean first =
          written.add(
              identity.kind().word() + identity.scope() + identity.value() + told.personId());
      if (first && batch.newPeople.containsKey(told.personId())) {
        rows.add(
            new Object[] {
              Ids.next(),
              identity.kind().word(),
              identity.scope(),
              identity.value(),
              told.personId(),
              identity.kind().trust(),
              told.recordId(),
              told.seenAt(),
              told.seenAt()
            });
      }
    }
    return rows;
  }

  static List<Object[]> employments(IntakeBatch batch, Map<String, UUID> companyIds) {
    List<Object[]> rows = new ArrayList<>();
    batch.newPeople.forEach((person, seen) -> {
      UUID company = company(seen, companyIds);
      if (company != null) {
        rows.add(
            new @Nullable Object[] {
              Ids.next(),
              person,
              company,
              seen.fact(Fact.TITLE),
              batch.recordOfNewPerson.get(person),
              seen.receivedAt()
            });
      }
    });
    return rows;
  }

  static List<Object[]> leads(IntakeBatch batch, Map<String, UUID> companyIds) {
    List<Object[]> rows = new ArrayList<>(batch.newLeads.size());
    for (LeadDraft draft : batch.newLeads) {
      Observation seen = draft.from();
      Instant firstContact = firstContact(seen);
      Instant lastTouch = seen.touch() == null ? null : seen.touch().at();
      StageProjection stages = StageProjection.of(entered(seen.stages()), firstContact);
      Map<Stage, Instant> first = new HashMap<>(stages.first());
      List<@Nullable Object> row =
          new ArrayList<>(
              Arrays.asList(
                  FactColumns.lead(
                      draft.id(),
                      seen.sourceKey(),
                      seen::fact,
                      seen.facts().custom(),
                      company(seen, companyIds),
                      firstContact,
                      lastTouch)));
      row.add(draft.personId());
      row.add(stages.stage().word());
      row.add(stages.since());
      STAGES.forEach(stage -> row.add(first.get(stage)));
      rows.add(row.toArray());
    }
    return rows;
  }

  static List<Entered> entered(List<StageTime> stages) {
    return stages.stream().map(s -> new Entered(s.stage(), s.at())).toList();
  }

  private static Instant firstContact(Observation seen) {
    String told = seen.fact(Fact.FIRST_CONTACT_AT);
    return told == null ? seen.receivedAt() : Instant.parse(told);
  }

  private static @Nullable UUID company(Observation seen, Map<String, UUID> companyIds) {
    String name = seen.fact(Fact.COMPANY);
    return name == null ? null : companyIds.get(name);
  }
}
