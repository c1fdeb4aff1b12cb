package io.leadwell.measure.insights;

import static io.leadwell.tables.insights.Tables.LEAD_FACT;
import static org.jooq.impl.DSL.noCondition;

import io.leadwell.base.platform.Cursor;
import io.leadwell.base.platform.Page;
import io.leadwell.base.workspace.Visible;
import io.leadwell.pool.leads.Stage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Opens a figure down to its leads, the newest first. */
@Repository
class LeadsBehind {

  private record Found(UUID id, Instant firstContactAt) {}

  private final DSLContext dsl;

  LeadsBehind(DSLContext dsl) {
    this.dsl = dsl;
  }

  Page<UUID> open(Behind behind, Visible visible, @Nullable String cursor, int limit) {
    return open(
        Conditions.seen(behind.question().filter(), visible).and(condition(behind)), cursor, limit);
  }

  /** The leads whose touches make a figure. */
  Page<UUID> open(TouchBehind behind, Visible visible, @Nullable String cursor, int limit) {
    TouchQuestion question = behind.question();
    Condition touches =
        TouchConditions.asked(question, visible)
            .and(TouchConditions.inRow(question.by(), behind.row()));
    return open(TouchConditions.touched(behind.figure(), touches), cursor, limit);
  }

  private Page<UUID> open(Condition condition, @Nullable String cursor, int limit) {
    List<Found> found =
        dsl.select(LEAD_FACT.LEAD_ID, LEAD_FACT.FIRST_CONTACT_AT)
            .from(LEAD_FACT)
            .where(condition)
            .and(after(Cursor.values(cursor, 2)))
            .orderBy(LEAD_FACT.FIRST_CONTACT_AT.desc(), LEAD_FACT.LEAD_ID.desc())
            .limit(limit + 1)
            .fetch(r -> new Found(r.value1(), r.value2()));
    boolean more = found.size() > limit;
    List<Found> shown = more ? found.subList(0, limit) : found;
    String next =
        more
            ? Cursor.of(
                List.of(
                    shown.getLast().firstContactAt().toString(), shown.getLast().id().toString()))
            : null;
    return new Page<>(
        shown.stream().map(Found::id).toList(), next, dsl.fetchCount(LEAD_FACT, condition), false);
  }

  private static Condition condition(Behind behind) {
    Question question = behind.question();
    DataProblem problem = behind.problem();
    if (problem != null) {
      return Conditions.population(question).and(problem.condition());
    }
    Stage stage = behind.figure().stage();
    return Conditions.cell(question, behind.figure(), behind.row())
        .and(behind.impliedOnly() && stage != null ? Conditions.implied(stage) : noCondition());
  }

  private static Condition after(@Nullable List<String> last) {
    if (last == null) {
      return noCondition();
    }
    Instant at = Instant.parse(last.getFirst());
    UUID id = UUID.fromString(last.getLast());
    return LEAD_FACT
        .FIRST_CONTACT_AT
        .lt(at)
        .or(LEAD_FACT.FIRST_CONTACT_AT.eq(at).and(LEAD_FACT.LEAD_ID.lt(id)));
  }
}
