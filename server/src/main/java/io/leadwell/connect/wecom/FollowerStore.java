package io.leadwell.connect.wecom;

import static io.leadwell.tables.wecom.Tables.FOLLOWER;
import static io.leadwell.tables.wecom.Tables.FOLLOWER_MOVE;
import static org.jooq.impl.DSL.val;

import io.leadwell.base.platform.Ids;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Half-private contacts, and the moves they are folded from. */
@Repository
class FollowerStore {

  private final DSLContext dsl;

  FollowerStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** A follower as the intake needs it. */
  record Kept(
      UUID id,
      @Nullable String unionId,
      @Nullable String name,
      @Nullable String remark,
      @Nullable UUID channelId,
      @Nullable UUID campaignId,
      @Nullable UUID personId,
      @Nullable UUID leadId,
      boolean fetched) {}

  Optional<Kept> find(String account, String openId) {
    return dsl.selectFrom(FOLLOWER)
        .where(FOLLOWER.ACCOUNT.eq(account).and(FOLLOWER.OPEN_ID.eq(openId)))
        .fetchOptional(FollowerStore::kept);
  }

  Kept follower(
      @Nullable UUID connectionId,
      FollowerSource source,
      String account,
      String openId,
      Instant at) {
    dsl.insertInto(FOLLOWER)
        .set(FOLLOWER.ID, Ids.next())
        .set(FOLLOWER.CONNECTION_ID, connectionId)
        .set(FOLLOWER.SOURCE, source.word())
        .set(FOLLOWER.ACCOUNT, account)
        .set(FOLLOWER.OPEN_ID, openId)
        .set(FOLLOWER.LAST_SEEN_AT, at)
        .onConflict(FOLLOWER.ACCOUNT, FOLLOWER.OPEN_ID)
        .doNothing()
        .execute();
    return find(account, openId).orElseThrow();
  }

  void learn(
      UUID id,
      @Nullable String unionId,
      @Nullable String scene,
      @Nullable String remark,
      Instant now) {
    var change = dsl.update(FOLLOWER).set(FOLLOWER.FETCHED_AT, now);
    if (unionId != null) {
      change = change.set(FOLLOWER.UNION_ID, unionId);
    }
    if (scene != null) {
      change = change.set(FOLLOWER.SCENE, scene);
    }
    if (remark != null) {
      change = change.set(FOLLOWER.REMARK, remark);
    }
    change.where(FOLLOWER.ID.eq(id)).execute();
  }

  /** False when the same callback was taken in before. */
  boolean move(
      UUID incomingId,
      UUID follower,
      String move,
      Instant at,
      @Nullable String what,
      @Nullable UUID code) {
    return dsl.insertInto(FOLLOWER_MOVE)
            .set(FOLLOWER_MOVE.ID, incomingId)
            .set(FOLLOWER_MOVE.FOLLOWER_ID, follower)
            .set(FOLLOWER_MOVE.MOVE, move)
            .set(FOLLOWER_MOVE.HAPPENED_AT, at)
            .set(FOLLOWER_MOVE.WHAT, what)
            .set(FOLLOWER_MOVE.CODE_ID, code)
            .onConflictDoNothing()
            .execute()
        > 0;
  }

  /** What the moves come to; the first code that was scanned stays. */
  void fold(UUID id) {
    Instant first = null;
    Instant followed = null;
    Instant left = null;
    Instant last = null;
    UUID code = null;
    int interactions = 0;
    for (Record move :
        dsl.selectFrom(FOLLOWER_MOVE)
            .where(FOLLOWER_MOVE.FOLLOWER_ID.eq(id))
            .orderBy(FOLLOWER_MOVE.HAPPENED_AT, FOLLOWER_MOVE.ID)
            .fetch()) {
      Instant at = move.get(FOLLOWER_MOVE.HAPPENED_AT);
      last = at;
      code = code == null ? move.get(FOLLOWER_MOVE.CODE_ID) : code;
      switch (move.get(FOLLOWER_MOVE.MOVE)) {
        case "follow" -> {
          first = first == null ? at : first;
          followed = at;
        }
        case "leave" -> left = at;
        default -> interactions++;
      }
    }
    dsl.update(FOLLOWER)
        .set(FOLLOWER.FIRST_FOLLOWED_AT, first)
        .set(FOLLOWER.FOLLOWED_AT, followed)
        .set(FOLLOWER.LEFT_AT, left)
        .set(FOLLOWER.LAST_SEEN_AT, last == null ? FOLLOWER.LAST_SEEN_AT : val(last))
        .set(FOLLOWER.CODE_ID, code)
        .set(FOLLOWER.INTERACTIONS, interactions)
        .where(FOLLOWER.ID.eq(id))
        .execute();
  }

