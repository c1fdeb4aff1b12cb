package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.COMPANY;
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
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.withRecursive;

import io.leadwell.base.platform.Database;
import io.leadwell.pool.imports.UndoReport;
import io.leadwell.tables.leads.tables.SourceRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes back everything the records of one import brought: as if the file had never been read.
 *
 * <p>A lead that other records speak of too (an edit, a deal, another file) stays and is folded
 * anew without the import; a record that the import had superseded lives again.
 */
@Component
class Withdrawal {

  private static final Table<?> GONE = table(name("withdrawn"));
  private static final Field<UUID> GONE_LEAD =
      field(name("withdrawn", "lead_id"), SQLDataType.UUID);
  private static final Field<UUID> GONE_PERSON =
      field(name("withdrawn", "person_id"), SQLDataType.UUID);
  private static final Field<UUID> GONE_COMPANY =
      field(name("withdrawn", "company_id"), SQLDataType.UUID);
  private static final Table<?> SUPERSEDED = table(name("superseded"));
  private static final Field<UUID> SUPERSEDED_RECORD =
      field(name("superseded", "record_id"), SQLDataType.UUID);
  private static final Field<UUID> SUPERSEDED_NEXT =
      field(name("superseded", "next_id"), SQLDataType.UUID);
  private static final int REFOLDED_AT_ONCE = 4_000;

  private final DSLContext dsl;
  private final Database database;
  private final Refolding refolding;
  private final StageLedger ledger;

  Withdrawal(DSLContext dsl, Database database, Refolding refolding, StageLedger ledger) {
    this.dsl = dsl;
    this.database = database;
    this.refolding = refolding;
    this.ledger = ledger;
  }

