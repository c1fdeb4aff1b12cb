package io.leadwell.connect.baidu;

import static io.leadwell.tables.baidu.Tables.FETCH;

import io.leadwell.acquire.campaigns.SpendReports.Brought;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.workspace.Caller;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of fetches. */
@Repository
class FetchStore {

  /** Whoever works on a fetch says so more often than this. */
  static final Duration SILENCE = Duration.ofMinutes(3);

  private static final TypeReference<List<Fetch.FailedDay>> DAYS = new TypeReference<>() {};

  private final DSLContext dsl;
  private final JsonMapper json;

  FetchStore(DSLContext dsl, JsonMapper json) {
    this.dsl = dsl;
    this.json = json;
  }

  /** Nothing when there is one for this day already, or one of the account is open. */
  Optional<UUID> insert(
      UUID accountId,
      @Nullable LocalDate scheduledOn,
      LocalDate from,
      LocalDate to,
      Instant now,
      Caller who) {
    return dsl.insertInto(FETCH)
        .set(FETCH.ID, Ids.next())
        .set(FETCH.ACCOUNT_ID, accountId)
        .set(FETCH.SCHEDULED_ON, scheduledOn)
        .set(FETCH.DAY_FROM, from)
        .set(FETCH.DAY_TO, to)
        .set(FETCH.NEXT_DAY, from)
        .set(FETCH.STATUS, Fetch.Status.WAITING.word())
        .set(FETCH.NOT_BEFORE, now)
        .set(FETCH.CREATED_AT, now)
        .set(FETCH.ASKED_BY, who.memberId())
        .set(FETCH.ASKED_BY_NAME, who.name())
        .onConflictDoNothing()
        .returning(FETCH.ID)
        .fetchOptional(FETCH.ID);
  }

  Optional<Fetch> find(UUID id) {
    return dsl.selectFrom(FETCH).where(FETCH.ID.eq(id)).fetchOptional(this::fetch);
  }

  List<Fetch> ofAccount(UUID accountId, int limit) {
    return dsl.selectFrom(FETCH)
        .where(FETCH.ACCOUNT_ID.eq(accountId))
        .orderBy(FETCH.CREATED_AT.desc(), FETCH.ID.desc())
        .limit(limit)
        .fetch(this::fetch);
  }

  /** Fetches that somebody should work on now. */
  List<UUID> due(Instant now) {
    return dsl.select(FETCH.ID)
        .from(FETCH)
        .where(claimable(now))
        .orderBy(FETCH.NOT_BEFORE)
        .fetch(FETCH.ID);
  }

  /** True for the one who gets it. */
  boolean claim(UUID id, Instant now) {
    return dsl.update(FETCH)
            .set(FETCH.STATUS, Fetch.Status.RUNNING.word())
            .set(FETCH.ALIVE_AT, now)
            .where(FETCH.ID.eq(id))
            .and(claimable(now))
            .execute()
        == 1;
  }

  /** Says that the work goes on; false when it is to end. */
  boolean alive(UUID id, Instant now) {
    return dsl.update(FETCH)
            .set(FETCH.ALIVE_AT, now)
            .where(FETCH.ID.eq(id))
            .and(FETCH.STATUS.eq(Fetch.Status.RUNNING.word()))
            .and(FETCH.CANCEL_ASKED.isFalse())
            .execute()
        == 1;
  }

  void brought(Fetch fetch, Brought brought, long fen) {
    dsl.update(FETCH)
        .set(FETCH.NEXT_DAY, fetch.nextDay().plusDays(1))
        .set(FETCH.LINES_NEW, FETCH.LINES_NEW.plus(brought.fresh()))
        .set(FETCH.LINES_CHANGED, FETCH.LINES_CHANGED.plus(brought.changed()))
        .set(FETCH.LINES_SAME, FETCH.LINES_SAME.plus(brought.same()))
        .set(FETCH.AMOUNT_FEN, FETCH.AMOUNT_FEN.plus(fen))
        .set(FETCH.OTHER_LEVEL_DAYS, FETCH.OTHER_LEVEL_DAYS.plus(brought.otherLevelDays()))
        .where(FETCH.ID.eq(fetch.id()))
        .execute();
  }

