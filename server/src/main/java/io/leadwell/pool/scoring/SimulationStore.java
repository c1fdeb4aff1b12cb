package io.leadwell.pool.scoring;

import static io.leadwell.tables.scoring.Tables.SIMULATION;
import static org.jooq.impl.DSL.md5;

import io.leadwell.base.platform.Ids;
import io.leadwell.tables.scoring.tables.records.SimulationRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Simulations and how far they are. */
@Component
class SimulationStore {

  static final String RUNNING = "running";

  /** Who says nothing for so long has lost its server. */
  private static final Duration SILENCE = Duration.ofMinutes(2);

  private final DSLContext dsl;

  SimulationStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** Empty while another one runs for that line. */
  Optional<UUID> begin(String line, int revision, Instant now, String by) {
    dsl.update(SIMULATION)
        .set(SIMULATION.STATE, "failed")
        .where(SIMULATION.STATE.eq(RUNNING))
        .and(SIMULATION.ALIVE_AT.lt(now.minus(SILENCE)))
        .execute();
    return dsl.insertInto(SIMULATION)
        .set(SIMULATION.ID, Ids.next())
        .set(SIMULATION.BUSINESS_LINE, line)
        .set(SIMULATION.REVISION, revision)
        .set(SIMULATION.STATE, RUNNING)
        .set(SIMULATION.STARTED_AT, now)
        .set(SIMULATION.STARTED_BY, by)
        .set(SIMULATION.ALIVE_AT, now)
        .onConflictDoNothing()
        .returning()
        .fetchOptional(SIMULATION.ID);
  }

  Optional<SimulationRow> find(UUID id) {
    return dsl.selectFrom(SIMULATION).where(SIMULATION.ID.eq(id)).fetchOptional();
  }

  Optional<SimulationRow> latest(String line) {
    return dsl.selectFrom(SIMULATION)
        .where(SIMULATION.BUSINESS_LINE.eq(line))
        .orderBy(SIMULATION.STARTED_AT.desc())
        .limit(1)
        .fetchOptional();
  }

  static boolean lost(SimulationRow row, Instant now) {
    return row.getState().equals(RUNNING) && row.getAliveAt().isBefore(now.minus(SILENCE));
  }

  /** Whether it goes on. */
  boolean progress(UUID id, int looked, int total, int leads, Instant now) {
    return dsl.update(SIMULATION)
            .set(SIMULATION.LOOKED, looked)
            .set(SIMULATION.TOTAL, total)
            .set(SIMULATION.LEADS, leads)
            .set(SIMULATION.ALIVE_AT, now)
            .where(SIMULATION.ID.eq(id))
            .and(SIMULATION.STATE.eq(RUNNING))
            .execute()
        == 1;
  }

  void done(UUID id, String result) {
    dsl.update(SIMULATION)
        .set(SIMULATION.STATE, "done")
        .set(SIMULATION.RESULT, JSONB.valueOf(result))
        .where(SIMULATION.ID.eq(id))
        .and(SIMULATION.STATE.eq(RUNNING))
        .execute();
  }

  boolean end(UUID id, String state) {
    return dsl.update(SIMULATION)
            .set(SIMULATION.STATE, state)
            .where(SIMULATION.ID.eq(id))
            .and(SIMULATION.STATE.eq(RUNNING))
            .execute()
        == 1;
  }

  int count(Select<Record1<UUID>> leads) {
    return dsl.fetchCount(leads);
  }

  /** Of more than that a sample: whoever comes first by a hash, which is no order of anything. */
  List<UUID> some(Select<Record1<UUID>> leads, int most) {
    Table<?> all = leads.asTable("wanted");
    Field<UUID> id = Objects.requireNonNull(all.field(0, UUID.class));
    return dsl.select(id).from(all).orderBy(md5(id.cast(SQLDataType.CLOB))).limit(most).fetch(id);
  }
}
