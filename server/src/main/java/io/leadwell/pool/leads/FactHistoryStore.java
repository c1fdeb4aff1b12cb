package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.LINK;
import static io.leadwell.tables.leads.Tables.SOURCE_RECORD;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.select;

import io.leadwell.tables.leads.tables.Link;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What records ever told of a field: those that count, and those that were replaced or withdrawn.
 */
@Component
class FactHistoryStore {

  private static final int MOST = 500;

  /** A record's word on a field. */
  record Once(
      UUID recordId,
      @Nullable UUID leadId,
      String value,
      String source,
      @Nullable UUID actor,
      Instant at,
      boolean live,
      boolean replaced,
      boolean chosen) {}

  private final DSLContext dsl;

  FactHistoryStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  /**
   * The newest first.
   *
   * @param everyone who this person is, by every id
   */
  List<Once> told(String name, Set<UUID> everyone, UUID person) {
    Link now = LINK.as("now");
    Field<String> value = jsonbGetAttributeAsText(SOURCE_RECORD.FIELDS, name).as("value");
    Field<Boolean> chosen =
        field(jsonbGetAttributeAsText(SOURCE_RECORD.RAW, Editing.CHOSEN).isNotNull()).as("chosen");
    return dsl.select(
            SOURCE_RECORD.ID,
            now.LEAD_ID,
            value,
            SOURCE_RECORD.SOURCE,
            SOURCE_RECORD.ACTOR_ID,
            SOURCE_RECORD.RECEIVED_AT,
            field(now.ID.isNotNull()),
            field(SOURCE_RECORD.SUPERSEDED_BY.isNotNull()),
            chosen,
            field(
                select(LINK.LEAD_ID)
                    .from(LINK)
                    .where(LINK.RECORD_ID.eq(SOURCE_RECORD.ID))
                    .and(LINK.PERSON_ID.eq(any(everyone.toArray(UUID[]::new))))
                    .orderBy(LINK.LINKED_AT.desc(), LINK.ID.desc())
                    .limit(1)))
        .from(SOURCE_RECORD)
        .leftJoin(now)
        .on(now.RECORD_ID.eq(SOURCE_RECORD.ID))
        .and(now.SUPERSEDED_AT.isNull())
        .where(
            SOURCE_RECORD.ID.in(
                select(LINK.RECORD_ID)
                    .from(LINK)
                    .where(LINK.PERSON_ID.eq(any(everyone.toArray(UUID[]::new))))))
        .and(jsonbGetAttributeAsText(SOURCE_RECORD.FIELDS, name).isNotNull())
        // What stands with somebody else by now is no word on this person.
        .and(now.ID.isNull().or(now.PERSON_ID.eq(person)))
        .orderBy(SOURCE_RECORD.RECEIVED_AT.desc(), SOURCE_RECORD.ID.desc())
        .limit(MOST)
        .fetch(row ->
            new Once(
                row.value1(),
                row.value7() ? row.value2() : row.value10(),
                row.value3(),
                row.value4(),
                row.value5(),
                row.value6(),
                row.value7(),
                row.value8(),
                row.value9()));
  }
}
