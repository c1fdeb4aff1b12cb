package io.leadwell.connect.wecom;

import static io.leadwell.tables.wecom.Tables.CODE;
import static io.leadwell.tables.wecom.Tables.FOLLOWER;
import static io.leadwell.tables.wecom.Tables.FOLLOWER_MOVE;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import io.leadwell.base.platform.Cursor;
import io.leadwell.base.platform.Page;
import io.leadwell.base.platform.PlatformProblem;
import io.leadwell.base.platform.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Half-private contacts page by page, those seen last first. */
@Repository
class FollowerList {

  private static final int COUNTED = 10_000;
  private static final Condition GONE =
      FOLLOWER
          .LEFT_AT
          .isNotNull()
          .and(FOLLOWER.FOLLOWED_AT.isNull().or(FOLLOWER.LEFT_AT.ge(FOLLOWER.FOLLOWED_AT)));

  private final DSLContext dsl;

  FollowerList(DSLContext dsl) {
    this.dsl = dsl;
  }

  Page<Follower> page(FollowerFilter filter, @Nullable String cursor, int limit) {
    Condition wanted = condition(filter);
    List<String> last = Cursor.values(cursor, 2);
    List<Follower> found =
        dsl.select(fields())
            .from(FOLLOWER)
            .leftJoin(CODE)
            .on(CODE.ID.eq(FOLLOWER.CODE_ID))
            .where(last == null ? wanted : wanted.and(after(last)))
            .orderBy(FOLLOWER.LAST_SEEN_AT.desc(), FOLLOWER.ID.desc())
            .limit(limit + 1)
            .fetch(FollowerList::map);
    boolean more = found.size() > limit;
    List<Follower> items = more ? found.subList(0, limit) : found;
    String next =
        more
            ? Cursor.of(
                List.of(items.getLast().lastSeenAt().toString(), items.getLast().id().toString()))
            : null;
    int total = dsl.fetchCount(selectOne().from(FOLLOWER).where(wanted).limit(COUNTED + 1));
    return new Page<>(items, next, Math.min(total, COUNTED), total > COUNTED);
  }

  Optional<Follower> find(UUID id) {
    return dsl.select(fields())
        .from(FOLLOWER)
        .leftJoin(CODE)
        .on(CODE.ID.eq(FOLLOWER.CODE_ID))
        .where(FOLLOWER.ID.eq(id))
        .fetchOptional(FollowerList::map);
  }

  List<Follower.Move> moves(UUID id, int most) {
    return dsl.select(
            FOLLOWER_MOVE.ID,
            FOLLOWER_MOVE.MOVE,
            FOLLOWER_MOVE.HAPPENED_AT,
            FOLLOWER_MOVE.WHAT,
            CODE.NAME)
        .from(FOLLOWER_MOVE)
        .leftJoin(CODE)
        .on(CODE.ID.eq(FOLLOWER_MOVE.CODE_ID))
        .where(FOLLOWER_MOVE.FOLLOWER_ID.eq(id))
        .orderBy(FOLLOWER_MOVE.HAPPENED_AT.desc(), FOLLOWER_MOVE.ID.desc())
        .limit(most)
        .fetch(row ->
            new Follower.Move(
                row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
  }

  /** The accounts there are followers of, for the filter. */
  List<String> accounts() {
    return dsl.selectDistinct(FOLLOWER.ACCOUNT)
        .from(FOLLOWER)
        .orderBy(FOLLOWER.ACCOUNT)
        .limit(100)
        .fetch(FOLLOWER.ACCOUNT);
  }

  private static Condition condition(FollowerFilter filter) {
    Condition wanted = noCondition();
    if (filter.source() != null) {
      wanted = wanted.and(FOLLOWER.SOURCE.eq(filter.source().word()));
    }
    if (filter.account() != null) {
      wanted = wanted.and(FOLLOWER.ACCOUNT.eq(filter.account()));
    }
    if (filter.following() != null) {
      wanted = wanted.and(filter.following() ? not(GONE) : GONE);
    }
    if (filter.lead() != null) {
      wanted = wanted.and(filter.lead() ? FOLLOWER.LEAD_ID.isNotNull() : FOLLOWER.LEAD_ID.isNull());
    }
    if (filter.channels() != null) {
      wanted =
          wanted.and(
              filter.channels().isEmpty()
                  ? FOLLOWER.CHANNEL_ID.isNull()
                  : FOLLOWER.CHANNEL_ID.in(filter.channels()));
    }
    if (filter.code() != null) {
      wanted = wanted.and(FOLLOWER.CODE_ID.eq(filter.code()));
    }
    if (filter.from() != null) {
      wanted = wanted.and(FOLLOWER.LAST_SEEN_AT.ge(filter.from()));
    }
    if (filter.before() != null) {
      wanted = wanted.and(FOLLOWER.LAST_SEEN_AT.lt(filter.before()));
    }
    String text = filter.text();
    if (text != null && !text.isBlank()) {
      String wantedText = text.strip();
      wanted =
          wanted.and(
              FOLLOWER
                  .NAME
                  .containsIgnoreCase(wantedText)
                  .or(FOLLOWER.REMARK.containsIgnoreCase(wantedText))
                  .or(FOLLOWER.OPEN_ID.eq(wantedText)));
    }
    return wanted;
  }

  private static Condition after(List<String> last) {
    try {
      return row(FOLLOWER.LAST_SEEN_AT, FOLLOWER.ID)
          .lt(row(val(Instant.parse(last.getFirst())), val(UUID.fromString(last.getLast()))));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new Problem(PlatformProblem.STALE_CURSOR);
    }
  }

  private static List<Field<?>> fields() {
    List<Field<?>> fields = new ArrayList<>(List.of(FOLLOWER.fields()));
    fields.add(CODE.NAME);
    return fields;
  }

  private static Follower map(Record row) {
    Instant followed = row.get(FOLLOWER.FOLLOWED_AT);
    Instant left = row.get(FOLLOWER.LEFT_AT);
    return new Follower(
        row.get(FOLLOWER.ID),
        FollowerSource.of(row.get(FOLLOWER.SOURCE)),
        row.get(FOLLOWER.CONNECTION_ID),
        row.get(FOLLOWER.ACCOUNT),
        row.get(FOLLOWER.NAME),
        row.get(FOLLOWER.REMARK),
        row.get(FOLLOWER.SCENE),
        row.get(FOLLOWER.CODE_ID),
        row.get(CODE.NAME),
        row.get(FOLLOWER.CHANNEL_ID),
        row.get(FOLLOWER.CAMPAIGN_ID),
        left == null || followed != null && followed.isAfter(left),
        followed,
        left,
        row.get(FOLLOWER.LAST_SEEN_AT),
        row.get(FOLLOWER.INTERACTIONS),
        row.get(FOLLOWER.PERSON_ID),
        row.get(FOLLOWER.LEAD_ID),
        row.get(FOLLOWER.LEAD_AT),
        row.get(FOLLOWER.LEAD_BY));
  }
}
