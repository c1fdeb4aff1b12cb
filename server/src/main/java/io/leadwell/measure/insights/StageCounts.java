package io.leadwell.measure.insights;

import static io.leadwell.tables.insights.Tables.CONTRACT_FACT;

import io.leadwell.base.workspace.Visible;
import io.leadwell.pool.leads.Stage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Leads by stage, revenue and new customers, by the keys of dimensions. One pass over the leads and
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

    /** The line of a key's value as the database tells it. */
    Line line(@Nullable Object value) {
      return lines.computeIfAbsent(Keys.ofValue(value), key -> new Line());
    }
  }

  private final LeadCounts leads;
  private final SignedSums signed;

  StageCounts(LeadCounts leads, SignedSums signed) {
    this.leads = leads;
    this.signed = signed;
  }

  Table of(Question question, Visible visible) {
    return of(question, List.of(question.by()), visible).getFirst();
  }

  /** One table for each dimension. */
  List<Table> of(Question asked, List<Dimension> dimensions, Visible visible) {
    List<Table> tables = new ArrayList<>();
    List<Dimension> cuts = new ArrayList<>();
    List<@Nullable Field<?>> keysOfSigned = new ArrayList<>();
    for (Dimension by : dimensions) {
      Table table = Table.empty();
      tables.add(table);
      if (by == Dimension.MONTH && asked.basis() == Basis.PERIOD) {
        leads.fillEntriesByMonth(table, asked, visible);
        cuts.add(Dimension.NONE);
        keysOfSigned.add(Months.of(CONTRACT_FACT.SIGNED_AT));
      } else {
        cuts.add(by);
        keysOfSigned.add(by == Dimension.NONE ? null : Conditions.key(by));
      }
    }
    leads.fill(tables, asked, cuts, visible);
    signed.fill(tables, asked, visible, keysOfSigned);
    // a lead of the population need not have a figure in every row it touches
    tables.forEach(table -> table.lines().values().removeIf(Line::isEmpty));
    return tables;
  }

  /** How many leads of a report have each problem that marks tell. */
  Map<DataProblem, Long> marked(Question question, Visible visible) {
    Table table = Table.empty();
    leads.fill(List.of(table), question, List.of(Dimension.NONE), visible);
    return table.marked();
  }
}
