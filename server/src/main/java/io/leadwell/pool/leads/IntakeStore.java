package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.EMPLOYMENT;
import static io.leadwell.tables.leads.Tables.IDENTIFIER;
import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.PERSON;
import static io.leadwell.tables.leads.Tables.TOUCH;

import io.leadwell.base.platform.Database;
import io.leadwell.base.platform.Ids;
import io.leadwell.pool.leads.IntakeBatch.ContactWay;
import io.leadwell.pool.leads.IntakeBatch.LeadDraft;
import io.leadwell.pool.leads.IntakeBatch.TouchDraft;
import io.leadwell.pool.leads.Observation.StageTime;
import io.leadwell.pool.leads.StageProjection.Entered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a batch of the intake: bulk loads for what is new, a fold for what was known. */
@Component
class IntakeStore {

  private static final List<Field<?>> PERSON_COLUMNS =
      List.of(
          PERSON.ID,
          PERSON.NAME,
          PERSON.TITLE,
          PERSON.PHONE,
          PERSON.EMAIL,
          PERSON.COMPANY_ID,
          PERSON.PROVINCE,
          PERSON.CITY,
          PERSON.SEARCH_TEXT,
          PERSON.GRAMS);
  static final List<Field<?>> IDENTIFIER_COLUMNS =
      List.of(
          IDENTIFIER.ID,
          IDENTIFIER.KIND,
          IDENTIFIER.VALUE,
          IDENTIFIER.PERSON_ID,
          IDENTIFIER.TRUST,
          IDENTIFIER.RECORD_ID,
          IDENTIFIER.FIRST_SEEN_AT,
          IDENTIFIER.LAST_SEEN_AT);
  private static final List<Field<?>> EMPLOYMENT_COLUMNS =
      List.of(
          EMPLOYMENT.ID,
          EMPLOYMENT.PERSON_ID,
          EMPLOYMENT.COMPANY_ID,
          EMPLOYMENT.TITLE,
          EMPLOYMENT.RECORD_ID,
          EMPLOYMENT.VALID_FROM);
  private static final List<Field<?>> LEAD_COLUMNS =
      List.of(
          LEAD.ID,
          LEAD.PERSON_ID,
          LEAD.COMPANY_ID,
          LEAD.BUSINESS_LINE,
          LEAD.CHANNEL_ID,
          LEAD.CAMPAIGN_ID,
          LEAD.CONTENT,
          LEAD.SOURCE_CLASS,
          LEAD.INDUSTRY,
          LEAD.PROVINCE,
          LEAD.CITY,
          LEAD.OWNER_ID,
          LEAD.SDR_ID,
          LEAD.NOTE,
          LEAD.FIRST_CONTACT_AT,
          LEAD.LAST_TOUCH_AT,
          LEAD.STAGE,
          LEAD.STAGE_SINCE,
          LEAD.LEAD_AT,
          LEAD.MQL_AT,
          LEAD.SAL_AT,
          LEAD.SQL_AT,
          LEAD.OPPORTUNITY_AT,
          LEAD.POC_AT,
          LEAD.WON_AT,
          LEAD.LOST_AT);
  private static final List<Field<?>> TOUCH_COLUMNS =
      List.of(
          TOUCH.ID,
          TOUCH.RECORD_ID,
          TOUCH.PERSON_ID,
          TOUCH.LEAD_ID,
          TOUCH.SCENE,
          TOUCH.CHANNEL_ID,
          TOUCH.CAMPAIGN_ID,
          TOUCH.CONTENT,
          TOUCH.PLAN,
          TOUCH.UNIT,
          TOUCH.KEYWORD,
          TOUCH.UTM,
          TOUCH.HAPPENED_AT);

  private final Database database;
  private final RecordStore records;
  private final CompanyStore companies;
  private final TagStore tags;
  private final StageLedger ledger;
  private final Refolding refolding;
  private final JsonMapper json;

  IntakeStore(
      Database database,
      RecordStore records,
      CompanyStore companies,
      TagStore tags,
      StageLedger ledger,
      Refolding refolding,
      JsonMapper json) {
    this.database = database;
    this.records = records;
    this.companies = companies;
    this.tags = tags;
    this.ledger = ledger;
    this.refolding = refolding;
    this.json = json;
  }

