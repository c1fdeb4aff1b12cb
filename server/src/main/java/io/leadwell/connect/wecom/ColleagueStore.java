package io.leadwell.connect.wecom;

import static io.leadwell.tables.wecom.Tables.COLLEAGUE;

import io.leadwell.base.platform.Ids;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Colleagues by WeCom's user ids: met once, never made anew. */
@Repository
class ColleagueStore {

  private final DSLContext dsl;

  ColleagueStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  List<Colleague> of(UUID connectionId) {
    return dsl.selectFrom(COLLEAGUE)
        .where(COLLEAGUE.CONNECTION_ID.eq(connectionId))
        .orderBy(COLLEAGUE.GONE_AT.isNotNull(), COLLEAGUE.NAME, COLLEAGUE.USER_ID)
        .fetch(ColleagueStore::map);
  }

  Optional<Colleague> find(UUID id) {
    return dsl.selectFrom(COLLEAGUE).where(COLLEAGUE.ID.eq(id)).fetchOptional(ColleagueStore::map);
  }

  Optional<Colleague> find(UUID connectionId, String userId) {
    return dsl.selectFrom(COLLEAGUE)
        .where(COLLEAGUE.CONNECTION_ID.eq(connectionId).and(COLLEAGUE.USER_ID.eq(userId)))
        .fetchOptional(ColleagueStore::map);
  }

  void meet(UUID connectionId, String userId, Instant now) {
    dsl.insertInto(COLLEAGUE)
        .set(COLLEAGUE.ID, Ids.next())
        .set(COLLEAGUE.CONNECTION_ID, connectionId)
        .set(COLLEAGUE.USER_ID, userId)
        .set(COLLEAGUE.SEEN_AT, now)
        .onConflict(COLLEAGUE.CONNECTION_ID, COLLEAGUE.USER_ID)
        .doUpdate()
        .set(COLLEAGUE.SEEN_AT, now)
        .setNull(COLLEAGUE.GONE_AT)
        .execute();
  }

  void gone(UUID connectionId, Collection<String> present, Instant now) {
    dsl.update(COLLEAGUE)
        .set(COLLEAGUE.GONE_AT, now)
        .where(COLLEAGUE.CONNECTION_ID.eq(connectionId))
        .and(COLLEAGUE.USER_ID.notIn(present))
        .and(COLLEAGUE.GONE_AT.isNull())
        .execute();
  }

  void named(UUID connectionId, String userId, String name) {
    dsl.update(COLLEAGUE)
        .set(COLLEAGUE.NAME, name)
        .where(COLLEAGUE.CONNECTION_ID.eq(connectionId).and(COLLEAGUE.USER_ID.eq(userId)))
        .execute();
  }

  /** The administrator of the corp has changed somebody's user id; whoever it is stays the same. */
  void renamed(UUID connectionId, String before, String after) {
    if (find(connectionId, after).isEmpty()) {
      dsl.update(COLLEAGUE)
          .set(COLLEAGUE.USER_ID, after)
          .where(COLLEAGUE.CONNECTION_ID.eq(connectionId).and(COLLEAGUE.USER_ID.eq(before)))
          .execute();
    }
  }

  void match(UUID id, @Nullable UUID member, @Nullable String by, boolean settled) {
    dsl.update(COLLEAGUE)
        .set(COLLEAGUE.MEMBER_ID, member)
        .set(COLLEAGUE.MATCHED_BY, by)
        .set(COLLEAGUE.SETTLED, settled)
        .where(COLLEAGUE.ID.eq(id))
        .execute();
  }

  private static Colleague map(Record row) {
    return new Colleague(
        row.get(COLLEAGUE.ID),
        row.get(COLLEAGUE.CONNECTION_ID),
        row.get(COLLEAGUE.USER_ID),
        row.get(COLLEAGUE.NAME),
        row.get(COLLEAGUE.MEMBER_ID),
        row.get(COLLEAGUE.MATCHED_BY),
        row.get(COLLEAGUE.SETTLED),
        row.get(COLLEAGUE.GONE_AT));
  }
}
