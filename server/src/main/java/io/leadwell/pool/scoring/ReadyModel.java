package io.leadwell.pool.scoring;

import io.leadwell.kernel.grading.Grade;
import io.leadwell.kernel.grading.GradeModel;
import io.leadwell.kernel.grading.Graded;
import io.leadwell.kernel.grading.Grading;
import io.leadwell.kernel.rules.Facts;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * A model that can be applied.
 *
 * @param version 0 is the one that ships
 * @param broken keys of rules that ask for something there is no more; they give no points
 */
record ReadyModel(
    String line,
    int version,
    ModelDefinition definition,
    GradeModel model,
    Map<Grade, Route> routes,
    Set<String> broken) {

  Graded grade(Facts facts, Instant now) {
    return Grading.of(model, facts, now);
  }

  Route route(Grade grade) {
    return routes.getOrDefault(grade, Route.NONE);
  }
}
