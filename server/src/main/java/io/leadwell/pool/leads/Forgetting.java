package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.EMPLOYMENT;
import static io.leadwell.tables.leads.Tables.IDENTIFIER;
import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.LINK;
import static io.leadwell.tables.leads.Tables.PERSON;
import static io.leadwell.tables.leads.Tables.PERSON_TAG;
import static io.leadwell.tables.leads.Tables.SOURCE_RECORD;
import static io.leadwell.tables.leads.Tables.STAGE_ENTRY;
import static io.leadwell.tables.leads.Tables.TOUCH;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;

import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/**
 * Removes what no live record speaks of any more. An edit that was undone is no reason to keep a
 * lead; it goes with it. Runs under the intake lock.
 */
@Component
class Forgetting {

  /** How much went. */
  record Removed(long leads, long people, long touches) {}

  private static final Table<?> UNTOLD = table(name("untold"));
  private static final Field<UUID> UNTOLD_LEAD = field(name("untold", "id"), SQLDataType.UUID);
  private static final Table<?> NOBODY = table(name("nobody"));
  private static final Field<UUID> NOBODY_PERSON = field(name("nobody", "id"), SQLDataType.UUID);

  private final DSLContext dsl;

  Forgetting(DSLContext dsl) {
    this.dsl = dsl;
  }

  /**
   * Removes what was written because of these records; the records themselves stay.
   *
   * @return how many touches went
   */
  long whatHangsOn(Function<Field<UUID>, Condition> records) {
    dsl.deleteFrom(STAGE_ENTRY).where(records.apply(STAGE_ENTRY.RECORD_ID)).execute();
    long touches = dsl.deleteFrom(TOUCH).where(records.apply(TOUCH.RECORD_ID)).execute();
    dsl.deleteFrom(IDENTIFIER).where(records.apply(IDENTIFIER.RECORD_ID)).execute();
    dsl.deleteFrom(EMPLOYMENT).where(records.apply(EMPLOYMENT.RECORD_ID)).execute();
    dsl.deleteFrom(PERSON_TAG).where(records.apply(PERSON_TAG.RECORD_ID)).execute();
    dsl.deleteFrom(LINK).where(records.apply(LINK.RECORD_ID)).execute();
    return touches;
  }

  /** Removes those of these leads and people that nothing speaks of. */
  Removed untold(Select<Record1<UUID>> leads, Select<Record1<UUID>> people) {
    dsl.createTemporaryTable(UNTOLD)
        .as(
            select(LEAD.ID)
                .from(LEAD)
                .where(LEAD.ID.in(leads))
                .and(
                    notExists(
                        selectOne()
                            .from(LINK)
                            .where(LINK.LEAD_ID.eq(LEAD.ID))
                            .and(LINK.SUPERSEDED_AT.isNull()))))
        .execute();
    long touches = undone(LINK.LEAD_ID.in(select(UNTOLD_LEAD).from(UNTOLD)));
    // What somebody did who stays, waits for the next lead of theirs.
    dsl.update(TOUCH)
        .setNull(TOUCH.LEAD_ID)
        .where(TOUCH.LEAD_ID.in(select(UNTOLD_LEAD).from(UNTOLD)))
        .execute();
    long gone = dsl.deleteFrom(LEAD).where(LEAD.ID.in(select(UNTOLD_LEAD).from(UNTOLD))).execute();
    dsl.dropTemporaryTable(UNTOLD).execute();
    dsl.createTemporaryTable(NOBODY)
        .as(
            select(PERSON.ID)
                .from(PERSON)
                .where(PERSON.ID.in(people))
                .and(notExists(selectOne().from(LEAD).where(LEAD.PERSON_ID.eq(PERSON.ID))))
                .and(
                    notExists(
                        selectOne()
                            .from(LINK)
                            .where(LINK.PERSON_ID.eq(PERSON.ID))
                            .and(LINK.SUPERSEDED_AT.isNull()))))
        .execute();
    Select<Record1<UUID>> nobody = select(NOBODY_PERSON).from(NOBODY);
    touches += undone(LINK.PERSON_ID.in(nobody));
    touches += dsl.deleteFrom(TOUCH).where(TOUCH.PERSON_ID.in(nobody)).execute();
    dsl.deleteFrom(IDENTIFIER).where(IDENTIFIER.PERSON_ID.in(nobody)).execute();
    dsl.deleteFrom(EMPLOYMENT).where(EMPLOYMENT.PERSON_ID.in(nobody)).execute();
    long gonePeople = dsl.deleteFrom(PERSON).where(PERSON.ID.in(nobody)).execute();
    dsl.dropTemporaryTable(NOBODY).execute();
    return new Removed(gone, gonePeople, touches);
  }

  /** Edits that were undone leave with what they had been about. */
  private long undone(Condition links) {
    UUID[] records =
        dsl.selectDistinct(LINK.RECORD_ID)
            .from(LINK)
            .where(links)
            .fetch(LINK.RECORD_ID)
            .toArray(UUID[]::new);
    if (records.length == 0) {
      return 0;
    }
    long touches = whatHangsOn(record -> record.eq(any(records)));
    dsl.deleteFrom(SOURCE_RECORD).where(SOURCE_RECORD.ID.eq(any(records))).execute();
    return touches;
  }
}
