package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.COMPANY;
import static io.leadwell.tables.leads.Tables.COMPANY_FIGURES;
import static io.leadwell.tables.leads.Tables.LEAD;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import io.leadwell.base.platform.Cursor;
import io.leadwell.base.platform.PlatformProblem;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Visible;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SortField;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * How a list of companies is ordered for a reader, and where its next page begins. Who sees every
 * lead reads the figures that are kept; who sees some gets the order of what those amount to.
 */
final class CompanyOrdering<T> {

  /** Names of Chinese companies are looked up by their pinyin. */
  private static final String BY_PINYIN = "zh-x-icu";

  private final Table<?> companies;
  private final Field<T> sort;
  private final Field<UUID> id;
  private final boolean descending;
  private final Function<String, T> read;

  private CompanyOrdering(
      Table<?> companies,
      Field<T> sort,
      Field<UUID> id,
      boolean descending,
      Function<String, T> read) {
    this.companies = companies;
    this.sort = sort;
    this.id = id;
    this.descending = descending;
    this.read = read;
  }

  static CompanyOrdering<?> of(CompanyOrder order, Visible visible) {
    boolean descending = order.descending();
    return switch (order.sort()) {
      case CREATED_AT ->
          new CompanyOrdering<>(
              COMPANY, COMPANY.CREATED_AT, COMPANY.ID, descending, Instant::parse);
      case NAME ->
          new CompanyOrdering<>(
              COMPANY, COMPANY.NAME.collate(BY_PINYIN), COMPANY.ID, descending, name -> name);
      case LEADS -> byFigure(COMPANY_FIGURES.LEADS, visible, descending, Long::valueOf);
      case REVENUE -> byFigure(COMPANY_FIGURES.REVENUE_FEN, visible, descending, Long::valueOf);
      case LAST_TOUCH_AT ->
          byFigure(COMPANY_FIGURES.LAST_TOUCH_AT, visible, descending, Instant::parse);
    };
  }

  private static <T> CompanyOrdering<T> byFigure(
      Field<T> figure, Visible visible, boolean descending, Function<String, T> read) {
    Table<?> figures = visible instanceof Visible.Everything ? COMPANY_FIGURES : figuresOf(visible);
    Field<UUID> id = figures.field(COMPANY_FIGURES.COMPANY_ID);
    return new CompanyOrdering<>(
        COMPANY.join(figures).on(id.eq(COMPANY.ID)), figures.field(figure), id, descending, read);
  }

  private static Table<?> figuresOf(Visible visible) {
    return select(
            LEAD.COMPANY_ID.as(COMPANY_FIGURES.COMPANY_ID),
            count().cast(Long.class).as(COMPANY_FIGURES.LEADS),
            coalesce(sum(LEAD.REVENUE_FEN), 0).cast(Long.class).as(COMPANY_FIGURES.REVENUE_FEN),
            max(LEAD.LAST_TOUCH_AT).as(COMPANY_FIGURES.LAST_TOUCH_AT))
        .from(LEAD)
        .where(LEAD.COMPANY_ID.isNotNull())
        .and(LeadConditions.visible(visible))
        .groupBy(LEAD.COMPANY_ID)
        .asTable("figures");
  }

  Table<?> companies() {
    return companies;
  }

  Field<T> sort() {
    return sort;
  }

  List<SortField<?>> fields() {
    return descending ? List.of(sort.desc(), id.desc()) : List.of(sort.asc(), id.asc());
  }

  Condition beyond(@Nullable String cursor) {
    List<String> after = Cursor.values(cursor, 2);
    if (after == null) {
      return noCondition();
    }
    try {
      T value = read.apply(after.getFirst());
      UUID company = UUID.fromString(after.get(1));
      return descending ? row(sort, id).lt(value, company) : row(sort, id).gt(value, company);
    } catch (DateTimeParseException | IllegalArgumentException e) {
      throw new Problem(PlatformProblem.STALE_CURSOR);
    }
  }

  String cursorAfter(Record last) {
    return Cursor.of(List.of(String.valueOf(last.get(sort)), last.get(COMPANY.ID).toString()));
  }
}
