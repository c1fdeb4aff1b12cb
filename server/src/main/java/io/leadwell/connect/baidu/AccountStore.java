package io.leadwell.connect.baidu;

import static io.leadwell.tables.baidu.Tables.ACCOUNT;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.RecordMapper;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Rows of accounts; tokens go in and out sealed. */
@Repository
class AccountStore {

  private static final RecordMapper<Record, BaiduAccount> ACCOUNT_OF =
      r ->
          new BaiduAccount(
              r.get(ACCOUNT.ID),
              r.get(ACCOUNT.USER_NAME),
              r.get(ACCOUNT.TOKEN_HINT),
              r.get(ACCOUNT.CHANNEL_ID),
              ReportLevel.of(r.get(ACCOUNT.LEVEL)),
              r.get(ACCOUNT.ENABLED),
              r.get(ACCOUNT.FETCH_HOUR),
              r.get(ACCOUNT.FETCHED_UNTIL));

  private final DSLContext dsl;

  AccountStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  List<BaiduAccount> all() {
    return dsl.selectFrom(ACCOUNT).orderBy(ACCOUNT.CREATED_AT, ACCOUNT.ID).fetch(ACCOUNT_OF);
  }

  Optional<BaiduAccount> find(UUID id) {
    return dsl.selectFrom(ACCOUNT).where(ACCOUNT.ID.eq(id)).fetchOptional(ACCOUNT_OF);
  }

  Optional<UUID> named(String userName) {
    return dsl.select(ACCOUNT.ID)
        .from(ACCOUNT)
        .where(DSL.lower(DSL.trim(ACCOUNT.USER_NAME)).eq(userName.strip().toLowerCase(Locale.ROOT)))
        .fetchOptional(ACCOUNT.ID);
  }

  String token(UUID id) {
    return dsl.select(ACCOUNT.TOKEN).from(ACCOUNT).where(ACCOUNT.ID.eq(id)).fetchSingle().value1();
  }

  void insert(UUID id, BaiduAccountDraft draft, UUID channelId, String sealed, String hint) {
    dsl.insertInto(ACCOUNT)
        .set(ACCOUNT.ID, id)
        .set(ACCOUNT.USER_NAME, draft.userName())
        .set(ACCOUNT.TOKEN, sealed)
        .set(ACCOUNT.TOKEN_HINT, hint)
        .set(ACCOUNT.CHANNEL_ID, channelId)
        .set(ACCOUNT.LEVEL, draft.level().word())
        .set(ACCOUNT.ENABLED, draft.enabled())
        .set(ACCOUNT.FETCH_HOUR, draft.fetchHour())
        .execute();
  }

  void update(UUID id, BaiduAccountDraft draft, UUID channelId) {
    dsl.update(ACCOUNT)
        .set(ACCOUNT.USER_NAME, draft.userName())
        .set(ACCOUNT.CHANNEL_ID, channelId)
        .set(ACCOUNT.LEVEL, draft.level().word())
        .set(ACCOUNT.ENABLED, draft.enabled())
        .set(ACCOUNT.FETCH_HOUR, draft.fetchHour())
        .where(ACCOUNT.ID.eq(id))
        .execute();
  }

  void token(UUID id, String sealed, String hint) {
    dsl.update(ACCOUNT)
        .set(ACCOUNT.TOKEN, sealed)
        .set(ACCOUNT.TOKEN_HINT, hint)
        .where(ACCOUNT.ID.eq(id))
        .execute();
  }

  /** Everything up to this day is here; never goes back. */
  void fetchedUntil(UUID id, @Nullable LocalDate day) {
    dsl.update(ACCOUNT)
        .set(ACCOUNT.FETCHED_UNTIL, day)
        .where(ACCOUNT.ID.eq(id))
        .and(ACCOUNT.FETCHED_UNTIL.isNull().or(ACCOUNT.FETCHED_UNTIL.lt(day)))
        .execute();
  }

  void delete(UUID id) {
    dsl.deleteFrom(ACCOUNT).where(ACCOUNT.ID.eq(id)).execute();
  }
}
