package io.leadwell.connect.wecom;

import static io.leadwell.tables.wecom.Tables.INCOMING;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

/** What was called back, and how far each is taken in. */
@Repository
class IncomingStore {

  static final String WAITING = "waiting";
  static final String DONE = "done";
  static final String UNKNOWN = "unknown";
  static final String FAILED = "failed";

  private final DSLContext dsl;
  private final Troubles troubles;

  IncomingStore(DSLContext dsl, Troubles troubles) {
    this.dsl = dsl;
    this.troubles = troubles;
  }

  /** False when the same text was kept before. */
  boolean keep(Incoming incoming, byte[] hash) {
    return dsl.insertInto(INCOMING)
            .set(INCOMING.ID, incoming.id())
            .set(INCOMING.CONNECTION_ID, incoming.connectionId())
            .set(INCOMING.HASH, hash)
            .set(INCOMING.EVENT, incoming.event())
            .set(INCOMING.CONTENT, incoming.content())
            .set(INCOMING.HAPPENED_AT, incoming.happenedAt())
            .set(INCOMING.RECEIVED_AT, incoming.receivedAt())
            .set(INCOMING.DUE_AT, incoming.receivedAt())
            .onConflict(INCOMING.CONNECTION_ID, INCOMING.HASH)
            .doNothing()
            .execute()
        > 0;
  }

  /**
   * Takes up to {@code most} that are due, the oldest first, for {@code lease}: whoever dies over
   * one leaves it to the next after that time.
   */
  List<Incoming> claim(int most, Instant now, Duration lease) {
    return dsl.update(INCOMING)
        .set(INCOMING.DUE_AT, now.plus(lease))
        .set(INCOMING.ATTEMPTS, INCOMING.ATTEMPTS.plus(1))
        .where(
            INCOMING.ID.in(
                select(INCOMING.ID)
                    .from(INCOMING)
                    .where(INCOMING.STATE.eq(WAITING).and(INCOMING.DUE_AT.le(now)))
                    .orderBy(INCOMING.DUE_AT)
                    .limit(most)
                    .forUpdate()
                    .skipLocked()))
        .returning()
        .fetch(IncomingStore::map);
  }

  /** False when somebody else has ended it. */
  boolean end(UUID id, String state, Instant now) {
    return dsl.update(INCOMING)
            .set(INCOMING.STATE, state)
            .set(INCOMING.FINISHED_AT, now)
            .setNull(INCOMING.PROBLEM)
            .where(INCOMING.ID.eq(id).and(INCOMING.STATE.eq(WAITING)))
            .execute()
        > 0;
  }

  void later(UUID id, Instant due, Trouble problem) {
    dsl.update(INCOMING)
        .set(INCOMING.DUE_AT, due)
        .set(INCOMING.PROBLEM, troubles.write(problem))
        .where(INCOMING.ID.eq(id).and(INCOMING.STATE.eq(WAITING)))
        .execute();
  }

  void fail(UUID id, Instant now, Trouble problem) {
    dsl.update(INCOMING)
        .set(INCOMING.STATE, FAILED)
        .set(INCOMING.FINISHED_AT, now)
        .set(INCOMING.PROBLEM, troubles.write(problem))
        .where(INCOMING.ID.eq(id).and(INCOMING.STATE.eq(WAITING)))
        .execute();
  }

  /** Those that were given up, or wait for another try, are due now. */
  int retry(UUID connectionId, Instant now) {
    return dsl.update(INCOMING)
        .set(INCOMING.STATE, WAITING)
        .set(INCOMING.ATTEMPTS, 0)
        .set(INCOMING.DUE_AT, now)
        .setNull(INCOMING.FINISHED_AT)
        .where(INCOMING.CONNECTION_ID.eq(connectionId))
        .and(
            INCOMING
                .STATE
                .eq(FAILED)
                .or(INCOMING.STATE.eq(WAITING).and(INCOMING.PROBLEM.isNotNull())))
        .execute();
  }

  Map<String, Integer> states(UUID connectionId) {
    return dsl.select(INCOMING.STATE, count())
        .from(INCOMING)
        .where(INCOMING.CONNECTION_ID.eq(connectionId))
        .groupBy(INCOMING.STATE)
        .fetchMap(INCOMING.STATE, count());
  }

  Optional<Instant> lastReceived(UUID connectionId) {
    return dsl.select(max(INCOMING.RECEIVED_AT))
        .from(INCOMING)
        .where(INCOMING.CONNECTION_ID.eq(connectionId))
        .fetchOptional(max(INCOMING.RECEIVED_AT));
  }

  /** The problem of the newest one that waits for another try or was given up. */
  Optional<Trouble> lastProblem(UUID connectionId) {
    return dsl.select(INCOMING.PROBLEM)
        .from(INCOMING)
        .where(
            INCOMING
                .CONNECTION_ID
                .eq(connectionId)
                .and(INCOMING.STATE.in(WAITING, FAILED))
                .and(INCOMING.PROBLEM.isNotNull()))
        .orderBy(INCOMING.RECEIVED_AT.desc())
        .limit(1)
        .fetchOptional(row -> troubles.read(row.value1()));
  }

  /** What has long been taken in is kept as contacts and leads; its text may go. */
  int forget(Instant before) {
    return dsl.deleteFrom(INCOMING)
        .where(INCOMING.STATE.in(DONE, UNKNOWN).and(INCOMING.RECEIVED_AT.lt(before)))
        .execute();
  }

  private static Incoming map(Record row) {
    return new Incoming(
        row.get(INCOMING.ID),
        row.get(INCOMING.CONNECTION_ID),
        row.get(INCOMING.EVENT),
        row.get(INCOMING.CONTENT),
        row.get(INCOMING.HAPPENED_AT),
        row.get(INCOMING.RECEIVED_AT),
        row.get(INCOMING.ATTEMPTS));
  }
}
