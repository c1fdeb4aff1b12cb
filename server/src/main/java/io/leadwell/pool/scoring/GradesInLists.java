package io.leadwell.pool.scoring;

import io.leadwell.pool.leads.LeadGrades;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Lists show the grade of a lead and where it goes. */
@Component
class GradesInLists implements LeadGrades {

  private final ScoreStore store;

  GradesInLists(ScoreStore store) {
    this.store = store;
  }

  @Override
  public Map<UUID, Graded> of(Collection<UUID> leads) {
    Map<UUID, Graded> grades = new HashMap<>();
    store
        .of(leads)
        .forEach((lead, score) -> grades.put(lead, new Graded(score.getGrade(), score.getRoute())));
    return grades;
  }
}
