package io.leadwell.pool.imports;

import static io.leadwell.tables.imports.Tables.IMPORT_BATCH;

import io.leadwell.base.platform.Cursor;
import io.leadwell.base.platform.Page;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.imports.Import.CheckReport;
import io.leadwell.pool.imports.Import.Counts;
import io.leadwell.pool.imports.Import.Sentence;
import io.leadwell.tables.imports.tables.records.ImportBatchRow;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The import batches. Every step from one status to the next is a conditional update. */
@Component
class ImportStore {

  private static final int COUNT_UP_TO = 10_000;

  private final DSLContext dsl;
  private final ImportRecords records;
  private final JsonMapper json;
  private final Clock clock;

  ImportStore(DSLContext dsl, ImportRecords records, JsonMapper json, Clock clock) {
    this.dsl = dsl;
    this.records = records;
    this.json = json;
    this.clock = clock;
  }

  void insert(ImportRecords.NewImport made, Caller caller) {
    ImportBatchRow row = dsl.newRecord(IMPORT_BATCH);
    records.fill(row, made);
    row.setStatus(ImportStatus.MAPPING.word());
    row.setCreatedBy(caller.memberId() == null ? caller.keyId() : caller.memberId());
    row.setCreatedByName(caller.name());
    row.setCreatedAt(clock.instant());
    dsl.insertInto(IMPORT_BATCH).set(row).set(acting(caller)).execute();
  }

  Optional<Import> find(UUID id) {
    return dsl.selectFrom(IMPORT_BATCH).where(IMPORT_BATCH.ID.eq(id)).fetchOptional(records::read);
  }

  Page<Import> page(@Nullable String cursor, int limit) {
    List<String> after = Cursor.values(cursor, 2);
    Condition below =
        after == null
            ? org.jooq.impl.DSL.noCondition()
            : org.jooq
                .impl
                .DSL
                .row(IMPORT_BATCH.CREATED_AT, IMPORT_BATCH.ID)
                .lt(Instant.parse(after.get(0)), UUID.fromString(after.get(1)));
    List<Import> found =
        dsl.selectFrom(IMPORT_BATCH)
            .where(below)
            .orderBy(IMPORT_BATCH.CREATED_AT.desc(), IMPORT_BATCH.ID.desc())
            .limit(limit + 1)
            .fetch(records::read);
    int total = dsl.fetchCount(dsl.selectOne().from(IMPORT_BATCH).limit(COUNT_UP_TO));
    boolean more = found.size() > limit;
    List<Import> items = more ? found.subList(0, limit) : found;
    String next =
        more
            ? Cursor.of(
                List.of(items.getLast().createdAt().toString(), items.getLast().id().toString()))
            : null;
    return new Page<>(items, next, total, total == COUNT_UP_TO);
  }

  /** Imports that should be moving, oldest first. */
  List<UUID> working() {
    return dsl.select(IMPORT_BATCH.ID)
        .from(IMPORT_BATCH)
        .where(IMPORT_BATCH.STATUS.in("checking", "committing", "undoing"))
        .orderBy(IMPORT_BATCH.CREATED_AT)
        .fetch(IMPORT_BATCH.ID);
  }

  Caller actor(UUID id) {
    return dsl.selectFrom(IMPORT_BATCH).where(IMPORT_BATCH.ID.eq(id)).fetchSingle(records::actor);
  }

  /** Another sheet is looked at; the mapping begins anew. */
  void look(UUID id, FileShape shape, List<ImportHeader> headers, @Nullable Long estimate) {
    dsl.update(IMPORT_BATCH)
        .set(IMPORT_BATCH.SHEET, shape.sheet())
        .set(IMPORT_BATCH.HEADERS, jsonb(headers))
        .set(IMPORT_BATCH.ROWS_TOTAL, estimate)
        .set(IMPORT_BATCH.MAPPING, jsonb(Mapping.none()))
        .setNull(IMPORT_BATCH.CHECK_RESULT)
        .setNull(IMPORT_BATCH.ERROR)
        .set(IMPORT_BATCH.STATUS, ImportStatus.MAPPING.word())
        .where(IMPORT_BATCH.ID.eq(id))
        .execute();
  }

