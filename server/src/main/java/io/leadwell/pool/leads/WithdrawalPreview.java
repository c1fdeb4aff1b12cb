package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.COMPANY;
import static io.leadwell.tables.leads.Tables.EMPLOYMENT;
import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.LINK;
import static io.leadwell.tables.leads.Tables.PERSON;
import static io.leadwell.tables.leads.Tables.SOURCE_RECORD;
import static io.leadwell.tables.leads.Tables.TOUCH;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;

import io.leadwell.base.platform.Database;
import io.leadwell.pool.imports.UndoReport;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/**
 * Says what a {@link Withdrawal} would remove and keep, without touching anything. Everything is
 * asked of sets: asking of each lead for itself takes minutes on a large import.
 */
@Component
class WithdrawalPreview {

  /** Leads the import speaks of, with their people. */
  private static final Table<?> OURS = table(name("ours"));

  private static final Field<UUID> OUR_LEAD = field(name("ours", "lead_id"), SQLDataType.UUID);
  private static final Field<UUID> OUR_PERSON = field(name("ours", "person_id"), SQLDataType.UUID);
  private static final Field<Instant> OUR_SINCE =
      field(name("ours", "received_at"), SQLDataType.INSTANT);
  private static final Field<UUID> LONE_PERSON =
      field(name("nobody", "person_id"), SQLDataType.UUID);
  private static final Field<UUID> NAMED_COMPANY =
      field(name("named", "company_id"), SQLDataType.UUID);

  private final DSLContext dsl;
  private final Database database;

  WithdrawalPreview(DSLContext dsl, Database database) {
    this.dsl = dsl;
    this.database = database;
  }

  UndoReport of(UUID importId) {
    rememberOurs(importId);
    UndoReport report = report(importId);
    dsl.dropTemporaryTable(OURS).execute();
    return report;
  }

  /**
   * How many they are is known to the planner only of a table: after a crash it knows nothing of
   * the others, took a subquery for a row or two, and went through all of it for each lead.
   */
  private void rememberOurs(UUID importId) {
    dsl.createTemporaryTable(OURS)
        .as(
            select(LINK.LEAD_ID, LINK.PERSON_ID, SOURCE_RECORD.RECEIVED_AT)
                .distinctOn(LINK.LEAD_ID)
                .from(LINK)
                .join(SOURCE_RECORD)
                .on(SOURCE_RECORD.ID.eq(LINK.RECORD_ID))
                .where(SOURCE_RECORD.IMPORT_ID.eq(importId))
                .and(LINK.LEAD_ID.isNotNull())
                .orderBy(LINK.LEAD_ID, SOURCE_RECORD.RECEIVED_AT))
        .execute();
    database.analyze(OURS);
  }

  private UndoReport report(UUID importId) {
    Field<Instant> first = min(SOURCE_RECORD.RECEIVED_AT).as("first");
    var others =
        select(LINK.LEAD_ID, first)
            .from(LINK)
            .join(SOURCE_RECORD)
            .on(SOURCE_RECORD.ID.eq(LINK.RECORD_ID))
            .where(SOURCE_RECORD.IMPORT_ID.isDistinctFrom(importId))
            .and(tellsWithout(importId))
            .groupBy(LINK.LEAD_ID)
            .asTable("others");
    Condition before = Objects.requireNonNull(others.field(first)).lt(OUR_SINCE);
    Condition alone = others.field(LINK.LEAD_ID).isNull();
    var counts =
        dsl.select(count(), count().filterWhere(alone), count().filterWhere(before))
            .from(OURS)
            .leftJoin(others)
            .on(others.field(LINK.LEAD_ID).eq(OUR_LEAD))
            .fetchSingle();
    var nobody = peopleOfNobodyElse(importId);
    long people = dsl.with(nobody).select(count()).from(nobody).fetchSingle().value1();
    var records =
        select(SOURCE_RECORD.ID).from(SOURCE_RECORD).where(SOURCE_RECORD.IMPORT_ID.eq(importId));
    long touches =
        dsl.with(nobody)
            .select(count())
            .from(
                select(TOUCH.ID)
                    .from(TOUCH)
                    .where(TOUCH.RECORD_ID.in(records))
                    .union(
                        select(TOUCH.ID)
                            .from(TOUCH)
                            .where(TOUCH.PERSON_ID.in(select(LONE_PERSON).from(nobody)))))
            .fetchSingle()
            .value1();
    var named = named(importId);
    long all = dsl.with(named).select(count()).from(named).fetchSingle().value1();
    Set<UUID> going = all == 0 ? Set.of() : companiesOfNobodyElse(named);
    if (!going.isEmpty()) {
      going.removeAll(companiesToldByOthers(importId));
    }
    return Withdrawal.report(
        counts.value1(),
        counts.value2(),
        counts.value3(),
        people,
        touches,
        going.size(),
        all - going.size());
  }

