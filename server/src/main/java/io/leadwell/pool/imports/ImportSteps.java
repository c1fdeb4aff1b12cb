package io.leadwell.pool.imports;

import static io.leadwell.tables.imports.Tables.IMPORT_BATCH;

import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.imports.Import.CheckReport;
import io.leadwell.pool.imports.Import.Counts;
import io.leadwell.pool.imports.Import.Sentence;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The steps an import takes. Each is a conditional update: of two who try, one takes it. */
@Component
class ImportSteps {

  private final DSLContext dsl;
  private final JsonMapper json;
  private final Clock clock;

  ImportSteps(DSLContext dsl, JsonMapper json, Clock clock) {
    this.dsl = dsl;
    this.json = json;
    this.clock = clock;
  }

  /** Begins work from one of the {@code from} statuses: counts start at nothing. */
  boolean begin(UUID id, ImportStatus to, Caller caller, ImportStatus... from) {
    Map<Field<?>, @Nullable Object> changes = new HashMap<>(ImportStore.acting(caller));
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
    Map<Field<?>, Object> changes =
        new HashMap<>(caller == null ? Map.of() : ImportStore.acting(caller));
    changes.put(IMPORT_BATCH.STATUS, to.word());
    changes.put(IMPORT_BATCH.CANCEL_ASKED, false);
    changes.put(IMPORT_BATCH.ROWS_AT_START, IMPORT_BATCH.ROWS_DONE);
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

  void count(UUID id, ImportPass.RowCounts chunk, BadRowStore.Kept kept) {
    dsl.update(IMPORT_BATCH)
        .set(IMPORT_BATCH.NEW_ROWS, IMPORT_BATCH.NEW_ROWS.plus(chunk.fresh()))
        .set(IMPORT_BATCH.CHANGED_ROWS, IMPORT_BATCH.CHANGED_ROWS.plus(chunk.changed()))
        .set(IMPORT_BATCH.SAME_ROWS, IMPORT_BATCH.SAME_ROWS.plus(chunk.same()))
        .set(IMPORT_BATCH.BAD_ROWS, IMPORT_BATCH.BAD_ROWS.plus(kept.refused()))
        .set(IMPORT_BATCH.WAITING_ROWS, IMPORT_BATCH.WAITING_ROWS.plus(chunk.waiting()))
        .set(IMPORT_BATCH.LEFT_OUT_ROWS, IMPORT_BATCH.LEFT_OUT_ROWS.plus(chunk.leftOut()))
        .set(IMPORT_BATCH.REMARKED_ROWS, IMPORT_BATCH.REMARKED_ROWS.plus(kept.remarked()))
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

  boolean checked(UUID id, long rows, List<ImportPass.Notice> notices, List<CaseFound> cases) {
    Counts counts = counts(id);
    CheckReport report = new CheckReport(rows, counts.good(), counts, notices, cases);
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

  Counts counts(UUID id) {
    return dsl.selectFrom(IMPORT_BATCH)
        .where(IMPORT_BATCH.ID.eq(id))
        .fetchSingle(ImportRecords::counts);
  }

  private static Map<Field<?>, Object> fromNothing() {
    return Map.of(
        IMPORT_BATCH.ROWS_DONE, 0L,
        IMPORT_BATCH.ROWS_AT_START, 0L,
        IMPORT_BATCH.NEW_ROWS, 0L,
        IMPORT_BATCH.CHANGED_ROWS, 0L,
        IMPORT_BATCH.SAME_ROWS, 0L,
        IMPORT_BATCH.BAD_ROWS, 0L,
        IMPORT_BATCH.WAITING_ROWS, 0L,
        IMPORT_BATCH.LEFT_OUT_ROWS, 0L,
        IMPORT_BATCH.REMARKED_ROWS, 0L);
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
