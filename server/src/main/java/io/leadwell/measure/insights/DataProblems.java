package io.leadwell.measure.insights;

import static io.leadwell.tables.insights.Tables.LEAD_FACT;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.select;

import io.leadwell.base.platform.Texts;
import io.leadwell.base.workspace.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

/** What is wrong with the data of the leads in a report. */
@Repository
class DataProblems {

  private final DSLContext dsl;
  private final Texts texts;

  DataProblems(DSLContext dsl, Texts texts) {
    this.dsl = dsl;
    this.texts = texts;
  }

  /** Those that occur, in a fixed order. */
  List<ProblemCount> in(Question question, Visible visible, Locale language) {
    List<Field<Integer>> counts = new ArrayList<>();
    for (DataProblem problem : DataProblem.values()) {
      counts.add(count().filterWhere(problem.condition()));
    }
    Record counted =
        dsl.fetchSingle(
            select(counts)
                .from(LEAD_FACT)
                .where(Conditions.seen(question.filter(), visible))
                .and(Conditions.population(question)));
    List<ProblemCount> found = new ArrayList<>();
    for (DataProblem problem : DataProblem.values()) {
      long count = counted.get(counts.get(problem.ordinal()));
      if (count > 0) {
        found.add(
            new ProblemCount(
                problem.word(),
                texts.of(language, "problem.data." + problem.word(), count),
                count));
      }
    }
    return found;
  }
}