  /** People whom no other record speaks of. */
  private static CommonTableExpression<Record1<UUID>> peopleOfNobodyElse(UUID importId) {
    return name("nobody")
        .fields("person_id")
        .as(
            select(OUR_PERSON)
                .from(OURS)
                .except(
                    select(LINK.PERSON_ID)
                        .from(LINK)
                        .join(SOURCE_RECORD)
                        .on(SOURCE_RECORD.ID.eq(LINK.RECORD_ID))
                        .where(SOURCE_RECORD.IMPORT_ID.isDistinctFrom(importId))
                        .and(tellsWithout(importId))
                        .and(LINK.PERSON_ID.in(select(OUR_PERSON).from(OURS)))));
  }

  private CommonTableExpression<Record1<UUID>> named(UUID importId) {
    return name("named")
        .fields("company_id")
        .as(Withdrawal.companiesNamed(dsl, importId, OURS, OUR_LEAD));
  }

  /** Those without leads, people and former employees beyond the import's own. */
  private Set<UUID> companiesOfNobodyElse(CommonTableExpression<Record1<UUID>> named) {
    var among = select(NAMED_COMPANY).from(named);
    return new HashSet<>(
        dsl.with(named)
            .select(NAMED_COMPANY)
            .from(named)
            .except(
                select(LEAD.COMPANY_ID)
                    .from(LEAD)
                    .leftJoin(OURS)
                    .on(OUR_LEAD.eq(LEAD.ID))
                    .where(LEAD.COMPANY_ID.in(among))
                    .and(OUR_LEAD.isNull())
                    .unionAll(
                        select(PERSON.COMPANY_ID)
                            .from(PERSON)
                            .leftJoin(OURS)
                            .on(OUR_PERSON.eq(PERSON.ID))
                            .where(PERSON.COMPANY_ID.in(among))
                            .and(OUR_PERSON.isNull()))
                    .unionAll(
                        select(EMPLOYMENT.COMPANY_ID)
                            .from(EMPLOYMENT)
                            .leftJoin(OURS)
                            .on(OUR_PERSON.eq(EMPLOYMENT.PERSON_ID))
                            .where(EMPLOYMENT.COMPANY_ID.in(among))
                            .and(OUR_PERSON.isNull())))
            .fetch(Record1::value1));
  }

  /** What remains to be said of the import's people, also by records that it had set aside. */
  private Set<UUID> companiesToldByOthers(UUID importId) {
    String[] keys =
        dsl
            .selectDistinct(Withdrawal.COMPANY_TOLD)
            .from(LINK)
            .join(SOURCE_RECORD)
            .on(SOURCE_RECORD.ID.eq(LINK.RECORD_ID))
            .where(LINK.PERSON_ID.in(select(OUR_PERSON).from(OURS)))
            .and(SOURCE_RECORD.IMPORT_ID.isDistinctFrom(importId))
            .and(tellsWithout(importId))
            .fetch(Record1::value1)
            .stream()
            .filter(Objects::nonNull)
            .filter(told -> !told.isEmpty())
            .flatMap(CompanyKeys::all)
            .toArray(String[]::new);
    return keys.length == 0
        ? Set.of()
        : dsl.select(COMPANY.ID)
            .from(COMPANY)
            .where(COMPANY.NAME_KEY.eq(any(keys)))
            .fetchSet(COMPANY.ID);
  }

  /** A record that is live, or lives again once the import is gone. */
  private static Condition tellsWithout(UUID importId) {
    var newer = SOURCE_RECORD.as("newer");
    return LINK.SUPERSEDED_AT
        .isNull()
        .or(
            exists(
                selectOne()
                    .from(newer)
                    .where(newer.ID.eq(SOURCE_RECORD.SUPERSEDED_BY))
                    .and(newer.IMPORT_ID.eq(importId))
                    .and(newer.SUPERSEDED_BY.isNull())));
  }
}