  UndoReport preview(UUID importId) {
    // Two sets joined: asking of each lead for itself takes minutes on a large import.
    var ours =
        select(LINK.LEAD_ID, LINK.PERSON_ID)
            .distinctOn(LINK.LEAD_ID)
            .from(LINK)
            .join(SOURCE_RECORD)
            .on(SOURCE_RECORD.ID.eq(LINK.RECORD_ID))
            .where(SOURCE_RECORD.IMPORT_ID.eq(importId))
            .and(LINK.LEAD_ID.isNotNull())
            .orderBy(LINK.LEAD_ID)
            .asTable("ours");
    var others =
        selectDistinct(LINK.LEAD_ID)
            .from(LINK)
            .join(SOURCE_RECORD)
            .on(SOURCE_RECORD.ID.eq(LINK.RECORD_ID))
            .where(SOURCE_RECORD.IMPORT_ID.isDistinctFrom(importId))
            .asTable("others");
    Condition alone = others.field(LINK.LEAD_ID).isNull();
    var counts =
        dsl.select(
                count(),
                count().filterWhere(alone),
                countDistinct(ours.field(LINK.PERSON_ID)).filterWhere(alone))
            .from(ours)
            .leftJoin(others)
            .on(others.field(LINK.LEAD_ID).eq(ours.field(LINK.LEAD_ID)))
            .fetchSingle();
    long touches = dsl.fetchCount(TOUCH, TOUCH.RECORD_ID.in(records(importId)));
    return report(counts.value1(), counts.value2(), counts.value3(), touches);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public UndoReport withdraw(UUID importId) {
    database.lock("leads.intake");
    dsl.createTemporaryTable(GONE)
        .as(
            selectDistinct(LINK.LEAD_ID, LINK.PERSON_ID, LEAD.COMPANY_ID)
                .from(LINK)
                .join(SOURCE_RECORD)
                .on(SOURCE_RECORD.ID.eq(LINK.RECORD_ID))
                .join(LEAD)
                .on(LEAD.ID.eq(LINK.LEAD_ID))
                .where(SOURCE_RECORD.IMPORT_ID.eq(importId)))
        .execute();
    rememberSuperseded(importId);
    // Nobody else looks at tables that live as long as this transaction.
    database.analyze(GONE);
    database.analyze(SUPERSEDED);
    long touches = removeWhatHangsOnRecords(importId);
    long leads =
        dsl.deleteFrom(LEAD)
            .where(LEAD.ID.in(select(GONE_LEAD).from(GONE)))
            .and(notExists(selectOne().from(LINK).where(LINK.LEAD_ID.eq(LEAD.ID))))
            .execute();
    long people =
        dsl.deleteFrom(PERSON)
            .where(PERSON.ID.in(select(GONE_PERSON).from(GONE)))
            .and(notExists(selectOne().from(LINK).where(LINK.PERSON_ID.eq(PERSON.ID))))
            .execute();
    restore(importId);
    removeEmptyCompanies();
    refoldWhoStays();
    long all = dsl.select(countDistinct(GONE_LEAD)).from(GONE).fetchSingle().value1();
    dsl.dropTemporaryTable(GONE).execute();
    dsl.dropTemporaryTable(SUPERSEDED).execute();
    return report(all, leads, people, touches);
  }

  private long removeWhatHangsOnRecords(UUID importId) {
    Select<Record1<UUID>> records = records(importId);
    dsl.deleteFrom(STAGE_ENTRY).where(STAGE_ENTRY.RECORD_ID.in(records)).execute();
    long touches = dsl.deleteFrom(TOUCH).where(TOUCH.RECORD_ID.in(records)).execute();
    dsl.deleteFrom(IDENTIFIER).where(IDENTIFIER.RECORD_ID.in(records)).execute();
    dsl.deleteFrom(EMPLOYMENT).where(EMPLOYMENT.RECORD_ID.in(records)).execute();
    dsl.deleteFrom(PERSON_TAG).where(PERSON_TAG.RECORD_ID.in(records)).execute();
    dsl.deleteFrom(LINK).where(LINK.RECORD_ID.in(records)).execute();
    return touches;
  }

  /**
   * Records of other sources that this import superseded, and by what they are superseded without
   * it: by the record that came after, or by nothing, and then they live again.
   */
  private void rememberSuperseded(UUID importId) {
    SourceRecord older = SOURCE_RECORD.as("older");
    SourceRecord ours = SOURCE_RECORD.as("ours");
    CommonTableExpression<Record2<UUID, UUID>> chain =
        name("chain")
            .fields("record_id", "next_id")
            .as(
                select(older.ID, ours.SUPERSEDED_BY)
                    .from(ours)
                    .join(older)
                    .on(older.SUPERSEDED_BY.eq(ours.ID))
                    .where(ours.IMPORT_ID.eq(importId))
                    .and(older.IMPORT_ID.isDistinctFrom(importId))
                    .unionAll(
                        select(
                                field(name("chain", "record_id"), SQLDataType.UUID),
                                ours.SUPERSEDED_BY)
                            .from(name("chain"))
                            .join(ours)
                            .on(ours.ID.eq(field(name("chain", "next_id"), SQLDataType.UUID)))
                            .where(ours.IMPORT_ID.eq(importId))));
    Field<UUID> next = field(name("chain", "next_id"), SQLDataType.UUID);
    dsl.createTemporaryTable(SUPERSEDED)
        .as(
            withRecursive(chain)
                .select(chain.fields())
                .from(chain)
                .whereNotExists(
                    selectOne()
                        .from(ours)
                        .where(ours.ID.eq(next))
                        .and(ours.IMPORT_ID.eq(importId))))
        .execute();
  }

  /** The unique key of a source row is free only once the newer record is gone. */
  private void restore(UUID importId) {
    dsl.update(SOURCE_RECORD)
        .set(SOURCE_RECORD.SUPERSEDED_BY, SUPERSEDED_NEXT)
        .from(SUPERSEDED)
        .where(SOURCE_RECORD.ID.eq(SUPERSEDED_RECORD))
        .and(SUPERSEDED_NEXT.isNotNull())
        .execute();
    dsl.deleteFrom(SOURCE_RECORD).where(SOURCE_RECORD.IMPORT_ID.eq(importId)).execute();
    Select<Record1<UUID>> alive =
        select(SUPERSEDED_RECORD).from(SUPERSEDED).where(SUPERSEDED_NEXT.isNull());
    dsl.update(SOURCE_RECORD)
        .setNull(SOURCE_RECORD.SUPERSEDED_BY)
        .where(SOURCE_RECORD.ID.in(alive))
        .execute();
    dsl.update(LINK).setNull(LINK.SUPERSEDED_AT).where(LINK.RECORD_ID.in(alive)).execute();
    dsl.update(TOUCH).setNull(TOUCH.WITHDRAWN_AT).where(TOUCH.RECORD_ID.in(alive)).execute();
    dsl.update(STAGE_ENTRY)
        .setNull(STAGE_ENTRY.WITHDRAWN_AT)
        .where(STAGE_ENTRY.RECORD_ID.in(alive))
        .execute();
  }

  private void removeEmptyCompanies() {
    dsl.deleteFrom(COMPANY)
        .where(COMPANY.ID.in(select(GONE_COMPANY).from(GONE)))
        .and(notExists(selectOne().from(LEAD).where(LEAD.COMPANY_ID.eq(COMPANY.ID))))
        .and(notExists(selectOne().from(PERSON).where(PERSON.COMPANY_ID.eq(COMPANY.ID))))
        .and(notExists(selectOne().from(EMPLOYMENT).where(EMPLOYMENT.COMPANY_ID.eq(COMPANY.ID))))
        .execute();
  }

  /**
   * Whoever the import spoke of and others speak of too, with all leads; a part at a time, as a
   * corrected file may have spoken of everybody.
   */
  private void refoldWhoStays() {
    List<UUID> people = new ArrayList<>();
    try (Stream<Record1<UUID>> rows =
        dsl.selectDistinct(GONE_PERSON)
            .from(GONE)
            .join(PERSON)
            .on(PERSON.ID.eq(GONE_PERSON))
            .orderBy(GONE_PERSON)
            .fetchSize(REFOLDED_AT_ONCE)
            .fetchStream()) {
      rows.forEach(row -> people.add(row.value1()));
    }
    for (int from = 0; from < people.size(); from += REFOLDED_AT_ONCE) {
      List<UUID> part = people.subList(from, Math.min(from + REFOLDED_AT_ONCE, people.size()));
      refolding.people(part);
      ledger.project(
          dsl.select(LEAD.ID)
              .from(LEAD)
              .where(LEAD.PERSON_ID.eq(any(part.toArray(UUID[]::new))))
              .fetch(LEAD.ID));
    }
  }

  private static Select<Record1<UUID>> records(UUID importId) {
    return select(SOURCE_RECORD.ID).from(SOURCE_RECORD).where(SOURCE_RECORD.IMPORT_ID.eq(importId));
  }

  private static UndoReport report(long all, long leads, long people, long touches) {
    Map<String, Long> removed = new LinkedHashMap<>();
    removed.put("leads", leads);
    removed.put("people", people);
    removed.put("touches", touches);
    return new UndoReport(
        removed,
        all > leads ? List.of(new UndoReport.Kept("leadsWithLaterWork", all - leads)) : List.of());
  }
}
