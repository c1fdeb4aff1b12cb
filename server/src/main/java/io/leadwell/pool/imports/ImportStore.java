package io.leadwell.pool.imports;

import static io.leadwell.tables.imports.Tables.IMPORT_BATCH;

import io.leadwell.base.platform.Cursor;
import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.PlatformProblem;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.tables.imports.tables.records.ImportBatchRow;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The import batches. */
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

  Map<UUID, String> fileNames(Collection<UUID> ids) {
    return dsl.select(IMPORT_BATCH.ID, IMPORT_BATCH.FILE_NAME)
        .from(IMPORT_BATCH)
        .where(IMPORT_BATCH.ID.in(ids))
        .fetchMap(IMPORT_BATCH.ID, IMPORT_BATCH.FILE_NAME);
  }

  Page<Import> page(@Nullable String cursor, int limit) {
    Condition below = below(Cursor.values(cursor, 2));
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

  private static Condition below(@Nullable List<String> last) {
    if (last == null) {
      return DSL.noCondition();
    }
    try {
      return DSL.row(IMPORT_BATCH.CREATED_AT, IMPORT_BATCH.ID)
          .lt(Instant.parse(last.get(0)), UUID.fromString(last.get(1)));
    } catch (DateTimeParseException | IllegalArgumentException e) {
      throw new Problem(PlatformProblem.STALE_CURSOR);
    }
  }

  /** Imports that should be moving, oldest first. */
  List<UUID> working() {
    return dsl.select(IMPORT_BATCH.ID)
        .from(IMPORT_BATCH)
        .where(IMPORT_BATCH.STATUS.in("checking", "committing", "undoing"))
        .orderBy(IMPORT_BATCH.CREATED_AT)
        .fetch(IMPORT_BATCH.ID);
  }

  /** Imports that rest since before then, of which nothing may be in. */
  List<UUID> idle(Instant before) {
    return dsl.select(IMPORT_BATCH.ID)
        .from(IMPORT_BATCH)
        .where(IMPORT_BATCH.STATUS.in("mapping", "checked", "cancelled", "failed"))
        .and(lastMoved().lt(before))
        .orderBy(IMPORT_BATCH.CREATED_AT)
        .fetch(IMPORT_BATCH.ID);
  }

  /** Whether its file names somebody who was erased; a server that was killed did not remove it. */
  boolean fileToGo(UUID id) {
    return dsl.fetchExists(IMPORT_BATCH, IMPORT_BATCH.ID.eq(id).and(IMPORT_BATCH.FILE_TO_GO));
  }

  /** Whether it rests since before then; locked until the transaction ends. */
  boolean rests(UUID id, Instant before) {
    return dsl.select(lastMoved())
        .from(IMPORT_BATCH)
        .where(IMPORT_BATCH.ID.eq(id))
        .forUpdate()
        .fetchOptional()
        .filter(row -> row.value1().isBefore(before))
        .isPresent();
  }

  private static Field<Instant> lastMoved() {
    return DSL.greatest(
        IMPORT_BATCH.CREATED_AT, IMPORT_BATCH.WORK_STARTED_AT, IMPORT_BATCH.FINISHED_AT);
  }

  Caller actor(UUID id) {
    return dsl.selectFrom(IMPORT_BATCH).where(IMPORT_BATCH.ID.eq(id)).fetchSingle(records::actor);
  }

  /** Another table of the file is looked at; the mapping begins anew. */
  void look(UUID id, TableSeen seen) {
    ImportBatchRow row = dsl.newRecord(IMPORT_BATCH);
    records.fill(row, seen);
    row.setStatus(ImportStatus.MAPPING.word());
    row.setCheckResult(null);
    row.setError(null);
    dsl.update(IMPORT_BATCH).set(row).where(IMPORT_BATCH.ID.eq(id)).execute();
  }

  void mapping(UUID id, Mapping mapping) {
    dsl.update(IMPORT_BATCH)
        .set(IMPORT_BATCH.MAPPING, jsonb(mapping))
        .where(IMPORT_BATCH.ID.eq(id))
        .execute();
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

  static Map<Field<?>, Object> acting(Caller caller) {
    Map<Field<?>, Object> changes = new HashMap<>();
    changes.put(IMPORT_BATCH.ACTING_KIND, caller.kind().name().toLowerCase(java.util.Locale.ROOT));
    changes.put(IMPORT_BATCH.ACTING_NAME, caller.name());
    UUID who = caller.memberId() == null ? caller.keyId() : caller.memberId();
    if (who != null) {
      changes.put(IMPORT_BATCH.ACTING_ID, who);
    }
    return changes;
  }

  private JSONB jsonb(Object value) {
    return JSONB.jsonb(json.writeValueAsString(value));
  }
}
