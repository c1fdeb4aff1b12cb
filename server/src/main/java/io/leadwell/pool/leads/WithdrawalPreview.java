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
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.selectOne;

import io.leadwell.pool.imports.UndoReport;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/**
 * Says what a {@link Withdrawal} would remove and keep, without touching anything. Everything is
 * asked of sets: asking of each lead for itself takes minutes on a large import.
 */
@Component
class WithdrawalPreview {

  private static final Field<UUID> OUR_LEAD = ours("lead_id");
  private static final Field<UUID> OUR_PERSON = ours("person_id");
  private static final Field<UUID> LONE_PERSON =
      field(name("nobody", "person_id"), SQLDataType.UUID);
  private static final Field<UUID> NAMED_COMPANY =
      field(name("named", "company_id"), SQLDataType.UUID);

  private final DSLContext dsl;

  WithdrawalPreview(DSLContext dsl) {
    this.dsl = dsl;
  }

  UndoReport of(UUID importId) {
    var ours = ours(importId);
    var others =
        selectDistinct(LINK.LEAD_ID)
            .from(LINK)
            .join(SOURCE_RECORD)
            .on(SOURCE_RECORD.ID.eq(LINK.RECORD_ID))
            .where(SOURCE_RECORD.IMPORT_ID.isDistinctFrom(importId))
            .and(tellsWithout(importId))
            .asTable("others");
    Condition alone = others.field(LINK.LEAD_ID).isNull();
    var counts =
        dsl.with(ours)
            .select(count(), count().filterWhere(alone))
            .from(ours)
            .leftJoin(others)
            .on(others.field(LINK.LEAD_ID).eq(OUR_LEAD))
            .fetchSingle();
    var nobody = peopleOfNobodyElse(importId, ours);
    long people = dsl.with(ours).with(nobody).select(count()).from(nobody).fetchSingle().value1();
    var records =
        select(SOURCE_RECORD.ID).from(SOURCE_RECORD).where(SOURCE_RECORD.IMPORT_ID.eq(importId));
    long touches =
        dsl.with(ours)
            .with(nobody)
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
    var named = named(importId, ours);
    long all = dsl.with(ours).with(named).select(count()).from(named).fetchSingle().value1();
    Set<UUID> going = all == 0 ? Set.of() : companiesOfNobodyElse(ours, named);
    if (!going.isEmpty()) {
      going.removeAll(companiesToldByOthers(importId, ours));
    }
    return Withdrawal.report(
        counts.value1(), counts.value2(), people, touches, going.size(), all - going.size());
  }

  /** Leads the import speaks of, with their people. */
  private static CommonTableExpression<Record2<UUID, UUID>> ours(UUID importId) {
    return name("ours")
        .fields("lead_id", "person_id")
        .as(
            select(LINK.LEAD_ID, LINK.PERSON_ID)
                .distinctOn(LINK.LEAD_ID)
                .from(LINK)
                .join(SOURCE_RECORD)
                .on(SOURCE_RECORD.ID.eq(LINK.RECORD_ID))
                .where(SOURCE_RECORD.IMPORT_ID.eq(importId))
                .and(LINK.LEAD_ID.isNotNull())
                .orderBy(LINK.LEAD_ID));
  }

  /** People whom no other record speaks of. */
  private static CommonTableExpression<Record1<UUID>> peopleOfNobodyElse(
      UUID importId, CommonTableExpression<Record2<UUID, UUID>> ours) {
    return name("nobody")
        .fields("person_id")
        .as(
            select(OUR_PERSON)
                .from(ours)
                .except(
                    select(LINK.PERSON_ID)
                        .from(LINK)
                        .join(SOURCE_RECORD)
                        .on(SOURCE_RECORD.ID.eq(LINK.RECORD_ID))
                        .where(SOURCE_RECORD.IMPORT_ID.isDistinctFrom(importId))
                        .and(tellsWithout(importId))
                        .and(LINK.PERSON_ID.in(select(OUR_PERSON).from(ours)))));
  }

  private CommonTableExpression<Record1<UUID>> named(UUID importId, Table<?> ours) {
    return name("named")
        .fields("company_id")
        .as(Withdrawal.companiesNamed(dsl, importId, ours, OUR_LEAD));
  }

  /** Those without leads, people and former employees beyond the import's own. */
  private Set<UUID> companiesOfNobodyElse(
      CommonTableExpression<Record2<UUID, UUID>> ours, CommonTableExpression<Record1<UUID>> named) {
    var among = select(NAMED_COMPANY).from(named);
    return new HashSet<>(
        dsl.with(ours)
            .with(named)
            .select(NAMED_COMPANY)
            .from(named)
            .except(
                select(LEAD.COMPANY_ID)
                    .from(LEAD)
                    .leftJoin(ours)
                    .on(OUR_LEAD.eq(LEAD.ID))
                    .where(LEAD.COMPANY_ID.in(among))
                    .and(OUR_LEAD.isNull())
                    .unionAll(
                        select(PERSON.COMPANY_ID)
                            .from(PERSON)
                            .leftJoin(ours)
                            .on(OUR_PERSON.eq(PERSON.ID))
                            .where(PERSON.COMPANY_ID.in(among))
                            .and(OUR_PERSON.isNull()))
                    .unionAll(
                        select(EMPLOYMENT.COMPANY_ID)
                            .from(EMPLOYMENT)
                            .leftJoin(ours)
                            .on(OUR_PERSON.eq(EMPLOYMENT.PERSON_ID))
                            .where(EMPLOYMENT.COMPANY_ID.in(among))
                            .and(OUR_PERSON.isNull())))
            .fetch(Record1::value1));
  }

  /** What remains to be said of the import's people, also by records that it had set aside. */
  private Set<UUID> companiesToldByOthers(
      UUID importId, CommonTableExpression<Record2<UUID, UUID>> ours) {
    String[] keys =
        dsl
            .with(ours)
            .selectDistinct(Withdrawal.COMPANY_TOLD)
            .from(LINK)
            .join(SOURCE_RECORD)
            .on(SOURCE_RECORD.ID.eq(LINK.RECORD_ID))
            .where(LINK.PERSON_ID.in(select(OUR_PERSON).from(ours)))
            .and(SOURCE_RECORD.IMPORT_ID.isDistinctFrom(importId))
            .and(tellsWithout(importId))
            .fetch(Record1::value1)
            .stream()
            .filter(Objects::nonNull)
            .filter(told -> !told.isEmpty())
            .map(CompanyStore::key)
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

  private static Field<UUID> ours(String column) {
    return field(name("ours", column), SQLDataType.UUID);
  }
}
