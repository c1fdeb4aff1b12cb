package io.leadwell.pool.scoring;

import static io.leadwell.tables.scoring.Tables.CHANCE;
import static io.leadwell.tables.scoring.Tables.LEARNED;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;

import io.leadwell.base.platform.Database;
import io.leadwell.base.platform.Ids;
import io.leadwell.tables.scoring.tables.records.ChanceRow;
import io.leadwell.tables.scoring.tables.records.LearnedRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;

/** Trainings, how far they are, and what they say of leads. */
@Component
class LearnedStore {

  private static final String RUNNING = "running";
  private static final Duration SILENCE = Duration.ofMinutes(15);
  private static final int SHOWN = 20;

  private final DSLContext dsl;
  private final Database database;

  LearnedStore(DSLContext dsl, Database database) {
    this.dsl = dsl;
    this.database = database;
  }

  /** Empty while another one runs. */
  Optional<UUID> begin(Instant now, String by) {
    dsl.update(LEARNED)
        .set(LEARNED.STATE, "failed")
        .where(LEARNED.STATE.eq(RUNNING))
        .and(LEARNED.ALIVE_AT.lt(now.minus(SILENCE)))
        .execute();
    int next =
        dsl.select(coalesce(max(LEARNED.VERSION), 0)).from(LEARNED).fetchSingle().value1() + 1;
    return dsl.insertInto(LEARNED)
        .set(LEARNED.ID, Ids.next())
        .set(LEARNED.VERSION, next)
        .set(LEARNED.STATE, RUNNING)
        .set(LEARNED.STARTED_AT, now)
        .set(LEARNED.STARTED_BY, by)
        .set(LEARNED.ALIVE_AT, now)
        .onConflictDoNothing()
        .returning()
        .fetchOptional(LEARNED.ID);
  }

  Optional<LearnedRow> find(UUID id) {
    return dsl.selectFrom(LEARNED).where(LEARNED.ID.eq(id)).fetchOptional();
  }

  Optional<LearnedRow> version(int version) {
    return dsl.selectFrom(LEARNED).where(LEARNED.VERSION.eq(version)).fetchOptional();
  }

  Optional<LearnedRow> applied() {
    return dsl.selectFrom(LEARNED).where(LEARNED.APPLIED_AT.isNotNull()).fetchOptional();
  }

  /** The latest first. */
  List<LearnedRow> all() {
    return dsl.selectFrom(LEARNED).orderBy(LEARNED.VERSION.desc()).limit(SHOWN).fetch();
  }

  static boolean lost(LearnedRow row, Instant now) {
    return row.getState().equals(RUNNING) && row.getAliveAt().isBefore(now.minus(SILENCE));
  }

  /** Whether it goes on. */
  boolean progress(UUID id, int looked, int total, Instant now) {
    return dsl.update(LEARNED)
            .set(LEARNED.LOOKED, looked)
            .set(LEARNED.TOTAL, total)
            .set(LEARNED.ALIVE_AT, now)
            .where(LEARNED.ID.eq(id))
            .and(LEARNED.STATE.eq(RUNNING))
            .execute()
        == 1;
  }

  /** Whether it was still wanted. */
  boolean end(UUID id, String state, String report) {
    return dsl.update(LEARNED)
            .set(LEARNED.STATE, state)
            .set(LEARNED.REPORT, JSONB.valueOf(report))
            .where(LEARNED.ID.eq(id))
            .and(LEARNED.STATE.eq(RUNNING))
            .execute()
        == 1;
  }

  void end(UUID id, String state) {
    dsl.update(LEARNED)
        .set(LEARNED.STATE, state)
        .where(LEARNED.ID.eq(id))
        .and(LEARNED.STATE.eq(RUNNING))
        .execute();
  }

  /** Chances of versions that neither count nor are the latest go. */
  void keep(int version, Iterable<Object[]> chances) {
    dsl.deleteFrom(CHANCE)
        .where(
            CHANCE.VERSION.notIn(
                org.jooq
                    .impl
                    .DSL
                    .select(LEARNED.VERSION)
                    .from(LEARNED)
                    .where(LEARNED.APPLIED_AT.isNotNull())))
        .execute();
    database.copy(
        CHANCE, List.of(CHANCE.VERSION, CHANCE.LEAD_ID, CHANCE.CHANCE_, CHANCE.REASONS), chances);
  }

  boolean hasChances(int version) {
    return dsl.fetchExists(CHANCE, CHANCE.VERSION.eq(version));
  }

  /** Instead of whatever was applied before. */
  void apply(int version, Instant now) {
    unapply();
    dsl.update(LEARNED).set(LEARNED.APPLIED_AT, now).where(LEARNED.VERSION.eq(version)).execute();
  }

  void unapply() {
    dsl.update(LEARNED).setNull(LEARNED.APPLIED_AT).where(LEARNED.APPLIED_AT.isNotNull()).execute();
  }

  Optional<ChanceRow> chance(int version, UUID lead) {
    return dsl.selectFrom(CHANCE)
        .where(CHANCE.VERSION.eq(version))
        .and(CHANCE.LEAD_ID.eq(lead))
        .fetchOptional();
  }

  void forget(Collection<UUID> leads) {
    dsl.deleteFrom(CHANCE).where(CHANCE.LEAD_ID.eq(any(leads.toArray(UUID[]::new)))).execute();
  }
}
