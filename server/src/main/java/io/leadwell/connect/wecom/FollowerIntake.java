package io.leadwell.connect.wecom;

import static io.leadwell.tables.wecom.Tables.FOLLOWER;
import static io.leadwell.tables.wecom.Tables.FOLLOWER_MOVE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import io.leadwell.base.platform.Database;
import io.leadwell.base.platform.Ids;
import io.leadwell.pool.leads.Arrival;
import io.leadwell.pool.leads.Arrivals;
import io.leadwell.pool.leads.Arrivals.Arrived;
import io.leadwell.pool.leads.CameFrom;
import io.leadwell.pool.leads.Fact;
import io.leadwell.pool.leads.Facts;
import io.leadwell.pool.leads.Identity;
import io.leadwell.pool.leads.Observation.TouchSeen;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Half-private contacts from files and other systems. */
@Component
class FollowerIntake {

  /** What became of a draft. */
  enum Outcome {
    FRESH,
    CHANGED,
    SAME
  }

  record Brought(UUID id, Outcome outcome) {}

  private final DSLContext dsl;
  private final FollowerStore store;
  private final Arrivals arrivals;
  private final Database database;
  private final Clock clock;

  FollowerIntake(
      DSLContext dsl, FollowerStore store, Arrivals arrivals, Database database, Clock clock) {
    this.dsl = dsl;
    this.store = store;
    this.arrivals = arrivals;
    this.database = database;
    this.clock = clock;
  }