  /** Gives the day up and goes on with the next one. */
  void failed(Fetch fetch, ReportAnswer.Refused why) {
    List<Fetch.FailedDay> days = new ArrayList<>(fetch.failedDays());
    days.add(new Fetch.FailedDay(fetch.nextDay(), why.trouble().word()));
    dsl.update(FETCH)
        .set(FETCH.NEXT_DAY, fetch.nextDay().plusDays(1))
        .set(FETCH.FAILED_DAYS, JSONB.jsonb(json.writeValueAsString(days)))
        .set(FETCH.TROUBLE, why.trouble().word())
        .set(FETCH.VENDOR_CODE, why.code())
        .set(FETCH.VENDOR_MESSAGE, why.message())
        .where(FETCH.ID.eq(fetch.id()))
        .execute();
  }

  /** Goes on later where it stopped. */
  void later(UUID id, ReportAnswer.Refused why, Instant notBefore) {
    dsl.update(FETCH)
        .set(FETCH.STATUS, Fetch.Status.WAITING.word())
        .set(FETCH.NOT_BEFORE, notBefore)
        .set(FETCH.ATTEMPTS, FETCH.ATTEMPTS.plus(1))
        .set(FETCH.TROUBLE, why.trouble().word())
        .set(FETCH.VENDOR_CODE, why.code())
        .set(FETCH.VENDOR_MESSAGE, why.message())
        .setNull(FETCH.ALIVE_AT)
        .where(FETCH.ID.eq(id))
        .execute();
  }

  void end(UUID id, Fetch.Status status, ReportAnswer.@Nullable Refused why, Instant now) {
    var update = dsl.update(FETCH).set(FETCH.STATUS, status.word()).set(FETCH.FINISHED_AT, now);
    if (why != null) {
      update =
          update
              .set(FETCH.TROUBLE, why.trouble().word())
              .set(FETCH.VENDOR_CODE, why.code())
              .set(FETCH.VENDOR_MESSAGE, why.message());
    } else if (status == Fetch.Status.DONE) {
      update =
          update.setNull(FETCH.TROUBLE).setNull(FETCH.VENDOR_CODE).setNull(FETCH.VENDOR_MESSAGE);
    }
    update.where(FETCH.ID.eq(id)).execute();
  }

  /** One that waits ends at once, one that runs after the page it is at. */
  void cancel(UUID id, Instant now) {
    dsl.update(FETCH).set(FETCH.CANCEL_ASKED, true).where(FETCH.ID.eq(id)).execute();
    dsl.update(FETCH)
        .set(FETCH.STATUS, Fetch.Status.CANCELLED.word())
        .set(FETCH.FINISHED_AT, now)
        .where(FETCH.ID.eq(id))
        .and(FETCH.STATUS.eq(Fetch.Status.WAITING.word()))
        .execute();
  }

  private static Condition claimable(Instant now) {
    return FETCH
        .STATUS
        .eq(Fetch.Status.WAITING.word())
        .and(FETCH.NOT_BEFORE.le(now))
        .or(
            FETCH
                .STATUS
                .eq(Fetch.Status.RUNNING.word())
                .and(FETCH.ALIVE_AT.lt(now.minus(SILENCE))));
  }

  private Fetch fetch(Record r) {
    String trouble = r.get(FETCH.TROUBLE);
    return new Fetch(
        r.get(FETCH.ID),
        r.get(FETCH.ACCOUNT_ID),
        r.get(FETCH.SCHEDULED_ON),
        r.get(FETCH.DAY_FROM),
        r.get(FETCH.DAY_TO),
        Fetch.Status.of(r.get(FETCH.STATUS)),
        r.get(FETCH.NEXT_DAY),
        json.readValue(r.get(FETCH.FAILED_DAYS).data(), DAYS),
        r.get(FETCH.LINES_NEW),
        r.get(FETCH.LINES_CHANGED),
        r.get(FETCH.LINES_SAME),
        r.get(FETCH.AMOUNT_FEN),
        r.get(FETCH.OTHER_LEVEL_DAYS),
        trouble == null ? null : Trouble.of(trouble),
        r.get(FETCH.VENDOR_CODE),
        r.get(FETCH.VENDOR_MESSAGE),
        r.get(FETCH.ATTEMPTS),
        r.get(FETCH.NOT_BEFORE),
        r.get(FETCH.ASKED_BY_NAME),
        r.get(FETCH.CREATED_AT),
        r.get(FETCH.FINISHED_AT));
  }
}