  void write(IntakeBatch batch, Instant now) {
    Map<String, UUID> companyIds =
        companies.named(batch.records.stream().map(RecordStore.NewRecord::observation).toList());
    records.add(batch.records, batch.newByOldRecord);
    database.copy(PERSON, PERSON_COLUMNS, people(batch, companyIds));
    database.copy(IDENTIFIER, IDENTIFIER_COLUMNS, identifiers(batch));
    database.copy(EMPLOYMENT, EMPLOYMENT_COLUMNS, employments(batch, companyIds));
    database.copy(LEAD, LEAD_COLUMNS, leads(batch, companyIds));
    records.link(batch.links);
    database.copy(TOUCH, TOUCH_COLUMNS, touches(batch));
    ledger.append(batch.stages);
    records.withdraw(batch.newByOldRecord.keySet(), now);
    tags.tag(batch.tags);
    refolding.people(batch.changedPeople);
    Set<UUID> projected = new HashSet<>(batch.changedLeads);
    if (!projected.isEmpty()) {
      ledger.project(projected);
    }
  }

  private static List<Object[]> people(IntakeBatch batch, Map<String, UUID> companyIds) {
    List<Object[]> rows = new ArrayList<>(batch.newPeople.size());
    batch.newPeople.forEach((id, seen) -> {
      SearchText search =
          SearchText.of(
              seen.fact(Fact.NAME),
              seen.fact(Fact.COMPANY),
              seen.fact(Fact.PHONE),
              seen.fact(Fact.EMAIL));
      rows.add(
          new @Nullable Object[] {
            id,
            seen.fact(Fact.NAME),
            seen.fact(Fact.TITLE),
            seen.fact(Fact.PHONE),
            seen.fact(Fact.EMAIL),
            company(seen, companyIds),
            seen.fact(Fact.PROVINCE),
            seen.fact(Fact.CITY),
            search.text(),
            search.grams()
          });
    });
    return rows;
  }

  /** Of new people only: those of known people are brought in line by the fold. */
  private static List<Object[]> identifiers(IntakeBatch batch) {
    List<Object[]> rows = new ArrayList<>();
    Set<String> written = new HashSet<>();
    for (ContactWay way : batch.contactWays) {
      boolean first = written.add(way.kind() + way.value() + way.personId());
      if (first && batch.newPeople.containsKey(way.personId())) {
        rows.add(
            new Object[] {
              Ids.next(),
              way.kind(),
              way.value(),
              way.personId(),
              "B",
              way.recordId(),
              way.seenAt(),
              way.seenAt()
            });
      }
    }
    return rows;
  }

  private static List<Object[]> employments(IntakeBatch batch, Map<String, UUID> companyIds) {
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

  private static List<Object[]> leads(IntakeBatch batch, Map<String, UUID> companyIds) {
    List<Object[]> rows = new ArrayList<>(batch.newLeads.size());
    for (LeadDraft draft : batch.newLeads) {
      Observation seen = draft.from();
      Instant firstContact = firstContact(seen);
      Instant lastTouch = seen.touch() == null ? firstContact : seen.touch().at();
      StageProjection stages = StageProjection.of(entered(seen.stages()), firstContact);
      Map<Stage, Instant> first = new HashMap<>(stages.first());
      rows.add(
          new @Nullable Object[] {
            draft.id(),
            draft.personId(),
            company(seen, companyIds),
            Objects.requireNonNullElse(seen.fact(Fact.BUSINESS_LINE), ""),
            seen.fact(Fact.CHANNEL_ID),
            seen.fact(Fact.CAMPAIGN_ID),
            seen.fact(Fact.CONTENT),
            seen.fact(Fact.SOURCE_CLASS),
            seen.fact(Fact.INDUSTRY),
            seen.fact(Fact.PROVINCE),
            seen.fact(Fact.CITY),
            seen.fact(Fact.OWNER_ID),
            seen.fact(Fact.SDR_ID),
            seen.fact(Fact.NOTE),
            firstContact,
            lastTouch.isBefore(firstContact) ? firstContact : lastTouch,
            stages.stage().word(),
            stages.since(),
            first.get(Stage.LEAD),
            first.get(Stage.MQL),
            first.get(Stage.SAL),
            first.get(Stage.SQL),
            first.get(Stage.OPPORTUNITY),
            first.get(Stage.POC),
            first.get(Stage.WON),
            first.get(Stage.LOST)
          });
    }
    return rows;
  }

  private List<Object[]> touches(IntakeBatch batch) {
    List<Object[]> rows = new ArrayList<>(batch.touches.size());
    for (TouchDraft draft : batch.touches) {
      Observation seen = draft.from();
      Observation.TouchSeen touch = Objects.requireNonNull(seen.touch());
      rows.add(
          new @Nullable Object[] {
            Ids.next(),
            draft.recordId(),
            draft.personId(),
            draft.leadId(),
            touch.scene(),
            seen.fact(Fact.CHANNEL_ID),
            seen.fact(Fact.CAMPAIGN_ID),
            seen.fact(Fact.CONTENT),
            touch.plan(),
            touch.unit(),
            touch.keyword(),
            touch.utm().isEmpty() ? null : json.writeValueAsString(touch.utm()),
            touch.at()
          });
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
