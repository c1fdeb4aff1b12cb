package io.leadwell.measure.insights;

import static io.leadwell.tables.insights.Tables.LEAD_FACT;

import io.leadwell.base.platform.Texts;
import io.leadwell.base.workspace.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** What is wrong with the data of the leads in a report. */
@Repository
class DataProblems {

  private final DSLContext dsl;
  private final StageCounts counts;
  private final Texts texts;

  DataProblems(DSLContext dsl, StageCounts counts, Texts texts) {
    this.dsl = dsl;
    this.counts = counts;
    this.texts = texts;
  }

  /** Those that occur, in a fixed order. */
  List<ProblemCount> in(Question question, Visible visible, Locale language) {
    return in(question, counts.marked(question, visible), visible, language);
  }

  /** The same where the leads of the report are counted by their marks already. */
  List<ProblemCount> in(
      Question question, Map<DataProblem, Long> marked, Visible visible, Locale language) {
    Condition population =
        Conditions.seen(question.filter(), visible).and(Conditions.population(question));
    List<ProblemCount> found = new ArrayList<>();
    for (DataProblem problem : DataProblem.values()) {
      // each by its own index: in one pass over all leads they would cost far more
      long count =
          problem.mark() != 0
              ? marked.getOrDefault(problem, 0L)
              : dsl.fetchCount(LEAD_FACT, population.and(problem.condition()));
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
