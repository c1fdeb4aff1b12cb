package io.leadwell.measure.insights;

import static io.leadwell.tables.insights.Tables.SPEND_FACT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.grouping;
import static org.jooq.impl.DSL.groupingSets;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;

import io.leadwell.base.platform.Problem;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

/** Spend by the key of a dimension, summed over the days of a period. */
@Repository
class SpendSums {

  /** What was spent, and what the money showed. */
  record Sums(long fen, long impressions, long clicks) {
    static final Sums NOTHING = new Sums(0, 0, 0);
  }

  /** Sums by key, and in all. */
  record Table(Map<String, Sums> sums, Sums total) {}

  private static final List<Field<Long>> SUMS =
      List.of(
          whole(SPEND_FACT.AMOUNT_FEN), whole(SPEND_FACT.IMPRESSIONS), whole(SPEND_FACT.CLICKS));

  private final DSLContext dsl;

  SpendSums(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** Whether spend can be told apart by this dimension. */
  static boolean knows(Dimension dimension) {
    return switch (dimension) {
      case NONE, CHANNEL, FRAME, CAMPAIGN, MONTH, SOURCE_CLASS, PLAN, UNIT, KEYWORD -> true;
      case REGION, INDUSTRY, OWNER, SDR, CONTENT, ITEM, AUTHOR, DEPARTMENT -> false;
    };
  }

  Table of(Question question) {
    Map<String, Sums> sums = new HashMap<>();
    if (question.by() == Dimension.NONE) {
      Sums all =
          dsl.select(SUMS).from(SPEND_FACT).where(condition(question)).fetchSingle(SpendSums::sums);
      sums.put(Keys.ALL, all);
      return new Table(sums, all);
    }
    Field<String> key = key(question.by());
    Field<Integer> ofAll = grouping(key);
    Sums[] total = {Sums.NOTHING};
    dsl.select(key, ofAll)
        .select(SUMS)
        .from(SPEND_FACT)
        .where(condition(question))
        .groupBy(groupingSets(new Field<?>[] {key}, new Field<?>[] {}))
        .forEach(r -> {
          if (r.get(ofAll) == 1) {
            total[0] = sums(r);
          } else {
            String value = r.get(key);
            sums.put(value == null ? Keys.UNALLOCATED : Keys.of(value), sums(r));
          }
        });
    return new Table(sums, total[0]);
  }

  private static Sums sums(Record r) {
    return new Sums(r.get(SUMS.get(0)), r.get(SUMS.get(1)), r.get(SUMS.get(2)));
  }

  private static Condition condition(Question question) {
    ReportFilter filter = question.filter();
    Condition condition =
        Conditions.among(SPEND_FACT.CHANNEL_ID, filter.channel())
            .and(Conditions.among(SPEND_FACT.CAMPAIGN_ID, filter.campaign()))
            .and(Conditions.among(SPEND_FACT.SOURCE_CLASS, filter.sourceClass()));
    LocalDate from = question.period().from();
    LocalDate to = question.period().to();
    return condition
        .and(from == null ? noCondition() : SPEND_FACT.DAY.ge(from))
        .and(to == null ? noCondition() : SPEND_FACT.DAY.le(to));
  }

  private static Field<String> key(Dimension dimension) {
    return switch (dimension) {
      case CHANNEL -> SPEND_FACT.CHANNEL_ID.cast(String.class);
      case FRAME -> SPEND_FACT.FRAME;
      case CAMPAIGN -> SPEND_FACT.CAMPAIGN_ID.cast(String.class);
      case MONTH -> SPEND_FACT.MONTH;
      case SOURCE_CLASS -> SPEND_FACT.SOURCE_CLASS;
      case PLAN -> SPEND_FACT.PLAN;
      case UNIT -> SPEND_FACT.UNIT;
      case KEYWORD -> SPEND_FACT.KEYWORD;
      case NONE, REGION, INDUSTRY, OWNER, SDR, CONTENT, ITEM, AUTHOR, DEPARTMENT ->
          throw new Problem(InsightsProblem.DIMENSION_NOT_OFFERED, dimension.word());
    };
  }

  private static Field<Long> whole(Field<Long> field) {
    return coalesce(sum(field), inline(0)).cast(Long.class);
  }
}
