package io.leadwell.acquire.content;

import static io.leadwell.tables.content.Tables.PLAN_ENTRY;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Entries of the plan in the database. */
@Repository
class PlanStore {

  private final DSLContext dsl;

  PlanStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** All of them, column by column. */
  List<PlanEntry> all() {
    return dsl.selectFrom(PLAN_ENTRY)
        .orderBy(PLAN_ENTRY.STATUS, PLAN_ENTRY.PLACE, PLAN_ENTRY.ID)
        .fetch(PlanStore::entry);
  }

  Optional<PlanEntry> find(UUID id) {
    return dsl.selectFrom(PLAN_ENTRY).where(PLAN_ENTRY.ID.eq(id)).fetchOptional(PlanStore::entry);
  }

  void insert(UUID id, PlanStatus status, PlanDraft draft, @Nullable UUID by) {
    Integer last =
        dsl.select(coalesce(max(PLAN_ENTRY.PLACE), 0))
            .from(PLAN_ENTRY)
            .where(PLAN_ENTRY.STATUS.eq(status.word()))
            .fetchSingle()
            .value1();
    dsl.insertInto(PLAN_ENTRY)
        .set(PLAN_ENTRY.ID, id)
        .set(PLAN_ENTRY.STATUS, status.word())
        .set(PLAN_ENTRY.PLACE, last + 1)
        .set(PLAN_ENTRY.CREATED_BY, by)
        .set(values(draft))
        .execute();
  }

  void update(UUID id, PlanDraft draft) {
    dsl.update(PLAN_ENTRY).set(values(draft)).where(PLAN_ENTRY.ID.eq(id)).execute();
  }

  void delete(UUID id) {
    dsl.deleteFrom(PLAN_ENTRY).where(PLAN_ENTRY.ID.eq(id)).execute();
  }

  /** The column's ids from top to bottom. */
  List<UUID> column(PlanStatus status) {
    return dsl.select(PLAN_ENTRY.ID)
        .from(PLAN_ENTRY)
        .where(PLAN_ENTRY.STATUS.eq(status.word()))
        .orderBy(PLAN_ENTRY.PLACE, PLAN_ENTRY.ID)
        .fetch(PLAN_ENTRY.ID);
  }

  void place(PlanStatus status, List<UUID> column) {
    for (int i = 0; i < column.size(); i++) {
      dsl.update(PLAN_ENTRY)
          .set(PLAN_ENTRY.STATUS, status.word())
          .set(PLAN_ENTRY.PLACE, i + 1)
          .where(PLAN_ENTRY.ID.eq(column.get(i)))
          .and(PLAN_ENTRY.PLACE.ne(i + 1).or(PLAN_ENTRY.STATUS.ne(status.word())))
          .execute();
    }
  }

  private static Map<Field<?>, @Nullable Object> values(PlanDraft draft) {
    Map<Field<?>, @Nullable Object> values = new HashMap<>();
    values.put(PLAN_ENTRY.TOPIC, draft.topic());
    values.put(PLAN_ENTRY.KIND, draft.kind() == null ? null : draft.kind().word());
    values.put(PLAN_ENTRY.AUDIENCE, draft.audience());
    values.put(PLAN_ENTRY.SERVES, draft.serves() == null ? null : draft.serves().word());
    values.put(PLAN_ENTRY.AUTHOR_ID, draft.author().memberId());
    values.put(PLAN_ENTRY.GUEST_NAME, draft.author().guestName());
    values.put(PLAN_ENTRY.DEPARTMENT_ID, draft.author().departmentId());
    values.put(PLAN_ENTRY.CHANNEL_ID, draft.channelId());
    values.put(PLAN_ENTRY.DUE_ON, draft.dueOn());
    values.put(PLAN_ENTRY.EXPECTED_LEADS, draft.expectedLeads());
    values.put(PLAN_ENTRY.EXPECTED_READS, draft.expectedReads());
    values.put(PLAN_ENTRY.ITEM_ID, draft.itemId());
    values.put(PLAN_ENTRY.NOTE, draft.note());
    return values;
  }

  private static PlanEntry entry(Record row) {
    String kind = row.get(PLAN_ENTRY.KIND);
    String serves = row.get(PLAN_ENTRY.SERVES);
    return new PlanEntry(
        row.get(PLAN_ENTRY.ID),
        PlanStatus.of(row.get(PLAN_ENTRY.STATUS)),
        row.get(PLAN_ENTRY.PLACE),
        new PlanDraft(
            row.get(PLAN_ENTRY.TOPIC),
            kind == null ? null : ItemKind.of(kind),
            row.get(PLAN_ENTRY.AUDIENCE),
            serves == null ? null : ServedStage.of(serves),
            new Author(
                row.get(PLAN_ENTRY.AUTHOR_ID),
                row.get(PLAN_ENTRY.GUEST_NAME),
                null,
                row.get(PLAN_ENTRY.DEPARTMENT_ID)),
            row.get(PLAN_ENTRY.CHANNEL_ID),
            row.get(PLAN_ENTRY.DUE_ON),
            row.get(PLAN_ENTRY.EXPECTED_LEADS),
            row.get(PLAN_ENTRY.EXPECTED_READS),
            row.get(PLAN_ENTRY.ITEM_ID),
            row.get(PLAN_ENTRY.NOTE)));
  }
}
