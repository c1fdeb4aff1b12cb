package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.COMPANY;
import static io.leadwell.tables.leads.Tables.EMPLOYMENT;
import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.LINK;
import static io.leadwell.tables.leads.Tables.PERSON;
import static io.leadwell.tables.leads.Tables.SOURCE_RECORD;
import static io.leadwell.tables.leads.Tables.STAGE_ENTRY;
import static io.leadwell.tables.leads.Tables.TOUCH;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.withRecursive;

import io.leadwell.base.platform.Database;
import io.leadwell.pool.imports.UndoReport;
import io.leadwell.tables.leads.tables.SourceRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.CommonTableExpression;
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

  static final Field<String> COMPANY_TOLD =
      jsonbGetAttributeAsText(SOURCE_RECORD.FIELDS, Fact.COMPANY.word());
  private static final Table<?> GONE = table(name("withdrawn"));
  private static final Field<UUID> GONE_LEAD =
      field(name("withdrawn", "lead_id"), SQLDataType.UUID);
  private static final Field<UUID> GONE_PERSON =
      field(name("withdrawn", "person_id"), SQLDataType.UUID);
  private static final Field<Instant> GONE_SINCE =
      field(name("withdrawn", "since"), SQLDataType.INSTANT);
  private static final Table<?> NAMED = table(name("withdrawn_company"));
  private static final Field<UUID> NAMED_COMPANY =
      field(name("withdrawn_company", "company_id"), SQLDataType.UUID);

  private static final Table<?> SUPERSEDED = table(name("superseded"));
  private static final Field<UUID> SUPERSEDED_RECORD =
      field(name("superseded", "record_id"), SQLDataType.UUID);
  private static final Field<UUID> SUPERSEDED_NEXT =
      field(name("superseded", "next_id"), SQLDataType.UUID);
  private static final int REFOLDED_AT_ONCE = 4_000;

  private final DSLContext dsl;
  private final Database database;
  private final Forgetting forgetting;
  private final Refolding refolding;
  private final CompanyStore companies;
  private final StageLedger ledger;

  Withdrawal(
      DSLContext dsl,
      Database database,
      Forgetting forgetting,
      Refolding refolding,
      CompanyStore companies,
      StageLedger ledger) {
    this.dsl = dsl;
    this.database = database;
    this.forgetting = forgetting;
    this.refolding = refolding;
    this.companies = companies;
    this.ledger = ledger;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public UndoReport withdraw(UUID importId) {
    database.lock("leads.intake");
    dsl.createTemporaryTable(GONE)
        .as(
            select(LINK.LEAD_ID, LINK.PERSON_ID, min(SOURCE_RECORD.RECEIVED_AT).as("since"))
                .from(LINK)
                .join(SOURCE_RECORD)
                .on(SOURCE_RECORD.ID.eq(LINK.RECORD_ID))
                .where(SOURCE_RECORD.IMPORT_ID.eq(importId))
                .groupBy(LINK.LEAD_ID, LINK.PERSON_ID))
        .execute();
    dsl.createTemporaryTable(NAMED).as(companiesNamed(dsl, importId, GONE, GONE_LEAD)).execute();
    rememberSuperseded(importId);
    // Nobody else looks at tables that live as long as this transaction.
    database.analyze(GONE);
    database.analyze(SUPERSEDED);
    long touches = forgetting.whatHangsOn(record -> record.in(records(importId)));
    restore(importId);
    Forgetting.Removed removed =
        forgetting.untold(select(GONE_LEAD).from(GONE), select(GONE_PERSON).from(GONE));
    refoldWhoStays();
    long emptied = companies.removeUnused(COMPANY.ID.in(select(NAMED_COMPANY).from(NAMED)));
    long all = dsl.select(countDistinct(GONE_LEAD)).from(GONE).fetchSingle().value1();
    long before = toldBefore();
    long named = dsl.fetchCount(NAMED);
    dsl.dropTemporaryTable(GONE).execute();
    dsl.dropTemporaryTable(SUPERSEDED).execute();
    dsl.dropTemporaryTable(NAMED).execute();
    return report(
        all,
        removed.leads(),
        before,
        removed.people(),
        touches + removed.touches(),
        emptied,
        named - emptied);
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

  /**
   * Companies that the import's records name, or that its leads came to stand under. A record that
   * was corrected since has no employment to show for it any more: then its name tells.
   */
  static Select<Record1<UUID>> companiesNamed(
      DSLContext dsl, UUID importId, Table<?> ours, Field<UUID> lead) {
    String[] corrected =
        dsl
            .selectDistinct(COMPANY_TOLD)
            .from(SOURCE_RECORD)
            .where(SOURCE_RECORD.IMPORT_ID.eq(importId))
            .and(SOURCE_RECORD.SUPERSEDED_BY.isNotNull())
            .fetch(Record1::value1)
            .stream()
            .filter(told -> told != null && !told.isEmpty())
            .flatMap(CompanyKeys::all)
            .toArray(String[]::new);
    return select(EMPLOYMENT.COMPANY_ID)
        .from(EMPLOYMENT)
        .join(SOURCE_RECORD)
        .on(SOURCE_RECORD.ID.eq(EMPLOYMENT.RECORD_ID))
        .where(SOURCE_RECORD.IMPORT_ID.eq(importId))
        .union(
            select(LEAD.COMPANY_ID)
                .from(LEAD)
                .join(ours)
                .on(lead.eq(LEAD.ID))
                .where(LEAD.COMPANY_ID.isNotNull()))
        .union(
            select(COMPANY.ID)
                .from(COMPANY)
                .where(COMPANY.NAME_KEY.eq(any(corrected)))
                .and(COMPANY.REDIRECT_TO.isNull()));
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

  /** Leads that others had told of before the import did: without it they are as they were. */
  private long toldBefore() {
    return dsl.select(countDistinct(GONE_LEAD))
        .from(GONE)
        .join(LINK)
        .on(LINK.LEAD_ID.eq(GONE_LEAD))
        .join(SOURCE_RECORD)
        .on(SOURCE_RECORD.ID.eq(LINK.RECORD_ID))
        .where(LINK.SUPERSEDED_AT.isNull())
        .and(SOURCE_RECORD.RECEIVED_AT.lt(GONE_SINCE))
        .fetchSingle()
        .value1();
  }

  /**
   * @param all leads the import speaks of
   * @param leads those that go with it
   * @param before those that were there before it
   */
  static UndoReport report(
      long all,
      long leads,
      long before,
      long people,
      long touches,
      long companies,
      long sharedCompanies) {
    Map<String, Long> removed = new LinkedHashMap<>();
    removed.put("leads", leads);
    removed.put("people", people);
    removed.put("companies", companies);
    removed.put("touches", touches);
    return new UndoReport(
        removed,
        kept("leadsWithLaterWork", all - leads - before).toList(),
        Stream.concat(kept("leadsOfBefore", before), kept("companiesOfOthers", sharedCompanies))
            .toList());
  }

  private static Stream<UndoReport.Kept> kept(String reason, long count) {
    return count > 0 ? Stream.of(new UndoReport.Kept(reason, count)) : Stream.empty();
  }
}
