package io.leadwell.measure.insights;

import static io.leadwell.tables.insights.Tables.CONTRACT_FACT;
import static io.leadwell.tables.insights.Tables.CUSTOMER_FACT;
import static io.leadwell.tables.insights.Tables.LEAD_FACT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.grouping;
import static org.jooq.impl.DSL.groupingSets;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import io.leadwell.base.workspace.Visible;
import io.leadwell.pool.leads.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record4;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Leads by stage, revenue and new customers, by the key of a dimension. One pass over the leads and
 * one over the contracts, whatever the dimension; the total is the database's own count over all
 * rows, not a sum of ours.
 */
@Repository
class StageCounts {

  /** The figures of one key; the arrays run in the order of the funnel. */
  static final class Line {
    final long[] counts = new long[Stage.FUNNEL.size()];
    final long[] implied = new long[Stage.FUNNEL.size()];
    long revenueFen;
    long customers;

    boolean isEmpty() {
      for (long count : counts) {
        if (count != 0) {
          return false;
        }
      }
      return revenueFen == 0 && customers == 0;
    }
  }

  /** Lines by key, and the line of all. */
  record Table(Map<String, Line> lines, Line total) {

    static Table empty() {
      return new Table(new HashMap<>(), new Line());
    }

    /** The line of a grouped row: null where the group is all. */
    Line line(@Nullable String value, boolean ofAll) {
      return ofAll ? total : lines.computeIfAbsent(Keys.of(value), key -> new Line());
    }
  }

  private final DSLContext dsl;

  StageCounts(DSLContext dsl) {
    this.dsl = dsl;
  }

  Table of(Question question, Visible visible) {
    Table table = Table.empty();
    Condition seen = Conditions.seen(question.filter(), visible);
    boolean monthsOfEntries = question.by() == Dimension.MONTH && question.basis() == Basis.PERIOD;
    if (monthsOfEntries) {
      leads(table, question.by(Dimension.NONE), seen);
      entriesByMonth(table, question, seen);
      contracts(table, question, seen, CONTRACT_FACT.SIGNED_MONTH);
    } else {
      leads(table, question, seen);
      contracts(
          table,
          question,
          seen,
          question.by() == Dimension.NONE ? null : Conditions.key(question.by()));
    }
    // a lead of the population need not have a figure in every row it touches
    table.lines().values().removeIf(Line::isEmpty);
    return table;
  }

  /** What was signed, without the rest; null where no contract counts. */
  @Nullable Long revenue(Question question, Visible visible) {
    return dsl.select(sum(CONTRACT_FACT.AMOUNT_FEN).cast(Long.class))
        .from(CONTRACT_FACT)
        .join(LEAD_FACT)
        .on(LEAD_FACT.LEAD_ID.eq(CONTRACT_FACT.LEAD_ID))
        .where(Conditions.seen(question.filter(), visible))
        .and(Conditions.signings(Signing.CONTRACT, question))
        .fetchSingle()
        .value1();
  }

  private void leads(Table table, Question question, Condition seen) {
    List<Field<Integer>> counts = new ArrayList<>();
    List<Field<Integer>> implied = new ArrayList<>();
    for (Stage stage : Stage.FUNNEL) {
      Condition counted = Conditions.countsOfPopulation(stage, question);
      counts.add(count().filterWhere(counted));
      implied.add(count().filterWhere(counted.and(Conditions.implied(stage))));
    }
    Condition where = seen.and(Conditions.population(question));
    if (question.by() == Dimension.NONE) {
      Record all = dsl.fetchSingle(select(counts).select(implied).from(LEAD_FACT).where(where));
      fill(table.total(), all, counts, implied);
      return;
    }
    Field<String> key = Conditions.key(question.by());
    Field<Integer> ofAll = grouping(key);
    dsl.select(key, ofAll)
        .select(counts)
        .select(implied)
        .from(LEAD_FACT)
        .where(where)
        .groupBy(groupingSets(new Field<?>[] {key}, new Field<?>[] {}))
        .forEach(r -> fill(table.line(r.get(key), r.get(ofAll) == 1), r, counts, implied));
  }

  /**
   * On the basis of a period each entry stands in its own month, so each stage is counted alone.
   */
  private void entriesByMonth(Table table, Question question, Condition seen) {
    Select<Record4<Integer, String, Integer, Integer>> all = null;
    for (int i = 0; i < Stage.FUNNEL.size(); i++) {
      Stage stage = Stage.FUNNEL.get(i);
      Field<String> month = Conditions.month(stage);
      var one =
          select(inline(i), month, count(), count().filterWhere(Conditions.implied(stage)))
              .from(LEAD_FACT)
              .where(seen)
              .and(Conditions.counts(stage, question))
              .groupBy(month);
      all = all == null ? one : all.unionAll(one);
    }
    dsl.fetch(java.util.Objects.requireNonNull(all))
        .forEach(r -> {
          Line line = table.line(r.value2(), false);
          line.counts[r.value1()] = r.value3();
          line.implied[r.value1()] = r.value4();
        });
  }

  private void contracts(
      Table table, Question question, Condition seen, @Nullable Field<String> key) {
    Field<Long> revenue = coalesce(sum(CONTRACT_FACT.AMOUNT_FEN), inline(0)).cast(Long.class);
    Field<Integer> customers = countDistinct(CUSTOMER_FACT.LEAD_ID);
    Condition where = seen.and(Conditions.signings(Signing.CONTRACT, question));
    if (key == null) {
      dsl.select(revenue, customers)
          .from(CONTRACT_FACT)
          .join(LEAD_FACT)
          .on(LEAD_FACT.LEAD_ID.eq(CONTRACT_FACT.LEAD_ID))
          .leftJoin(CUSTOMER_FACT)
          .on(CUSTOMER_FACT.CONTRACT_ID.eq(CONTRACT_FACT.CONTRACT_ID))
          .where(where)
          .forEach(r -> fill(table.total(), r.value1(), r.value2()));
      return;
    }
    Field<Integer> ofAll = grouping(key);
    dsl.select(key, ofAll, revenue, customers)
        .from(CONTRACT_FACT)
        .join(LEAD_FACT)
        .on(LEAD_FACT.LEAD_ID.eq(CONTRACT_FACT.LEAD_ID))
        .leftJoin(CUSTOMER_FACT)
        .on(CUSTOMER_FACT.CONTRACT_ID.eq(CONTRACT_FACT.CONTRACT_ID))
        .where(where)
        .groupBy(groupingSets(new Field<?>[] {key}, new Field<?>[] {}))
        .forEach(r -> fill(table.line(r.value1(), r.value2() == 1), r.value3(), r.value4()));
  }

  private static void fill(
      Line line, Record r, List<Field<Integer>> counts, List<Field<Integer>> implied) {
    for (int i = 0; i < line.counts.length; i++) {
      line.counts[i] = r.get(counts.get(i));
      line.implied[i] = r.get(implied.get(i));
    }
  }

  private static void fill(Line line, long revenueFen, long customers) {
    line.revenueFen = revenueFen;
    line.customers = customers;
  }
}
