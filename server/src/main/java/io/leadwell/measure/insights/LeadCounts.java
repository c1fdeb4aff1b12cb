package io.leadwell.measure.insights;

import static io.leadwell.tables.insights.Tables.LEAD_FACT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.grouping;
import static org.jooq.impl.DSL.groupingSets;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.values;
import static org.jooq.impl.DSL.when;

import io.leadwell.base.workspace.Visible;
import io.leadwell.pool.leads.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.RowN;
import org.jooq.Table;
import org.springframework.stereotype.Repository;

/**
 * Leads by stage, implied entries and marks. They are first gathered by key and marks, which is
 * cheap and done by several workers, or was done by the {@link LeadTally} as they came; the figures
 * are then taken from the few gathered rows, the total among them.
 */
@Repository
class LeadCounts {

  static final String MARKS = "marks";
  static final String STAGES = "stages";
  static final String STAGE = "stage";
  static final String MONTH = "month";
  static final String LEADS = "leads";

  private static final List<DataProblem> MARKED =
      Arrays.stream(DataProblem.values()).filter(problem -> problem.mark() != 0).toList();

  private final DSLContext dsl;

  LeadCounts(DSLContext dsl) {
    this.dsl = dsl;
  }

  static String key(int cut) {
    return "key" + cut;
  }

  /** Fills a table for each dimension, and the total of every one. */
  void fill(List<StageCounts.Table> tables, Question asked, List<Dimension> cuts, Visible visible) {
    if (cuts.stream().allMatch(by -> LeadTally.knows(asked.by(by), visible))) {
      for (int i = 0; i < cuts.size(); i++) {
        Dimension by = cuts.get(i);
        fill(List.of(tables.get(i)), List.of(by), LeadTally.leads(by), true);
      }
    } else {
      boolean byMarks = Conditions.stagesInside(asked) == null;
      fill(tables, cuts, gathered(asked, cuts, visible), byMarks);
    }
  }

  private static Table<?> gathered(Question asked, List<Dimension> cuts, Visible visible) {
    Field<Integer> inside = Conditions.stagesInside(asked);
    List<Field<?>> fields = new ArrayList<>();
    for (int i = 0; i < cuts.size(); i++) {
      Dimension by = cuts.get(i);
      fields.add((by == Dimension.NONE ? inline(0) : Conditions.key(by)).as(key(i)));
    }
    fields.add(LEAD_FACT.MARKS.as(MARKS));
    fields.add((inside == null ? inline(0) : inside).as(STAGES));
    return gathered(fields, asked, visible);
  }

  private static Table<?> gathered(List<Field<?>> fields, Question asked, Visible visible) {
    Table<?> each =
        select(fields)
            .from(LEAD_FACT)
            .where(Conditions.seen(asked.filter(), visible))
            .and(Conditions.population(asked))
            .asTable("each");
    return select(each.fields())
        .select(count().as(LEADS))
        .from(each)
        .groupBy(each.fields())
        .asTable("gathered");
  }