  void cameFrom(UUID id, @Nullable UUID channel, @Nullable UUID campaign) {
    dsl.update(FOLLOWER)
        .set(FOLLOWER.CHANNEL_ID, channel)
        .set(FOLLOWER.CAMPAIGN_ID, campaign)
        .where(
            FOLLOWER.ID.eq(id).and(FOLLOWER.CHANNEL_ID.isNull()).and(FOLLOWER.CAMPAIGN_ID.isNull()))
        .execute();
  }

  void belongsTo(UUID id, UUID person) {
    dsl.update(FOLLOWER).set(FOLLOWER.PERSON_ID, person).where(FOLLOWER.ID.eq(id)).execute();
  }

  /** A lead of a person went into another, or is its own again. */
  void leadMoved(UUID personId, UUID from, UUID to) {
    dsl.update(FOLLOWER)
        .set(FOLLOWER.LEAD_ID, to)
        .where(FOLLOWER.PERSON_ID.eq(personId))
        .and(FOLLOWER.LEAD_ID.eq(from))
        .execute();
  }

  void became(UUID id, UUID person, UUID lead, String by, Instant at) {
    dsl.update(FOLLOWER)
        .set(FOLLOWER.PERSON_ID, person)
        .set(FOLLOWER.LEAD_ID, lead)
        .set(FOLLOWER.LEAD_BY, by)
        .set(FOLLOWER.LEAD_AT, at)
        .where(FOLLOWER.ID.eq(id).and(FOLLOWER.LEAD_ID.isNull()))
        .execute();
  }

  /** Whoever follows under this union id is known as somebody else already. */
  void became(String unionId, UUID person, @Nullable UUID lead, String by, Instant at) {
    dsl.select(FOLLOWER.ID)
        .from(FOLLOWER)
        .where(FOLLOWER.UNION_ID.eq(unionId).and(FOLLOWER.LEAD_ID.isNull()))
        .forEach(row -> {
          if (lead == null) {
            belongsTo(row.value1(), person);
          } else {
            became(row.value1(), person, lead, by, at);
          }
        });
  }

  /** Followers who are known as people and not yet as leads, with their people. */
  Map<UUID, UUID> withoutLead(@Nullable UUID after, int most) {
    var wanted = FOLLOWER.LEAD_ID.isNull().and(FOLLOWER.PERSON_ID.isNotNull());
    return dsl.select(FOLLOWER.ID, FOLLOWER.PERSON_ID)
        .from(FOLLOWER)
        .where(after == null ? wanted : wanted.and(FOLLOWER.ID.gt(after)))
        .orderBy(FOLLOWER.ID)
        .limit(most)
        .fetchMap(FOLLOWER.ID, FOLLOWER.PERSON_ID);
  }

  private static Kept kept(Record row) {
    return new Kept(
        row.get(FOLLOWER.ID),
        row.get(FOLLOWER.UNION_ID),
        row.get(FOLLOWER.NAME),
        row.get(FOLLOWER.REMARK),
        row.get(FOLLOWER.CHANNEL_ID),
        row.get(FOLLOWER.CAMPAIGN_ID),
        row.get(FOLLOWER.PERSON_ID),
        row.get(FOLLOWER.LEAD_ID),
        row.get(FOLLOWER.FETCHED_AT) != null);
  }
}
