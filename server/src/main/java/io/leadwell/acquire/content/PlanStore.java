package io.leadwell.acquire.content;

import static io.leadwell.tables.content.Tables.ITEM;
import static io.leadwell.tables.content.Tables.PLAN_ENTRY;
import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.sum;

import java.time.LocalDate;
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

  /** What each department planned and made; how that was read is not said here. */
  List<DepartmentPlan> departments(LocalDate today) {
    Field<Integer> late =
        count()
            .filterWhere(
                PLAN_ENTRY.DUE_ON.lt(today).and(PLAN_ENTRY.STATUS.ne(PlanStatus.PUBLISHED.word())));
    Map<@Nullable UUID, DepartmentPlan> departments = new HashMap<>();
    dsl.select(
            PLAN_ENTRY.DEPARTMENT_ID,
            count(),
            late,
            coalesce(sum(PLAN_ENTRY.EXPECTED_LEADS), 0).cast(Long.class),
            coalesce(sum(PLAN_ENTRY.EXPECTED_READS), 0).cast(Long.class))
        .from(PLAN_ENTRY)
        .groupBy(PLAN_ENTRY.DEPARTMENT_ID)
        .forEach(r ->
            departments.put(
                r.value1(),
                new DepartmentPlan(
                    r.value1(), r.value2(), 0, r.value3(), r.value4(), r.value5(), 0, List.of())));
    dsl.select(
            ITEM.DEPARTMENT_ID,
            count().filterWhere(ITEM.STATUS.eq(ItemStatus.PUBLISHED.word())),
            arrayAgg(ITEM.ID))
        .from(ITEM)
        .groupBy(ITEM.DEPARTMENT_ID)
        .forEach(r -> {
          DepartmentPlan planned =
              departments.getOrDefault(
                  r.value1(), new DepartmentPlan(r.value1(), 0, 0, 0, 0, 0, 0, List.of()));
          departments.put(
              r.value1(),
              new DepartmentPlan(
                  r.value1(),
                  planned.planned(),
                  r.value2(),
                  planned.late(),
                  planned.expectedLeads(),
                  planned.expectedReads(),
                  0,
                  List.of(r.value3())));
        });
    return List.copyOf(departments.values());
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
