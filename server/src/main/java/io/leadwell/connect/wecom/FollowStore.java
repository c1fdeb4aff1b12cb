package io.leadwell.connect.wecom;

import static io.leadwell.tables.wecom.Tables.CODE;
import static io.leadwell.tables.wecom.Tables.COLLEAGUE;
import static io.leadwell.tables.wecom.Tables.CONTACT;
import static io.leadwell.tables.wecom.Tables.FOLLOW;
import static io.leadwell.tables.wecom.Tables.FOLLOW_MOVE;

import io.leadwell.base.platform.Ids;
import io.leadwell.connect.wecom.ContactDetail.Bond;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The bonds of contacts with colleagues, and the moves they are folded from. */
@Repository
class FollowStore {

  /** WeCom dates one addition in its list and in its callback up to this far apart. */
  private static final Duration SAME_ADDITION = Duration.ofMinutes(2);

  private final DSLContext dsl;

  FollowStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** A bond as folded. */
  record Follow(
      UUID id,
      String userId,
      @Nullable String userName,
      @Nullable UUID memberId,
      @Nullable String state,
      @Nullable UUID codeId,
      @Nullable String codeName,
      @Nullable Integer addWay,
      @Nullable Instant firstAddedAt,
      @Nullable Instant addedAt,
      @Nullable Instant leftAt,
      boolean leftByCustomer,
      @Nullable String remark,
      @Nullable String description,
      @Nullable String corp,
      List<String> mobiles,
      List<String> tags,
      @Nullable String transferProblem) {

    boolean present() {
      return addedAt != null && (leftAt == null || leftAt.isBefore(addedAt));
    }
  }

  UUID follow(UUID contactId, String userId) {
    dsl.insertInto(FOLLOW)
        .set(FOLLOW.ID, Ids.next())
        .set(FOLLOW.CONTACT_ID, contactId)
        .set(FOLLOW.USER_ID, userId)
        .onConflict(FOLLOW.CONTACT_ID, FOLLOW.USER_ID)
        .doNothing()
        .execute();
    return dsl.select(FOLLOW.ID)
        .from(FOLLOW)
        .where(FOLLOW.CONTACT_ID.eq(contactId).and(FOLLOW.USER_ID.eq(userId)))
        .fetchSingle(FOLLOW.ID);
  }

  void learn(UUID followId, Bond bond) {
    dsl.update(FOLLOW)
        .set(FOLLOW.ADD_WAY, bond.addWay())
        .set(FOLLOW.REMARK, bond.remark())
        .set(FOLLOW.DESCRIPTION, bond.description())
        .set(FOLLOW.REMARK_CORP, bond.corp())
        .set(FOLLOW.REMARK_MOBILES, bond.mobiles().toArray(String[]::new))
        .set(FOLLOW.TAGS, bond.tags().toArray(String[]::new))
        .where(FOLLOW.ID.eq(followId))
        .execute();
  }

  /**
   * Puts an addition on record. False when it is known: told again, or told by the list as well as
   * by the callback, a moment apart and with no leaving in between.
   */
  boolean added(UUID followId, Instant at, @Nullable String state, @Nullable UUID incomingId) {
    List<Record> near =
        dsl.select(FOLLOW_MOVE.MOVE, FOLLOW_MOVE.HAPPENED_AT, FOLLOW_MOVE.STATE)
            .from(FOLLOW_MOVE)
            .where(FOLLOW_MOVE.FOLLOW_ID.eq(followId))
            .and(FOLLOW_MOVE.HAPPENED_AT.between(at.minus(SAME_ADDITION), at.plus(SAME_ADDITION)))
            .orderBy(FOLLOW_MOVE.HAPPENED_AT)
            .fetch(row -> (Record) row);
    for (Record one : near) {
      Instant other = one.get(FOLLOW_MOVE.HAPPENED_AT);
      if (one.get(FOLLOW_MOVE.MOVE).equals("add") && !leftBetween(near, other, at)) {
        if (state != null && one.get(FOLLOW_MOVE.STATE) == null) {
          dsl.update(FOLLOW_MOVE)
              .set(FOLLOW_MOVE.STATE, state)
              .where(FOLLOW_MOVE.FOLLOW_ID.eq(followId))
              .and(FOLLOW_MOVE.MOVE.eq("add"))
              .and(FOLLOW_MOVE.HAPPENED_AT.eq(other))
              .execute();
        }
        return false;
      }
    }
    return move(followId, "add", at, true, state, incomingId);
  }

  private static boolean leftBetween(List<Record> near, Instant one, Instant other) {
    Instant from = one.isBefore(other) ? one : other;
    Instant to = one.isBefore(other) ? other : one;
    return near.stream()
        .anyMatch(move ->
            move.get(FOLLOW_MOVE.MOVE).equals("leave")
                && !move.get(FOLLOW_MOVE.HAPPENED_AT).isBefore(from)
                && move.get(FOLLOW_MOVE.HAPPENED_AT).isBefore(to));
  }