  private void fill(
      List<StageCounts.Table> tables, List<Dimension> cuts, Table<?> gathered, boolean byMarks) {
    Field<Integer> marks = column(gathered, MARKS);
    Field<Integer> stages = column(gathered, STAGES);
    Field<Integer> leads = column(gathered, LEADS);
    List<Field<Long>> figures = new ArrayList<>();
    for (Stage stage : Stage.FUNNEL) {
      Condition counted = byMarks ? atOrBeyond(marks, stage) : any(stages, 1 << stage.ordinal());
      figures.add(sumOf(leads, counted));
      figures.add(sumOf(leads, counted.andNot(any(marks, 1 << stage.ordinal()))));
    }
    MARKED.forEach(problem -> figures.add(sumOf(leads, any(marks, problem.mark()))));
    List<Field<?>> keys = new ArrayList<>();
    List<StageCounts.Table> ofKeys = new ArrayList<>();
    List<Field<?>[]> sets = new ArrayList<>();
    sets.add(new Field<?>[] {});
    for (int i = 0; i < cuts.size(); i++) {
      if (cuts.get(i) != Dimension.NONE) {
        Field<?> key = Objects.requireNonNull(gathered.field(key(i)));
        keys.add(key);
        ofKeys.add(tables.get(i));
        sets.add(new Field<?>[] {key});
      }
    }
    List<Field<Integer>> groupings = new ArrayList<>();
    keys.forEach(key -> groupings.add(grouping(key)));
    dsl.select(figures)
        .select(keys)
        .select(groupings)
        .from(gathered)
        .groupBy(groupingSets(sets.toArray(Field<?>[][]::new)))
        .forEach(r -> {
          for (int i = 0; i < keys.size(); i++) {
            if (r.get(groupings.get(i)) == 0) {
              fill(ofKeys.get(i).line(r.get(keys.get(i))), r, figures);
              return;
            }
          }
          tables.forEach(table -> fillTotal(table, r, figures));
        });
  }

  private static void fill(StageCounts.Line line, Record r, List<Field<Long>> figures) {
    for (int i = 0; i < line.counts.length; i++) {
      line.counts[i] = r.get(figures.get(2 * i));
      line.implied[i] = r.get(figures.get(2 * i + 1));
    }
  }

  private static void fillTotal(StageCounts.Table table, Record r, List<Field<Long>> figures) {
    fill(table.total(), r, figures);
    int first = figures.size() - MARKED.size();
    for (int i = 0; i < MARKED.size(); i++) {
      table.marked().put(MARKED.get(i), r.get(figures.get(first + i)));
    }
  }

  /** On the basis of a period each entry stands in its own month. */
  void fillEntriesByMonth(StageCounts.Table table, Question asked, Visible visible) {
    Table<?> entries =
        LeadTally.knows(asked.by(Dimension.MONTH), visible)
            ? LeadTally.entries()
            : entries(asked, visible);
    Field<Integer> stage = column(entries, STAGE);
    Field<?> month = Objects.requireNonNull(entries.field(MONTH));
    Field<Integer> leads = column(entries, LEADS);
    Condition implied = column(entries, MARKS).bitAnd(inline(1).shl(stage)).eq(inline(0));
    Field<Long> all = sumOf(leads, trueCondition());
    Field<Long> ofThemImplied = sumOf(leads, implied);
    dsl.select(stage, month, all, ofThemImplied)
        .from(entries)
        .groupBy(stage, month)
        .forEach(r -> {
          StageCounts.Line line = table.line(r.get(month));
          line.counts[r.get(stage)] = r.get(all);
          line.implied[r.get(stage)] = r.get(ofThemImplied);
        });
  }

  private static Table<?> entries(Question asked, Visible visible) {
    List<Field<?>> fields = new ArrayList<>();
    fields.add(LEAD_FACT.MARKS.as(MARKS));
    for (Stage stage : Stage.FUNNEL) {
      Field<Integer> month = Months.of(Conditions.at(stage));
      boolean ever = asked.period().isEver();
      fields.add(
          (ever ? month : when(Conditions.counts(stage, asked), month)).as(MONTH + stage.word()));
    }
    Table<?> gathered = gathered(fields, asked, visible);
    RowN[] entered =
        Stage.FUNNEL.stream()
            .map(stage ->
                row(List.of(inline(stage.ordinal()), column(gathered, MONTH + stage.word()))))
            .toArray(RowN[]::new);
    Table<?> entry = lateral(values(entered).as("entry", STAGE, MONTH));
    Field<Integer> month = column(entry, MONTH);
    return select(column(entry, STAGE), month, column(gathered, MARKS), column(gathered, LEADS))
        .from(gathered)
        .crossJoin(entry)
        .where(month.isNotNull())
        .asTable("entries");
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

  private static Field<Integer> column(Table<?> table, String name) {
    return Objects.requireNonNull(table.field(name, Integer.class));
  }
}
