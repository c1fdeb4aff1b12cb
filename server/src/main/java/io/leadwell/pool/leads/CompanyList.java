package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.COMPANY;
import static io.leadwell.tables.leads.Tables.COMPANY_FIGURES;
import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.PERSON;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;

import io.leadwell.base.platform.Page;
import io.leadwell.base.workspace.Visible;
import io.leadwell.kernel.matching.Folding;
import io.leadwell.pool.fields.FieldEntity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists of companies with what their leads amount to. */
@Component
class CompanyList {

  private static final int COUNT_UP_TO = 100_000;

  /** What the visible leads of a company amount to. */
  private record Totals(
      int people, int leads, int won, long revenueFen, @Nullable Instant lastTouch) {

    static final Totals NONE = new Totals(0, 0, 0, 0, null);
  }

  private final DSLContext dsl;

  CompanyList(DSLContext dsl) {
    this.dsl = dsl;
  }

  Page<CompanyRow> page(
      CompanyFilter filter,
      CompanyOrder order,
      Visible visible,
      @Nullable String cursor,
      int limit) {
    Condition wanted = conditions(filter, visible);
    CompanyOrdering<?> ordering = CompanyOrdering.of(order, visible);
    var rows =
        dsl.select(COMPANY.fields())
            .select(ordering.sort())
            .from(ordering.companies())
            .where(wanted)
            .and(ordering.beyond(cursor))
            .orderBy(ordering.fields())
            .limit(limit + 1)
            .fetch();
    boolean more = rows.size() > limit;
    List<Record> shown = rows.stream().limit(limit).map(Record.class::cast).toList();
    Map<UUID, Totals> totals =
        totals(shown.stream().map(r -> r.get(COMPANY.ID)).toArray(UUID[]::new), visible);
    String next = more ? ordering.cursorAfter(shown.getLast()) : null;
    int total = dsl.fetchCount(selectOne().from(COMPANY).where(wanted).limit(COUNT_UP_TO));
    return new Page<>(
        shown.stream().map(r -> view(r, totals)).toList(), next, total, total >= COUNT_UP_TO);
  }

  @Nullable CompanyRow find(UUID id, Visible visible) {
    return dsl.select(COMPANY.fields())
        .from(COMPANY)
        .where(COMPANY.ID.eq(id))
        .and(visible(visible))
        .fetchOne(r -> view(r, totals(new UUID[] {id}, visible)));
  }

  List<Companies.Colleague> people(UUID company, Visible visible, int limit) {
    return dsl.select(PERSON.ID, PERSON.NAME, PERSON.TITLE, LEAD.ID, LEAD.SOURCE_KEY, LEAD.STAGE)
        .distinctOn(PERSON.ID)
        .from(PERSON)
        .join(LEAD)
        .on(LEAD.PERSON_ID.eq(PERSON.ID))
        .where(LEAD.COMPANY_ID.eq(company))
        .and(LeadConditions.visible(visible))
        .orderBy(PERSON.ID, LEAD.FIRST_CONTACT_AT.desc())
        .limit(limit)
        .fetch(r ->
            new Companies.Colleague(
                r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6()));
  }

  private Map<UUID, Totals> totals(UUID[] companies, Visible visible) {
    Map<UUID, Totals> totals = new HashMap<>();
    dsl.select(
            LEAD.COMPANY_ID,
            countDistinct(LEAD.PERSON_ID),
            count(),
            count().filterWhere(LEAD.WON_AT.isNotNull()),
            sum(LEAD.REVENUE_FEN),
            max(LEAD.LAST_TOUCH_AT))
        .from(LEAD)
        .where(LEAD.COMPANY_ID.eq(any(companies)))
        .and(LeadConditions.visible(visible))
        .groupBy(LEAD.COMPANY_ID)
        .forEach(r ->
            totals.put(
                r.value1(),
                new Totals(
                    r.value2(),
                    r.value3(),
                    r.value4(),
                    Objects.requireNonNullElse(r.value5(), BigDecimal.ZERO).longValueExact(),
                    r.value6())));
    return totals;
  }

  private static Condition conditions(CompanyFilter filter, Visible visible) {
    return COMPANY
        .REDIRECT_TO
        .isNull()
        .and(withLeads(visible))
        .and(search(filter.search()))
        .and(filter.province() == null ? noCondition() : COMPANY.PROVINCE.eq(filter.province()))
        .and(filter.industry() == null ? noCondition() : COMPANY.INDUSTRY.eq(filter.industry()))
        .and(customer(filter.customer()))
        .and(
            filter.custom().stream()
                .map(asked -> asked.on(COMPANY.CUSTOM))
                .reduce(noCondition(), Condition::and));
  }

  private static Condition search(@Nullable String typed) {
    if (typed == null || typed.isBlank()) {
      return noCondition();
    }
    // The key has no blanks and brackets: so a name is found in whatever spelling.
    Condition byKey = byKey(CompanyKeys.of(typed));
    // Part of a legal form is no form: 有限责任 is in no key; and companies of old have old keys.
    String former = Folding.key(typed);
    return former.equals(CompanyKeys.of(typed)) ? byKey : byKey.or(byKey(former));
  }

  private static Condition byKey(String key) {
    Condition inName = COMPANY.NAME_KEY.contains(key);
    Integer[] grams = SearchText.query(key).grams();
    return grams.length == 0 ? inName : COMPANY.GRAMS.contains(grams).and(inName);
  }

  private static Condition customer(@Nullable Boolean customer) {
    if (customer == null) {
      return noCondition();
    }
    Condition won =
        exists(
            selectOne()
                .from(LEAD)
                .where(LEAD.COMPANY_ID.eq(COMPANY.ID))
                .and(LEAD.WON_AT.isNotNull()));
    return customer ? won : not(won);
  }

  /** Companies that no lead names any more wait unseen for the undo of what corrected them. */
  private static Condition withLeads(Visible visible) {
    return visible instanceof Visible.Everything
        ? COMPANY.ID.in(
            select(COMPANY_FIGURES.COMPANY_ID)
                .from(COMPANY_FIGURES)
                .where(COMPANY_FIGURES.LEADS.gt(0L)))
        : visible(visible);
  }

  private static Condition visible(Visible visible) {
    return visible instanceof Visible.Everything
        ? noCondition()
        : exists(
            selectOne()
                .from(LEAD)
                .where(LEAD.COMPANY_ID.eq(COMPANY.ID))
                .and(LeadConditions.visible(visible)));
  }

  private static CompanyRow view(Record r, Map<UUID, Totals> byCompany) {
    Totals totals = byCompany.getOrDefault(r.get(COMPANY.ID), Totals.NONE);
    return new CompanyRow(
        r.get(COMPANY.ID),
        r.get(COMPANY.NAME),
        r.get(COMPANY.INDUSTRY),
        r.get(COMPANY.SIZE_BAND),
        r.get(COMPANY.PROVINCE),
        r.get(COMPANY.CITY),
        r.get(COMPANY.DOMAIN),
        r.get(COMPANY.USCC),
        totals.people(),
        totals.leads(),
        totals.won(),
        totals.revenueFen(),
        totals.lastTouch(),
        r.get(COMPANY.CREATED_AT),
        CustomValues.read(FieldEntity.COMPANY, r.get(COMPANY.CUSTOM)));
  }
}
