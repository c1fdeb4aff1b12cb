package io.leadwell.connect.wecom;

import static io.leadwell.tables.wecom.Tables.WELCOME;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** First words, each said at most once. */
@Repository
class WelcomeStore {

  static final String WAITING = "waiting";
  static final String SENDING = "sending";
  static final String SENT = "sent";
  static final String SPENT = "spent";
  static final String REFUSED = "refused";
  static final String LATE = "late";
  static final String UNKNOWN = "unknown";
  static final String NONE = "none";

  private final DSLContext dsl;
  private final Troubles troubles;

  WelcomeStore(DSLContext dsl, Troubles troubles) {
    this.dsl = dsl;
    this.troubles = troubles;
  }

  /** A welcome that somebody has begun to send. */
  record Begun(
      UUID id,
      UUID connectionId,
      UUID codeId,
      String to,
      @Nullable String welcomeCode,
      Instant deadline,
      int attempts) {}

  void add(
      UUID id,
      UUID connectionId,
      UUID codeId,
      String to,
      @Nullable String welcomeCode,
      String state,
      Instant received,
      Instant deadline) {
    dsl.insertInto(WELCOME)
        .set(WELCOME.ID, id)
        .set(WELCOME.CONNECTION_ID, connectionId)
        .set(WELCOME.CODE_ID, codeId)
        .set(WELCOME.TO_ID, to)
        .set(WELCOME.WELCOME_CODE, welcomeCode)
        .set(WELCOME.STATE, state)
        .set(WELCOME.RECEIVED_AT, received)
        .set(WELCOME.DEADLINE_AT, deadline)
        .execute();
  }

  /** For whoever comes first; nothing for the others, and nothing when it is too late. */
  Optional<Begun> begin(UUID id, Instant now) {
    return dsl.update(WELCOME)
        .set(WELCOME.STATE, SENDING)
        .set(WELCOME.ATTEMPTS, WELCOME.ATTEMPTS.plus(1))
        .where(WELCOME.ID.eq(id).and(WELCOME.STATE.eq(WAITING)).and(WELCOME.DEADLINE_AT.gt(now)))
        .returning()
        .fetchOptional(row ->
            new Begun(
                row.get(WELCOME.ID),
                row.get(WELCOME.CONNECTION_ID),
                row.get(WELCOME.CODE_ID),
                row.get(WELCOME.TO_ID),
                row.get(WELCOME.WELCOME_CODE),
                row.get(WELCOME.DEADLINE_AT),
                row.get(WELCOME.ATTEMPTS)));
  }

  /** The code is spent with it, so it is not kept. */
  void end(UUID id, String state, @Nullable Trouble trouble, Instant now) {
    dsl.update(WELCOME)
        .set(WELCOME.STATE, state)
        .set(WELCOME.PROBLEM, trouble == null ? null : troubles.write(trouble))
        .set(WELCOME.ENDED_AT, now)
        .setNull(WELCOME.WELCOME_CODE)
        .where(WELCOME.ID.eq(id).and(WELCOME.STATE.eq(SENDING)))
        .execute();
  }

  void again(UUID id, Trouble trouble) {
    dsl.update(WELCOME)
        .set(WELCOME.STATE, WAITING)
        .set(WELCOME.PROBLEM, troubles.write(trouble))
        .where(WELCOME.ID.eq(id).and(WELCOME.STATE.eq(SENDING)))
        .execute();
  }

  /** Nobody is at these: the server was stopped after they came in. */
  List<UUID> left(Instant receivedBefore, Instant now) {
    return dsl.select(WELCOME.ID)
        .from(WELCOME)
        .where(WELCOME.STATE.eq(WAITING))
        .and(WELCOME.RECEIVED_AT.lt(receivedBefore))
        .and(WELCOME.DEADLINE_AT.gt(now))
        .fetch(WELCOME.ID);
  }

  /** Past the deadline nothing can be said; whether what was begun was said, nobody knows. */
  int closeLate(Instant now, Instant longAgo) {
    int late =
        dsl.update(WELCOME)
            .set(WELCOME.STATE, LATE)
            .set(WELCOME.ENDED_AT, now)
            .setNull(WELCOME.WELCOME_CODE)
            .where(WELCOME.STATE.eq(WAITING).and(WELCOME.DEADLINE_AT.le(now)))
            .execute();
    int unknown =
        dsl.update(WELCOME)
            .set(WELCOME.STATE, UNKNOWN)
            .set(WELCOME.ENDED_AT, now)
            .setNull(WELCOME.WELCOME_CODE)
            .where(WELCOME.STATE.eq(SENDING).and(WELCOME.DEADLINE_AT.le(longAgo)))
            .execute();
    return late + unknown;
  }
}
