package io.leadwell.collaborate.tasks;

import static io.leadwell.tables.tasks.Tables.TASK;

import io.leadwell.base.privacy.Kept;
import io.leadwell.base.privacy.PersonalData;
import io.leadwell.base.privacy.PersonalRows;
import io.leadwell.base.privacy.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was to be done about somebody. Erased, it is still done or open, about nobody. */
@Component
class TasksOfPerson implements PersonalData {

  private final DSLContext dsl;
  private final PersonalRows rows;

  TasksOfPerson(DSLContext dsl, PersonalRows rows) {
    this.dsl = dsl;
    this.rows = rows;
  }

  @Override
  public String area() {
    return "tasks";
  }

  @Override
  public List<Kept> kept(Subject person) {
    return List.of(rows.read("task", TASK, about(person)));
  }

  @Override
  public Set<UUID> things(Subject person) {
    return dsl.select(TASK.ID).from(TASK).where(about(person)).fetchSet(TASK.ID);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<String, Integer> erase(Subject person) {
    rows.scrub(TASK, about(person), person, TASK.ORIGIN);
    int erased =
        dsl.update(TASK)
            .set(TASK.ABOUT, "")
            .setNull(TASK.NOTES)
            .setNull(TASK.OUTCOME)
            .where(about(person))
            .execute();
    return Map.of("task", erased);
  }

  private Condition about(Subject person) {
    return person
        .isLead(TASK.LEAD_ID)
        .or(rows.mentions(person, TASK.ABOUT, TASK.NOTES, TASK.OUTCOME));
  }
}
