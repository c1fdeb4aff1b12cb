package io.leadwell.collaborate.tasks;

import static io.leadwell.tables.tasks.Tables.TASK;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import io.leadwell.base.platform.Cursor;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.PlatformProblem;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Visible;
import io.leadwell.collaborate.tasks.Task.State;
import io.leadwell.pool.leads.LeadChecked;
import io.leadwell.pool.leads.SiteTalk;
import io.leadwell.tables.tasks.tables.records.TaskRow;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tasks. Every change of state is a conditional update: of two who try, one makes it. */
@Component
class TaskStore {

  /** Open tasks of somebody, and those past their time. */
  record Due(int open, int overdue) {}

  private static final String OPEN = word(State.OPEN);

  private final DSLContext dsl;

  TaskStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** Told again, a talk changes what is still open and wakes nothing that is closed. */
  void add(SiteTalk talk, Instant now) {
    dsl.insertInto(TASK)
        .set(TASK.ID, Ids.next())
        .set(TASK.KIND, "contact")
        .set(TASK.MEMBER_ID, talk.memberId())
        .set(TASK.LEAD_ID, talk.leadId())
        .set(TASK.CAMPAIGN_ID, talk.campaignId())
        .set(TASK.ABOUT, talk.about())
        .set(TASK.NOTES, talk.notes())
        .set(TASK.DUE_AT, talk.dueAt())
        .set(TASK.ORIGIN, talk.row())
        .set(TASK.IMPORT_ID, talk.importId())
        .set(TASK.CREATED_AT, now)
        .onConflict(TASK.ORIGIN)
        .doUpdate()
        .set(TASK.MEMBER_ID, talk.memberId())
        .set(TASK.NOTES, talk.notes())
        .set(TASK.ABOUT, talk.about())
        .where(TASK.STATE.eq(OPEN))
        .execute();
  }

  /** Somebody came in again whom a colleague works with; once for a lead. */
  void tell(LeadChecked lead, Instant now, Instant due) {
    dsl.insertInto(TASK)
        .set(TASK.ID, Ids.next())
        .set(TASK.KIND, lead.kind().word())
        .set(TASK.MEMBER_ID, lead.ownerId())
        .set(TASK.LEAD_ID, lead.leadId())
        .set(TASK.ABOUT, lead.called())
        .set(TASK.NOTES, lead.company())
        .set(TASK.DUE_AT, due)
        .set(TASK.ORIGIN, "checked:" + lead.leadId())
        .set(TASK.CREATED_AT, now)
        .onConflict(TASK.ORIGIN)
        .doNothing()
        .execute();
  }

  /** Open ones by when they are due, closed ones latest first. */
  List<TaskRow> page(Condition whose, boolean open, @Nullable String cursor, int limit) {
    Field<Instant> by = open ? TASK.DUE_AT : TASK.CLOSED_AT;
    return dsl.selectFrom(TASK)
        .where(whose)
        .and(open ? TASK.STATE.eq(OPEN) : TASK.STATE.ne(OPEN))
        .and(beyond(by, open, Cursor.values(cursor, 2)))
        .orderBy(open ? by.asc() : by.desc(), open ? TASK.ID.asc() : TASK.ID.desc())
        .limit(limit)
        .fetch();
  }

  static String cursor(TaskRow last, boolean open) {
    Instant at = open ? last.getDueAt() : last.getClosedAt();
    return Cursor.of(List.of(String.valueOf(at), last.getId().toString()));
  }

  private static Condition beyond(Field<Instant> by, boolean open, @Nullable List<String> last) {
    if (last == null) {
      return noCondition();
    }
    try {
      Instant at = Instant.parse(last.get(0));
      UUID id = UUID.fromString(last.get(1));
      return open ? row(by, TASK.ID).gt(at, id) : row(by, TASK.ID).lt(at, id);
    } catch (DateTimeParseException | IllegalArgumentException e) {
      throw new Problem(PlatformProblem.STALE_CURSOR);
    }
  }

  static Condition whose(TaskFilter filter, @Nullable UUID reader, Visible visible) {
    Condition scope =
        filter.mine()
            ? reader == null ? TASK.MEMBER_ID.isNull() : TASK.MEMBER_ID.eq(reader)
            : visible(reader, visible);
    return filter.member() == null ? scope : scope.and(TASK.MEMBER_ID.eq(filter.member()));
  }

  private static Condition visible(@Nullable UUID reader, Visible visible) {
    return switch (visible) {
      case Visible.Everything() -> noCondition();
      case Visible.OwnedBy owned -> {
        Condition theirs = TASK.MEMBER_ID.eq(any(owned.members().toArray(UUID[]::new)));
        yield reader == null ? theirs : theirs.or(TASK.MEMBER_ID.eq(reader));
      }
    };
  }

  Optional<TaskRow> find(UUID id, @Nullable UUID reader, Visible visible) {
    return dsl.selectFrom(TASK).where(TASK.ID.eq(id)).and(visible(reader, visible)).fetchOptional();
  }

  Due due(UUID member, Instant now) {
    return dsl.select(count(), count().filterWhere(TASK.DUE_AT.lt(now)))
        .from(TASK)
        .where(TASK.MEMBER_ID.eq(member))
        .and(TASK.STATE.eq(OPEN))
        .fetchSingle(counts -> new Due(counts.value1(), counts.value2()));
  }

  boolean close(UUID id, State to, @Nullable String outcome, @Nullable UUID by, Instant now) {
    return dsl.update(TASK)
            .set(TASK.STATE, word(to))
            .set(TASK.OUTCOME, outcome)
            .set(TASK.CLOSED_AT, now)
            .set(TASK.CLOSED_BY, by)
            .where(TASK.ID.eq(id), TASK.STATE.eq(OPEN))
            .execute()
        == 1;
  }

  boolean reopen(UUID id) {
    return dsl.update(TASK)
            .set(TASK.STATE, OPEN)
            .setNull(TASK.OUTCOME)
            .setNull(TASK.CLOSED_AT)
            .setNull(TASK.CLOSED_BY)
            .where(TASK.ID.eq(id), TASK.STATE.ne(OPEN))
            .execute()
        == 1;
  }

  boolean give(UUID id, UUID member) {
    return dsl.update(TASK)
            .set(TASK.MEMBER_ID, member)
            .where(TASK.ID.eq(id), TASK.STATE.eq(OPEN))
            .execute()
        == 1;
  }

  /** Open ones of an import, and those that are closed. */
  int ofImport(UUID importId, boolean open) {
    return dsl.fetchCount(TASK, broughtBy(importId, open));
  }

  int remove(UUID importId) {
    return dsl.deleteFrom(TASK).where(broughtBy(importId, true)).execute();
  }

  private static Condition broughtBy(UUID importId, boolean open) {
    return TASK.IMPORT_ID.eq(importId).and(open ? TASK.STATE.eq(OPEN) : TASK.STATE.ne(OPEN));
  }

  static String word(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
