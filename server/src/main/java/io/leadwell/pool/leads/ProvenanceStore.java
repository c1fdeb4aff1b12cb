package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.LINK;
import static io.leadwell.tables.leads.Tables.PERSON;
import static io.leadwell.tables.leads.Tables.SOURCE_RECORD;

import io.leadwell.base.platform.Ids;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The records that a person is made of. */
@Component
class ProvenanceStore {

  /** A record with why it is this person's. */
  record Told(
      UUID recordId,
      @Nullable UUID leadId,
      String source,
      @Nullable UUID importId,
      @Nullable Long row,
      int rank,
      Instant receivedAt,
      String decision,
      String rule,
      JSONB fields,
      @Nullable JSONB identities) {}

  private final DSLContext dsl;

  ProvenanceStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** The oldest first. */
  List<Told> of(UUID person) {
    return dsl.select(
            SOURCE_RECORD.ID,
            LINK.LEAD_ID,
            SOURCE_RECORD.SOURCE,
            SOURCE_RECORD.IMPORT_ID,
            SOURCE_RECORD.ROW_NUMBER,
            SOURCE_RECORD.RANK,
            SOURCE_RECORD.RECEIVED_AT,
            LINK.DECISION,
            LINK.RULE,
            SOURCE_RECORD.FIELDS,
            SOURCE_RECORD.IDENTITIES)
        .from(LINK)
        .join(SOURCE_RECORD)
        .on(SOURCE_RECORD.ID.eq(LINK.RECORD_ID))
        .where(LINK.PERSON_ID.eq(person))
        .and(LINK.SUPERSEDED_AT.isNull())
        .orderBy(SOURCE_RECORD.RECEIVED_AT, SOURCE_RECORD.ID)
        .fetch(row ->
            new Told(
                row.value1(),
                row.value2(),
                row.value3(),
                row.value4(),
                row.value5(),
                row.value6(),
                row.value7(),
                row.value8(),
                row.value9(),
                row.value10(),
                row.value11()));
  }

  /** Somebody about whom nothing is told yet. */
  UUID somebody(Instant now) {
    UUID id = Ids.next();
    dsl.insertInto(PERSON).set(PERSON.ID, id).set(PERSON.CREATED_AT, now).execute();
    return id;
  }

  /** A lead of theirs of which nothing is told yet. */
  UUID lead(UUID person, Instant at) {
    UUID id = Ids.next();
    dsl.insertInto(LEAD)
        .set(LEAD.ID, id)
        .set(LEAD.PERSON_ID, person)
        .set(LEAD.FIRST_CONTACT_AT, at)
        .set(LEAD.LAST_TOUCH_AT, at)
        .set(LEAD.STAGE, Stage.LEAD.word())
        .set(LEAD.STAGE_SINCE, at)
        .execute();
    return id;
  }
}
