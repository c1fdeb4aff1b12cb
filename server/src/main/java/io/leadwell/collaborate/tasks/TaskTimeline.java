package io.leadwell.collaborate.tasks;

import static io.leadwell.tables.tasks.Tables.TASK;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Members;
import io.leadwell.pool.leads.TimelineItem;
import io.leadwell.pool.leads.TimelineItem.Kind;
import io.leadwell.pool.leads.TimelineSource;
import io.leadwell.pool.leads.TimelineSubject;
import io.leadwell.tables.tasks.tables.records.TaskRow;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tasks as timelines tell them: when they were closed, or else when they came. */
@Component
class TaskTimeline implements TimelineSource {

  private final DSLContext dsl;
  private final Members members;

  TaskTimeline(DSLContext dsl, Members members) {
    this.dsl = dsl;
    this.members = members;
  }

  @Override
  public Kind kind() {
    return Kind.TASK;
  }

  @Override
  public List<TimelineItem> items(
      TimelineSubject subject, @Nullable Moment before, int limit, Caller reader) {
    Field<Instant> at = coalesce(TASK.CLOSED_AT, TASK.CREATED_AT);
    List<TaskRow> tasks =
        dsl.selectFrom(TASK)
            .where(of(subject))
            .and(before == null ? noCondition() : row(at, TASK.ID).lt(before.at(), before.id()))
            .orderBy(at.desc(), TASK.ID.desc())
            .limit(limit)
            .fetch();
    Set<UUID> people = tasks.stream().map(TaskRow::getMemberId).collect(Collectors.toSet());
    Map<UUID, String> names = members.names(people);
    return tasks.stream().map(task -> item(task, subject, names)).toList();
  }

  @Override
  public long count(TimelineSubject subject, Caller reader) {
    return dsl.fetchCount(TASK, of(subject));
  }

  private static Condition of(TimelineSubject subject) {
    return TASK.LEAD_ID.eq(any(subject.leads().toArray(UUID[]::new)));
  }

  private static TimelineItem item(TaskRow task, TimelineSubject subject, Map<UUID, String> names) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("task", task.getKind());
    if (task.getNotes() != null) {
      detail.put("note", task.getNotes());
    }
    if (task.getOutcome() != null) {
      detail.put("outcome", task.getOutcome());
    }
    Instant closed = task.getClosedAt();
    return TimelineItem.of(
        Kind.TASK,
        task.getId(),
        closed == null ? task.getCreatedAt() : closed,
        task.getState(),
        detail,
        names.get(task.getMemberId()),
        subject.lead(task.getLeadId()));
  }
}