  Outcome foresee(FollowerDraft draft) {
    Record known = known(draft);
    return known == null ? Outcome.FRESH : says(known, draft) ? Outcome.SAME : Outcome.CHANGED;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public Brought bring(FollowerDraft draft, @Nullable UUID importId, @Nullable UUID actor) {
    database.lock("wecom.follower." + draft.account() + "." + draft.key());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Record before = known(draft);
    UUID id = before == null ? Ids.next() : before.get(FOLLOWER.ID);
    Outcome outcome =
        before == null ? Outcome.FRESH : says(before, draft) ? Outcome.SAME : Outcome.CHANGED;
    if (before == null) {
      add(id, draft, importId, now);
    } else if (outcome == Outcome.CHANGED) {
      change(id, draft);
    }
    if (draft.leftDetails()) {
      // Stable however often it is told: the time is part of what makes an arrival the same.
      Instant met = before == null ? now : before.get(FOLLOWER.CREATED_AT);
      arrive(id, draft.followedAt() == null ? met : draft.followedAt(), draft, actor);
    }
    return new Brought(id, outcome);
  }

  private @Nullable Record known(FollowerDraft draft) {
    return dsl.selectFrom(FOLLOWER)
        .where(FOLLOWER.ACCOUNT.eq(draft.account()).and(FOLLOWER.OPEN_ID.eq(draft.key())))
        .fetchOne();
  }

  /** What a draft leaves out, it does not speak of. */
  private static boolean says(Record known, FollowerDraft draft) {
    return agrees(known.get(FOLLOWER.UNION_ID), draft.unionId())
        && agrees(known.get(FOLLOWER.NAME), draft.name())
        && agrees(known.get(FOLLOWER.REMARK), draft.remark())
        && agrees(known.get(FOLLOWER.CHANNEL_ID), draft.channelId())
        && agrees(known.get(FOLLOWER.CAMPAIGN_ID), draft.campaignId())
        && (known.get(FOLLOWER.LEAD_ID) != null || !draft.leftDetails());
  }

  private static boolean agrees(@Nullable Object known, @Nullable Object told) {
    return told == null || told.equals(known);
  }

  private void add(UUID id, FollowerDraft draft, @Nullable UUID importId, Instant now) {
    Instant seen = draft.followedAt() == null ? now : draft.followedAt();
    dsl.insertInto(FOLLOWER)
        .set(FOLLOWER.ID, id)
        .set(FOLLOWER.SOURCE, draft.source().word())
        .set(FOLLOWER.ACCOUNT, draft.account())
        .set(FOLLOWER.OPEN_ID, draft.key())
        .set(FOLLOWER.UNION_ID, draft.unionId())
        .set(FOLLOWER.NAME, draft.name())
        .set(FOLLOWER.REMARK, draft.remark())
        .set(FOLLOWER.CHANNEL_ID, draft.channelId())
        .set(FOLLOWER.CAMPAIGN_ID, draft.campaignId())
        .set(FOLLOWER.FIRST_FOLLOWED_AT, draft.followedAt())
        .set(FOLLOWER.FOLLOWED_AT, draft.followedAt())
        .set(FOLLOWER.LAST_SEEN_AT, seen)
        .set(FOLLOWER.IMPORT_ID, importId)
        .set(FOLLOWER.CREATED_AT, now)
        .execute();
  }

  private void change(UUID id, FollowerDraft draft) {
    dsl.update(FOLLOWER)
        .set(
            FOLLOWER.UNION_ID, coalesce(val(draft.unionId(), FOLLOWER.UNION_ID), FOLLOWER.UNION_ID))
        .set(FOLLOWER.NAME, coalesce(val(draft.name(), FOLLOWER.NAME), FOLLOWER.NAME))
        .set(FOLLOWER.REMARK, coalesce(val(draft.remark(), FOLLOWER.REMARK), FOLLOWER.REMARK))
        .set(
            FOLLOWER.CHANNEL_ID,
            coalesce(val(draft.channelId(), FOLLOWER.CHANNEL_ID), FOLLOWER.CHANNEL_ID))
        .set(
            FOLLOWER.CAMPAIGN_ID,
            coalesce(val(draft.campaignId(), FOLLOWER.CAMPAIGN_ID), FOLLOWER.CAMPAIGN_ID))
        .where(FOLLOWER.ID.eq(id))
        .execute();
  }

  /** Details were left: the follower is a lead now. The same details again are the same arrival. */
  private void arrive(UUID id, Instant at, FollowerDraft draft, @Nullable UUID actor) {
    CameFrom from = new CameFrom(draft.channelId(), draft.campaignId(), null, null, null, null);
    Facts.Builder builder =
        Facts.build()
            .with(Fact.NAME, draft.name())
            .with(Fact.PHONE, draft.phone())
            .with(Fact.EMAIL, draft.email())
            .with(Fact.COMPANY, draft.company())
            .with(Fact.NOTE, draft.remark());
    Origins.state(builder, from);
    Facts facts = builder.done();
    String details = HexFormat.of().formatHex(Hashes.sha256(facts.toStore().toString()), 0, 8);
    Arrived arrived =
        arrivals.bring(
            new Arrival(
                "follower:" + draft.account(),
                draft.key() + ":" + details,
                at,
                actor,
                facts.toStore(),
                facts,
                new TouchSeen("follow", at, from, Map.of(), null, Map.of()),
                identities(draft),
                List.of(),
                true));
    UUID lead = arrived.leadId();
    if (lead != null) {
      store.became(id, arrived.personId(), lead, "details", at);
    }
  }

  private static List<Identity> identities(FollowerDraft draft) {
    List<Identity> identities = new ArrayList<>();
    if (draft.openId() != null && draft.source() == FollowerSource.OFFICIAL) {
      identities.add(new Identity(Identity.Kind.OPENID, draft.account(), draft.openId()));
    }
    if (draft.unionId() != null) {
      identities.add(new Identity(Identity.Kind.UNIONID, "", draft.unionId()));
    }
    return identities;
  }

  /** Half-private contacts of an import that are nothing more since. */
  Condition removable(UUID importId) {
    return FOLLOWER
        .IMPORT_ID
        .eq(importId)
        .and(FOLLOWER.LEAD_ID.isNull())
        .andNot(
            exists(
                selectOne().from(FOLLOWER_MOVE).where(FOLLOWER_MOVE.FOLLOWER_ID.eq(FOLLOWER.ID))));
  }

  int count(Condition condition) {
    return dsl.fetchCount(FOLLOWER, condition);
  }

  int remove(Condition condition) {
    return dsl.deleteFrom(FOLLOWER).where(condition).execute();
  }

  Condition of(UUID importId) {
    return FOLLOWER.IMPORT_ID.eq(importId);
  }
}
