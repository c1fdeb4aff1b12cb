package io.leadwell.acquire.collect;

import static io.leadwell.tables.collect.Tables.QUARANTINED;

import io.leadwell.base.platform.Cursor;
import io.leadwell.base.platform.Database;
import io.leadwell.base.platform.Page;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Rows of hits in quarantine. */
@Component
class QuarantineStore {

  private static final List<Field<?>> COLUMNS =
      List.of(
          QUARANTINED.ID,
          QUARANTINED.SITE,
          QUARANTINED.STEP,
          QUARANTINED.REASON,
          QUARANTINED.POINTER,
          QUARANTINED.BODY,
          QUARANTINED.ORIGIN,
          QUARANTINED.CIRCUMSTANCES,
          QUARANTINED.RECEIVED_AT);

  private final DSLContext dsl;
  private final Database database;
  private final JsonMapper json;

  QuarantineStore(DSLContext dsl, Database database, JsonMapper json) {
    this.dsl = dsl;
    this.database = database;
    this.json = json;
  }

  void add(Collection<Quarantined> hits) {
    database.copy(
        QUARANTINED,
        COLUMNS,
        hits.stream()
            .map(hit ->
                new Object[] {
                  hit.id(),
                  hit.site(),
                  hit.step(),
                  hit.reason().word(),
                  hit.pointer(),
                  hit.body(),
                  hit.origin(),
                  json.writeValueAsString(hit.circumstances()),
                  hit.receivedAt()
                })
            .toList());
  }

  int count(String site) {
    return dsl.fetchCount(QUARANTINED, QUARANTINED.SITE.eq(site));
  }

  /** Newest first. */
  Page<Quarantined> list(String site, @Nullable String cursor, int limit) {
    Condition of = QUARANTINED.SITE.eq(site);
    Condition after = DSL.noCondition();
    List<String> last = Cursor.values(cursor, 2);
    if (last != null) {
      after =
          DSL.row(QUARANTINED.RECEIVED_AT, QUARANTINED.ID)
              .lt(Instant.parse(last.getFirst()), UUID.fromString(last.getLast()));
    }
    List<Quarantined> found =
        dsl.select(COLUMNS)
            .from(QUARANTINED)
            .where(of.and(after))
            .orderBy(QUARANTINED.RECEIVED_AT.desc(), QUARANTINED.ID.desc())
            .limit(limit + 1)
            .fetch(this::quarantined);
    List<Quarantined> items = found.subList(0, Math.min(limit, found.size()));
    String next =
        found.size() > limit
            ? Cursor.of(
                List.of(items.getLast().receivedAt().toString(), items.getLast().id().toString()))
            : null;
    return new Page<>(items, next, dsl.fetchCount(QUARANTINED, of), false);
  }

  List<Quarantined> find(Collection<UUID> ids) {
    return dsl.select(COLUMNS)
        .from(QUARANTINED)
        .where(QUARANTINED.ID.in(ids))
        .fetch(this::quarantined);
  }

  int remove(Collection<UUID> ids) {
    return dsl.deleteFrom(QUARANTINED).where(QUARANTINED.ID.in(ids)).execute();
  }

  int removeAll(String site) {
    return dsl.deleteFrom(QUARANTINED).where(QUARANTINED.SITE.eq(site)).execute();
  }

  /** It fell again, perhaps elsewhere. */
  void change(UUID id, String step, Reason reason, String pointer) {
    dsl.update(QUARANTINED)
        .set(QUARANTINED.STEP, step)
        .set(QUARANTINED.REASON, reason.word())
        .set(QUARANTINED.POINTER, pointer)
        .where(QUARANTINED.ID.eq(id))
        .execute();
  }

  private Quarantined quarantined(org.jooq.Record row) {
    JSONB circumstances = row.get(QUARANTINED.CIRCUMSTANCES);
    return new Quarantined(
        row.get(QUARANTINED.ID),
        row.get(QUARANTINED.SITE),
        row.get(QUARANTINED.STEP),
        Reason.of(row.get(QUARANTINED.REASON)),
        row.get(QUARANTINED.POINTER),
        row.get(QUARANTINED.BODY),
        row.get(QUARANTINED.ORIGIN),
        json.readValue(circumstances.data(), Quarantined.Circumstances.class),
        row.get(QUARANTINED.RECEIVED_AT));
  }
}
