package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.EMPLOYMENT;
import static io.leadwell.tables.leads.Tables.IDENTIFIER;
import static io.leadwell.tables.leads.Tables.KNOWN_PARTY;
import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.LINK;
import static io.leadwell.tables.leads.Tables.LIST_QUESTION;
import static io.leadwell.tables.leads.Tables.MERGE;
import static io.leadwell.tables.leads.Tables.PERSON;
import static io.leadwell.tables.leads.Tables.PERSON_TAG;
import static io.leadwell.tables.leads.Tables.REMOVED_TAG;
import static io.leadwell.tables.leads.Tables.SOURCE_RECORD;
import static io.leadwell.tables.leads.Tables.STAGE_ENTRY;
import static io.leadwell.tables.leads.Tables.SUSPECT;
import static io.leadwell.tables.leads.Tables.TOUCH;
import static io.leadwell.tables.leads.Tables.UNLOOKED;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbGetAttribute;
import static org.jooq.impl.DSL.jsonbObject;
import static org.jooq.impl.DSL.key;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.leadwell.base.privacy.Kept;
import io.leadwell.base.privacy.PersonalData;
import io.leadwell.base.privacy.PersonalRows;
import io.leadwell.base.privacy.Subject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.JSONEntry;
import org.jooq.Record1;
import org.jooq.Select;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the pool knows about somebody. Erased, the person is nobody, whose leads go on counting. */
@Component
class PoolOfPerson implements PersonalData {

  /** What of a record says who it is about; the rest is where a lead came from and what for. */
  private static final List<Fact> IDENTITY =
      List.of(
          Fact.NAME,
          Fact.TITLE,
          Fact.PHONE,
          Fact.EMAIL,
          Fact.OTHER_PHONE,
          Fact.OTHER_EMAIL,
          Fact.FORMER_PHONE,
          Fact.FORMER_EMAIL,
          Fact.NOTE,
          Fact.TALK_NOTES);

  private static final TypeReference<Map<String, Object>> TOLD = new TypeReference<>() {};
  private static final JSONB NOTHING = JSONB.valueOf("{}");
  private static final JSONB NONE = JSONB.valueOf("[]");

  private final DSLContext dsl;
  private final PersonalRows rows;
  private final JsonMapper json;
  private final Clock clock;