  void mapping(UUID id, Mapping mapping) {
    dsl.update(IMPORT_BATCH)
        .set(IMPORT_BATCH.MAPPING, jsonb(mapping))
        .where(IMPORT_BATCH.ID.eq(id))
        .execute();
  }

  /** Begins work from one of the {@code from} statuses: counts start at nothing. */
  boolean begin(UUID id, ImportStatus to, Caller caller, ImportStatus... from) {
    Map<Field<?>, @Nullable Object> changes = new HashMap<>(acting(caller));
    changes.putAll(fromNothing());
    changes.put(IMPORT_BATCH.STATUS, to.word());
    changes.put(IMPORT_BATCH.CANCEL_ASKED, false);
    changes.put(IMPORT_BATCH.WORK_STARTED_AT, clock.instant());
    changes.put(IMPORT_BATCH.ERROR, null);
    changes.put(IMPORT_BATCH.FINISHED_AT, null);
    if (to == ImportStatus.CHECKING) {
      changes.put(IMPORT_BATCH.CHECK_RESULT, null);
    }
    return dsl.update(IMPORT_BATCH).set(changes).where(IMPORT_BATCH.ID.eq(id), in(from)).execute()
        == 1;
  }

  /** Goes on (or turns to something else) with the counts as they are. */
  boolean move(UUID id, ImportStatus to, @Nullable Caller caller, ImportStatus... from) {
    Map<Field<?>, Object> changes = new HashMap<>(caller == null ? Map.of() : acting(caller));
    changes.put(IMPORT_BATCH.STATUS, to.word());
    changes.put(IMPORT_BATCH.CANCEL_ASKED, false);
    changes.put(
        to.working() ? IMPORT_BATCH.WORK_STARTED_AT : IMPORT_BATCH.FINISHED_AT, clock.instant());
    return dsl.update(IMPORT_BATCH).set(changes).where(IMPORT_BATCH.ID.eq(id), in(from)).execute()
        == 1;
  }

  boolean askCancel(UUID id) {
    return dsl.update(IMPORT_BATCH)
            .set(IMPORT_BATCH.CANCEL_ASKED, true)
            .where(IMPORT_BATCH.ID.eq(id), IMPORT_BATCH.STATUS.in("checking", "committing"))
            .execute()
        == 1;
  }

  boolean cancelAsked(UUID id) {
    return dsl.fetchExists(IMPORT_BATCH, IMPORT_BATCH.ID.eq(id).and(IMPORT_BATCH.CANCEL_ASKED));
  }

  /**
   * Claims the rows from {@code done} to {@code to} for this transaction: of two workers one gets
   * them, the other gets false, for the row stays locked until the winner's rows are in.
   */
  boolean claim(UUID id, ImportStatus status, long done, long to) {
    return dsl.update(IMPORT_BATCH)
            .set(IMPORT_BATCH.ROWS_DONE, to)
            .where(
                IMPORT_BATCH.ID.eq(id),
                IMPORT_BATCH.STATUS.eq(status.word()),
                IMPORT_BATCH.ROWS_DONE.eq(done),
                IMPORT_BATCH.CANCEL_ASKED.isFalse())
            .execute()
        == 1;
  }

  void count(UUID id, ImportPass.RowCounts chunk, long bad) {
    dsl.update(IMPORT_BATCH)
        .set(IMPORT_BATCH.NEW_ROWS, IMPORT_BATCH.NEW_ROWS.plus(chunk.fresh()))
        .set(IMPORT_BATCH.CHANGED_ROWS, IMPORT_BATCH.CHANGED_ROWS.plus(chunk.changed()))
        .set(IMPORT_BATCH.SAME_ROWS, IMPORT_BATCH.SAME_ROWS.plus(chunk.same()))
        .set(IMPORT_BATCH.BAD_ROWS, IMPORT_BATCH.BAD_ROWS.plus(bad))
        .where(IMPORT_BATCH.ID.eq(id))
        .execute();
  }

  /** A check that was interrupted begins anew. */
  void restartCheck(UUID id) {
    dsl.update(IMPORT_BATCH)
        .set(fromNothing())
        .where(IMPORT_BATCH.ID.eq(id), in(ImportStatus.CHECKING))
        .execute();
  }

