package io.leadwell.measure.insights;

import static io.leadwell.tables.insights.Tables.CONTRACT_FACT;
import static io.leadwell.tables.insights.Tables.LEAD_FACT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.grouping;
import static org.jooq.impl.DSL.groupingSets;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.trueCondition;

import io.leadwell.base.workspace.Visible;
import io.leadwell.pool.leads.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record4;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Leads by stage, revenue and new customers, by the key of a dimension. One pass over the leads and
 * one over the contracts; the total is the database's own, not a sum of ours.
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

  /** Lines by key, the line of all, and how many of all have a problem that marks tell. */
  record Table(Map<String, Line> lines, Line total, Map<DataProblem, Long> marked) {

    static Table empty() {
      return new Table(new HashMap<>(), new Line(), new EnumMap<>(DataProblem.class));
    }

    /** The line of a key's value, a word or an id. */
    Line line(@Nullable Object value) {
      return lines.computeIfAbsent(
          Keys.of(value == null ? null : value.toString()), key -> new Line());
    }
  }

  private final DSLContext dsl;
  private final SignedSums signed;

  StageCounts(DSLContext dsl, SignedSums signed) {
    this.dsl = dsl;
    this.signed = signed;
  }

  Table of(Question question, Visible visible) {
    return of(question, List.of(question.by()), visible).getFirst();
  }

  /** One table for each dimension. */
  List<Table> of(Question asked, List<Dimension> dimensions, Visible visible) {
    Condition seen = Conditions.seen(asked.filter(), visible);
    List<Table> tables = new ArrayList<>();
    List<@Nullable Field<?>> keys = new ArrayList<>();
    for (Dimension by : dimensions) {
      Question question = asked.by(by);
      Table table = Table.empty();
      if (by == Dimension.MONTH && question.basis() == Basis.PERIOD) {
        leads(table, question.by(Dimension.NONE), seen);
        entriesByMonth(table, question, seen);
        keys.add(CONTRACT_FACT.SIGNED_MONTH);
      } else {
        leads(table, question, seen);
        keys.add(by == Dimension.NONE ? null : Conditions.key(by));
      }
      tables.add(table);
    }
    signed.fill(tables, asked, seen, keys);
    // a lead of the population need not have a figure in every row it touches
    tables.forEach(table -> table.lines().values().removeIf(Line::isEmpty));
    return tables;
  }

  /** How many leads of a report have each problem that marks tell. */
  Map<DataProblem, Long> marked(Question question, Visible visible) {
    Table table = Table.empty();
    leads(table, question.by(Dimension.NONE), Conditions.seen(question.filter(), visible));
    return table.marked();
  }

  /**
   * Leads are first gathered by key, marks and stages inside the period, which is cheap and done by
   * several workers; the figures are then taken from the few gathered rows.
   */
  private void leads(Table table, Question question, Condition seen) {
    boolean cut = question.by() != Dimension.NONE;
    Field<?> key = cut ? Conditions.key(question.by()).as("row_key") : inline(0).as("row_key");
    Field<Integer> inside = Conditions.stagesInside(question);
    Field<Integer> stages = (inside == null ? inline(0) : inside).as("stages");
    var each =
        select(key, LEAD_FACT.MARKS, stages)
            .from(LEAD_FACT)
            .where(seen)
            .and(Conditions.population(question))
            .asTable("each");
    Field<Integer> n = count().as("n");
    var gathered =
        select(each.fields()).select(n).from(each).groupBy(each.fields()).asTable("gathered");
    Field<Integer> marks = column(gathered, LEAD_FACT.MARKS);
    Field<Integer> bits = column(gathered, stages);
    Field<Integer> leads = column(gathered, n);
    List<Field<Long>> figures = new ArrayList<>();
    for (Stage stage : Stage.FUNNEL) {
      Condition counted =
          inside == null ? atOrBeyond(marks, stage) : any(bits, 1 << stage.ordinal());
      figures.add(sumOf(leads, counted));
      figures.add(sumOf(leads, counted.andNot(any(marks, 1 << stage.ordinal()))));
    }
    List<DataProblem> problems =
        Arrays.stream(DataProblem.values()).filter(p -> p.mark() != 0).toList();
    problems.forEach(problem -> figures.add(sumOf(leads, any(marks, problem.mark()))));
    Field<?> rowKey = column(gathered, key);
    Field<Integer> ofAll = grouping(rowKey);
    dsl.select(rowKey, ofAll)
        .select(figures)
        .from(gathered)
        .groupBy(groupingSets(new Field<?>[] {rowKey}, new Field<?>[] {}))
        .forEach(r -> {
          boolean all = r.get(ofAll) == 1;
          if (!all && !cut) {
            return;
          }
          Line line = all ? table.total() : table.line(r.get(rowKey));
          for (int i = 0; i < line.counts.length; i++) {
            line.counts[i] = r.get(figures.get(2 * i));
            line.implied[i] = r.get(figures.get(2 * i + 1));
          }
          for (int i = 0; all && i < problems.size(); i++) {
            table.marked().put(problems.get(i), r.get(figures.get(2 * line.counts.length + i)));
          }
        });
  }

  /** Every lead is one; further stages count when they or a later one were entered. */
  private static Condition atOrBeyond(Field<Integer> marks, Stage stage) {
    int before = (1 << stage.ordinal()) - 1;
    int all = (1 << Stage.FUNNEL.size()) - 1;
    return stage == Stage.LEAD ? trueCondition() : any(marks, all & ~before);
  }

  private static Condition any(Field<Integer> bits, int of) {
    return bits.bitAnd(inline(of)).ne(inline(0));
  }

  private static Field<Long> sumOf(Field<Integer> leads, Condition counted) {
    return coalesce(sum(leads).filterWhere(counted), inline(0)).cast(Long.class);
  }

  private static <T> Field<T> column(org.jooq.Table<?> table, Field<T> field) {
    return Objects.requireNonNull(table.field(field));
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
    dsl.fetch(Objects.requireNonNull(all))
        .forEach(r -> {
          Line line = table.line(r.value2());
          line.counts[r.value1()] = r.value3();
          line.implied[r.value1()] = r.value4();
        });
  }
}