  PoolOfPerson(DSLContext dsl, PersonalRows rows, JsonMapper json, Clock clock) {
    this.dsl = dsl;
    this.rows = rows;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public String area() {
    return "leads";
  }

  @Override
  public List<Kept> kept(Subject person) {
    return List.of(
        rows.read("person", PERSON, person.isPerson(PERSON.ID), "search_text", "grams"),
        rows.read("identifier", IDENTIFIER, person.isPerson(IDENTIFIER.PERSON_ID)),
        rows.read("employment", EMPLOYMENT, person.isPerson(EMPLOYMENT.PERSON_ID)),
        rows.read("lead", LEAD, person.isLead(LEAD.ID)),
        rows.read("stage", STAGE_ENTRY, person.isLead(STAGE_ENTRY.LEAD_ID)),
        rows.read("touch", TOUCH, person.isPerson(TOUCH.PERSON_ID)),
        rows.read("record", SOURCE_RECORD, SOURCE_RECORD.ID.in(records(person))),
        rows.read("tag", PERSON_TAG, person.isPerson(PERSON_TAG.PERSON_ID)),
        rows.read("merge", MERGE, merges(person)),
        rows.read("question", LIST_QUESTION, rows.mentions(person, LIST_QUESTION.TOLD)),
        rows.read("party", KNOWN_PARTY, person.isWay(KNOWN_PARTY.VALUE_KEY)));
  }

  @Override
  public Set<UUID> things(Subject person) {
    Set<UUID> things =
        new HashSet<>(dsl.select(MERGE.ID).from(MERGE).where(merges(person)).fetch(MERGE.ID));
    things.addAll(
        dsl.select(SUSPECT.ID)
            .from(SUSPECT)
            .where(person.isPerson(SUSPECT.ONE_ID).or(person.isPerson(SUSPECT.OTHER_ID)))
            .fetch(SUSPECT.ID));
    return things;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<String, Integer> erase(Subject person) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put("record", sourceRecords(person));
    counts.put("lead", leads(person));
    counts.put("stage", stages(person));
    counts.put("touch", touches(person));
    counts.put("identifier", identifiers(person));
    counts.put("merge", journal(person));
    counts.put("question", questions(person));
    counts.put(
        "party", dsl.deleteFrom(KNOWN_PARTY).where(person.isWay(KNOWN_PARTY.VALUE_KEY)).execute());
    counts.put("person", people(person));
    return counts;
  }

  /** A record lives on without its key: the same row again is about somebody new. */
  private int sourceRecords(Subject person) {
    dsl.select(SOURCE_RECORD.ID, SOURCE_RECORD.FIELDS)
        .from(SOURCE_RECORD)
        .where(SOURCE_RECORD.ID.in(records(person)))
        .fetch()
        .forEach(row ->
            dsl.update(SOURCE_RECORD)
                .set(SOURCE_RECORD.FIELDS, withoutIdentity(row.value2()))
                .where(SOURCE_RECORD.ID.eq(row.value1()))
                .execute());
    int changed =
        dsl.update(SOURCE_RECORD)
            .set(SOURCE_RECORD.RAW, NOTHING)
            .setNull(SOURCE_RECORD.IDENTITIES)
            .set(SOURCE_RECORD.CONTENT_HASH, new byte[0])
            .set(
                SOURCE_RECORD.SOURCE_KEY,
                when(
                    SOURCE_RECORD.SOURCE_KEY.isNotNull(),
                    concat(inline("erased:"), SOURCE_RECORD.ID.cast(String.class))))
            .where(SOURCE_RECORD.ID.in(records(person)))
            .execute();
    dsl.update(LINK).setNull(LINK.WEIGHTS).where(person.isPerson(LINK.PERSON_ID)).execute();
    rows.scrubNames(
        SOURCE_RECORD, SOURCE_RECORD.ID.in(records(person)), person, SOURCE_RECORD.FIELDS);
    return changed;
  }

  private JSONB withoutIdentity(JSONB fields) {
    Map<String, Object> told = json.readValue(fields.data(), TOLD);
    IDENTITY.forEach(fact -> told.remove(fact.word()));
    // A house's own fields hold what only the house knows.
    told.keySet().removeIf(name -> name.indexOf('.') > 0);
    return JSONB.valueOf(json.writeValueAsString(told));
  }

  private int leads(Subject person) {
    return dsl.update(LEAD)
        .setNull(LEAD.NOTE)
        .setNull(LEAD.CUSTOM)
        .setNull(LEAD.SOURCE_KEY)
        .setNull(LEAD.VERDICT_DETAIL)
        .where(person.isLead(LEAD.ID))
        .execute();
  }

  private int stages(Subject person) {
    return dsl.update(STAGE_ENTRY)
        .setNull(STAGE_ENTRY.REASON)
        .where(person.isLead(STAGE_ENTRY.LEAD_ID))
        .and(STAGE_ENTRY.REASON.isNotNull())
        .execute();
  }

  /** Of the detail only what figures are made of stays. */
  private int touches(Subject person) {
    int changed =
        dsl.update(TOUCH)
            .set(
                TOUCH.DETAIL,
                when(
                    TOUCH.DETAIL.isNotNull(),
                    jsonbObject(kept("link"), kept("form")).absentOnNull()))
            .setNull(TOUCH.CLICK_ID)
            .where(person.isPerson(TOUCH.PERSON_ID))
            .execute();
    rows.scrubNames(
        TOUCH,
        person.isPerson(TOUCH.PERSON_ID),
        person,
        TOUCH.UTM,
        TOUCH.KEYWORD,
        TOUCH.PLAN,
        TOUCH.UNIT);
    return changed;
  }

  private static JSONEntry<JSONB> kept(String word) {
    return key(word).value(jsonbGetAttribute(TOUCH.DETAIL, word));
  }

  private int identifiers(Subject person) {
    dsl.deleteFrom(PERSON_TAG).where(person.isPerson(PERSON_TAG.PERSON_ID)).execute();
    dsl.deleteFrom(REMOVED_TAG).where(person.isPerson(REMOVED_TAG.PERSON_ID)).execute();
    dsl.deleteFrom(EMPLOYMENT).where(person.isPerson(EMPLOYMENT.PERSON_ID)).execute();
    return dsl.deleteFrom(IDENTIFIER).where(person.isPerson(IDENTIFIER.PERSON_ID)).execute();
  }

  /** Ids stay where rows were moved; what the two were called goes, and what spoke for it. */
  private int journal(Subject person) {
    dsl.deleteFrom(SUSPECT)
        .where(person.isPerson(SUSPECT.ONE_ID).or(person.isPerson(SUSPECT.OTHER_ID)))
        .execute();
    dsl.deleteFrom(UNLOOKED).where(person.isPerson(UNLOOKED.PERSON_ID)).execute();
    return dsl.update(MERGE)
        .setNull(MERGE.SURVIVOR_NAME)
        .setNull(MERGE.MERGED_NAME)
        .set(MERGE.EVIDENCE, NONE)
        .set(MERGE.TAGS, NONE)
        .where(merges(person))
        .execute();
  }

  /** A row that still waits for a word would bring them in again: it is skipped. */
  private int questions(Subject person) {
    return dsl.update(LIST_QUESTION)
        .set(LIST_QUESTION.TOLD, NOTHING)
        .set(
            LIST_QUESTION.DECIDED_AT,
            coalesce(LIST_QUESTION.DECIDED_AT, val(clock.instant(), LIST_QUESTION.DECIDED_AT)))
        .set(LIST_QUESTION.DECISION, coalesce(LIST_QUESTION.DECISION, ListAction.SKIP.word()))
        .where(rows.mentions(person, LIST_QUESTION.TOLD))
        .execute();
  }

  private int people(Subject person) {
    return dsl.update(PERSON)
        .setNull(PERSON.NAME)
        .setNull(PERSON.TITLE)
        .setNull(PERSON.PHONE)
        .setNull(PERSON.EMAIL)
        .setNull(PERSON.COMPANY_ID)
        .setNull(PERSON.CITY)
        .setNull(PERSON.CUSTOM)
        .set(PERSON.SEARCH_TEXT, "")
        .set(PERSON.GRAMS, new Integer[0])
        .set(PERSON.ERASED_AT, clock.instant().truncatedTo(ChronoUnit.MICROS))
        .where(person.isPerson(PERSON.ID))
        .execute();
  }

  private static Condition merges(Subject person) {
    return person.isPerson(MERGE.SURVIVOR_ID).or(person.isPerson(MERGE.MERGED_ID));
  }

  private static Select<Record1<UUID>> records(Subject person) {
    return select(LINK.RECORD_ID).from(LINK).where(person.isPerson(LINK.PERSON_ID));
  }
}