  boolean checked(UUID id, long rows, List<ImportPass.Notice> notices) {
    Counts counts = counts(id);
    CheckReport report = new CheckReport(rows, counts.good(), counts, notices);
    return dsl.update(IMPORT_BATCH)
            .set(IMPORT_BATCH.STATUS, ImportStatus.CHECKED.word())
            .set(IMPORT_BATCH.ROWS_TOTAL, rows)
            .set(IMPORT_BATCH.CHECK_RESULT, jsonb(report))
            .set(IMPORT_BATCH.FINISHED_AT, clock.instant())
            .where(
                IMPORT_BATCH.ID.eq(id),
                in(ImportStatus.CHECKING),
                IMPORT_BATCH.ROWS_DONE.eq(rows),
                IMPORT_BATCH.CANCEL_ASKED.isFalse())
            .execute()
        == 1;
  }

  void finished(UUID id, long rows) {
    dsl.update(IMPORT_BATCH)
        .set(IMPORT_BATCH.STATUS, ImportStatus.DONE.word())
        .set(IMPORT_BATCH.ROWS_TOTAL, rows)
        .set(IMPORT_BATCH.CANCEL_ASKED, false)
        .set(IMPORT_BATCH.FINISHED_AT, clock.instant())
        .where(IMPORT_BATCH.ID.eq(id), in(ImportStatus.COMMITTING), IMPORT_BATCH.ROWS_DONE.eq(rows))
        .execute();
  }

  void failed(UUID id, ImportStatus was, Sentence error) {
    dsl.update(IMPORT_BATCH)
        .set(IMPORT_BATCH.STATUS, ImportStatus.FAILED.word())
        .set(IMPORT_BATCH.ERROR, jsonb(error))
        .set(IMPORT_BATCH.FINISHED_AT, clock.instant())
        .where(IMPORT_BATCH.ID.eq(id), in(was))
        .execute();
  }

  boolean undone(UUID id, UndoReport report) {
    ImportStatus status =
        report.kept().isEmpty() ? ImportStatus.UNDONE : ImportStatus.PARTLY_UNDONE;
    return dsl.update(IMPORT_BATCH)
            .set(IMPORT_BATCH.STATUS, status.word())
            .set(IMPORT_BATCH.UNDO_RESULT, jsonb(report))
            .set(IMPORT_BATCH.FINISHED_AT, clock.instant())
            .where(IMPORT_BATCH.ID.eq(id), in(ImportStatus.UNDOING))
            .execute()
        == 1;
  }

  boolean delete(UUID id) {
    return dsl.deleteFrom(IMPORT_BATCH).where(IMPORT_BATCH.ID.eq(id)).execute() == 1;
  }

  /** The import, locked until the transaction ends. */
  Optional<Import> locked(UUID id) {
    return dsl.selectFrom(IMPORT_BATCH)
        .where(IMPORT_BATCH.ID.eq(id))
        .forUpdate()
        .fetchOptional(records::read);
  }

  Counts counts(UUID id) {
    return dsl.selectFrom(IMPORT_BATCH)
        .where(IMPORT_BATCH.ID.eq(id))
        .fetchSingle(ImportRecords::counts);
  }

  private static Map<Field<?>, Object> fromNothing() {
    return Map.of(
        IMPORT_BATCH.ROWS_DONE, 0L,
        IMPORT_BATCH.NEW_ROWS, 0L,
        IMPORT_BATCH.CHANGED_ROWS, 0L,
        IMPORT_BATCH.SAME_ROWS, 0L,
        IMPORT_BATCH.BAD_ROWS, 0L);
  }

  private static Map<Field<?>, Object> acting(Caller caller) {
    Map<Field<?>, Object> changes = new HashMap<>();
    changes.put(IMPORT_BATCH.ACTING_KIND, caller.kind().name().toLowerCase(java.util.Locale.ROOT));
    changes.put(IMPORT_BATCH.ACTING_NAME, caller.name());
    UUID who = caller.memberId() == null ? caller.keyId() : caller.memberId();
    if (who != null) {
      changes.put(IMPORT_BATCH.ACTING_ID, who);
    }
    return changes;
  }

  private static Condition in(ImportStatus... statuses) {
    List<String> words = new ArrayList<>();
    Arrays.stream(statuses).map(ImportStatus::word).forEach(words::add);
    return IMPORT_BATCH.STATUS.in(words);
  }

  private JSONB jsonb(Object value) {
    return JSONB.jsonb(json.writeValueAsString(value));
  }
}
