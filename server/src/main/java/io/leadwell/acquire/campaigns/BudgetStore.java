package io.leadwell.acquire.campaigns;

import static io.leadwell.tables.campaigns.Tables.BUDGET;
import static io.leadwell.tables.campaigns.Tables.SPEND;
import static io.leadwell.tables.campaigns.Tables.SPEND_DAY;
import static org.jooq.impl.DSL.month;
import static org.jooq.impl.DSL.sum;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Rows of budgets, and the spend beside them. */
@Repository
class BudgetStore {

  private final DSLContext dsl;

  BudgetStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  List<Budget> of(Year year) {
    return dsl.select(BUDGET.MONTH, BUDGET.CHANNEL_ID, BUDGET.AMOUNT_FEN)
        .from(BUDGET)
        .where(BUDGET.MONTH.between(first(year), last(year)))
        .orderBy(BUDGET.MONTH, BUDGET.CHANNEL_ID)
        .fetch(r -> new Budget(YearMonth.from(r.value1()), r.value2(), r.value3()));
  }

  /** Spend of the year by month and channel, each as a {@link Budget}-shaped sum. */
  List<Budget> spent(Year year) {
    var monthOfYear = month(SPEND_DAY.DAY);
    return dsl.select(monthOfYear, SPEND.CHANNEL_ID, sum(SPEND_DAY.AMOUNT_FEN).cast(Long.class))
        .from(SPEND_DAY)
        .join(SPEND)
        .on(SPEND.ID.eq(SPEND_DAY.SPEND_ID))
        .where(SPEND_DAY.DAY.between(first(year), last(year)))
        .groupBy(monthOfYear, SPEND.CHANNEL_ID)
        .fetch(r -> new Budget(year.atMonth(r.value1()), r.value2(), r.value3()));
  }

  void put(Budget budget) {
    dsl.insertInto(BUDGET)
        .set(BUDGET.MONTH, budget.month().atDay(1))
        .set(BUDGET.CHANNEL_ID, budget.channelId())
        .set(BUDGET.AMOUNT_FEN, budget.amountFen())
        .onConflict(BUDGET.MONTH, BUDGET.CHANNEL_ID)
        .doUpdate()
        .set(BUDGET.AMOUNT_FEN, budget.amountFen())
        .execute();
  }

  void remove(YearMonth month, @Nullable UUID channelId) {
    dsl.deleteFrom(BUDGET)
        .where(BUDGET.MONTH.eq(month.atDay(1)))
        .and(channelId == null ? BUDGET.CHANNEL_ID.isNull() : BUDGET.CHANNEL_ID.eq(channelId))
        .execute();
  }

  private static LocalDate first(Year year) {
    return year.atDay(1);
  }

  private static LocalDate last(Year year) {
    return year.atMonth(12).atEndOfMonth();
  }
}