  boolean left(UUID followId, Instant at, boolean byCustomer, UUID incomingId) {
    return move(followId, "leave", at, byCustomer, null, incomingId);
  }

  private boolean move(
      UUID followId,
      String move,
      Instant at,
      boolean byCustomer,
      @Nullable String state,
      @Nullable UUID incomingId) {
    return dsl.insertInto(FOLLOW_MOVE)
            .set(FOLLOW_MOVE.FOLLOW_ID, followId)
            .set(FOLLOW_MOVE.MOVE, move)
            .set(FOLLOW_MOVE.HAPPENED_AT, at)
            .set(FOLLOW_MOVE.BY_CUSTOMER, byCustomer)
            .set(FOLLOW_MOVE.STATE, state)
            .set(FOLLOW_MOVE.INCOMING_ID, incomingId)
            .onConflictDoNothing()
            .execute()
        > 0;
  }

  void transferFailed(UUID followId, String problem) {
    dsl.update(FOLLOW)
        .set(FOLLOW.TRANSFER_PROBLEM, problem)
        .where(FOLLOW.ID.eq(followId))
        .execute();
  }

  /** Who added whom, when, by which code and who has left: what the moves come to. */
  void fold(UUID followId, UUID connectionId) {
    String state = null;
    Instant first = null;
    Instant added = null;
    Instant left = null;
    boolean byCustomer = true;
    for (Record move :
        dsl.selectFrom(FOLLOW_MOVE)
            .where(FOLLOW_MOVE.FOLLOW_ID.eq(followId))
            .orderBy(FOLLOW_MOVE.HAPPENED_AT, FOLLOW_MOVE.MOVE)
            .fetch()) {
      Instant at = move.get(FOLLOW_MOVE.HAPPENED_AT);
      if (move.get(FOLLOW_MOVE.MOVE).equals("add")) {
        first = first == null ? at : first;
        added = at;
        state = state == null ? move.get(FOLLOW_MOVE.STATE) : state;
      } else {
        left = at;
        byCustomer = move.get(FOLLOW_MOVE.BY_CUSTOMER);
      }
    }
    UUID code =
        state == null
            ? null
            : dsl.select(CODE.ID)
                .from(CODE)
                .where(CODE.CONNECTION_ID.eq(connectionId).and(CODE.STATE.eq(state)))
                .fetchOne(CODE.ID);
    dsl.update(FOLLOW)
        .set(FOLLOW.STATE, state)
        .set(FOLLOW.CODE_ID, code)
        .set(FOLLOW.FIRST_ADDED_AT, first)
        .set(FOLLOW.ADDED_AT, added)
        .set(FOLLOW.LEFT_AT, left)
        .set(FOLLOW.LEFT_BY, left == null ? null : byCustomer ? "customer" : "colleague")
        .where(FOLLOW.ID.eq(followId))
        .execute();
  }

  /** The bonds of a contact, the oldest first. */
  List<Follow> follows(UUID contactId) {
    return dsl.select(FOLLOW.fields())
        .select(COLLEAGUE.NAME, COLLEAGUE.MEMBER_ID, CODE.NAME)
        .from(FOLLOW)
        .join(CONTACT)
        .on(CONTACT.ID.eq(FOLLOW.CONTACT_ID))
        .leftJoin(COLLEAGUE)
        .on(
            COLLEAGUE
                .CONNECTION_ID
                .eq(CONTACT.CONNECTION_ID)
                .and(COLLEAGUE.USER_ID.eq(FOLLOW.USER_ID)))
        .leftJoin(CODE)
        .on(CODE.ID.eq(FOLLOW.CODE_ID))
        .where(FOLLOW.CONTACT_ID.eq(contactId))
        .orderBy(FOLLOW.FIRST_ADDED_AT.asc().nullsLast(), FOLLOW.ID)
        .fetch(FollowStore::follow);
  }

  private static Follow follow(Record row) {
    return new Follow(
        row.get(FOLLOW.ID),
        row.get(FOLLOW.USER_ID),
        row.get(COLLEAGUE.NAME),
        row.get(COLLEAGUE.MEMBER_ID),
        row.get(FOLLOW.STATE),
        row.get(FOLLOW.CODE_ID),
        row.get(CODE.NAME),
        row.get(FOLLOW.ADD_WAY),
        row.get(FOLLOW.FIRST_ADDED_AT),
        row.get(FOLLOW.ADDED_AT),
        row.get(FOLLOW.LEFT_AT),
        "customer".equals(row.get(FOLLOW.LEFT_BY)),
        row.get(FOLLOW.REMARK),
        row.get(FOLLOW.DESCRIPTION),
        row.get(FOLLOW.REMARK_CORP),
        List.of(row.get(FOLLOW.REMARK_MOBILES)),
        List.of(row.get(FOLLOW.TAGS)),
        row.get(FOLLOW.TRANSFER_PROBLEM));
  }
}
