package io.leadwell.connect.wecom;

import static io.leadwell.tables.wecom.Tables.CODE_DAY;
import static io.leadwell.tables.wecom.Tables.CONTACT;
import static io.leadwell.tables.wecom.Tables.FOLLOW;
import static io.leadwell.tables.wecom.Tables.FOLLOWER;
import static io.leadwell.tables.wecom.Tables.FOLLOWER_MOVE;
import static io.leadwell.tables.wecom.Tables.FOLLOW_MOVE;
import static io.leadwell.tables.wecom.Tables.WELCOME;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.types.DayToSecond;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Counts what came of codes; each figure is one query for all codes of a page. */
@Repository
class CodeFigureStore {

  private static final DayToSecond DAY = DayToSecond.day("1");

  private final DSLContext dsl;

  CodeFigureStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  void day(UUID code, LocalDate day, int clicks, int added) {
    dsl.insertInto(CODE_DAY)
        .set(CODE_DAY.CODE_ID, code)
        .set(CODE_DAY.DAY, day)
        .set(CODE_DAY.CLICKS, clicks)
        .set(CODE_DAY.ADDED, added)
        .onConflict(CODE_DAY.CODE_ID, CODE_DAY.DAY)
        .doUpdate()
        .set(CODE_DAY.CLICKS, clicks)
        .set(CODE_DAY.ADDED, added)
        .execute();
  }

  Map<UUID, CodeFigures> of(Collection<UUID> codes) {
    Map<UUID, Long> clicks = clicks(codes);
    Map<UUID, Integer> scans = scans(codes);
    Map<UUID, int[]> contacts = contacts(codes);
    Map<UUID, int[]> followers = followers(codes);
    Map<UUID, Integer> soon = leftSoon(codes);
    Map<UUID, Integer> soonFollowers = leftSoonFollowers(codes);
    Map<UUID, int[]> welcomes = welcomes(codes);
    Map<UUID, CodeFigures> figures = new HashMap<>();
    for (UUID code : codes) {
      int[] came = sumOf(contacts.get(code), followers.get(code));
      int[] welcomed = welcomes.getOrDefault(code, new int[2]);
      Long clicked = clicks.get(code);
      Integer scanned = scans.get(code);
      figures.put(
          code,
          new CodeFigures(
              clicked != null ? Integer.valueOf(clicked.intValue()) : scanned,
              came[0],
              came[1],
              soon.getOrDefault(code, 0) + soonFollowers.getOrDefault(code, 0),
              came[2],
              welcomed[0],
              welcomed[1]));
    }
    return figures;
  }

  private Map<UUID, Long> clicks(Collection<UUID> codes) {
    return dsl.select(CODE_DAY.CODE_ID, sum(CODE_DAY.CLICKS).cast(Long.class))
        .from(CODE_DAY)
        .where(CODE_DAY.CODE_ID.in(codes))
        .groupBy(CODE_DAY.CODE_ID)
        .fetchMap(row -> row.value1(), row -> row.value2());
  }

  /** Official accounts tell each scan, of those who follow and of those who begin to. */
  private Map<UUID, Integer> scans(Collection<UUID> codes) {
    return dsl.select(FOLLOWER_MOVE.CODE_ID, count())
        .from(FOLLOWER_MOVE)
        .where(FOLLOWER_MOVE.CODE_ID.in(codes))
        .groupBy(FOLLOWER_MOVE.CODE_ID)
        .fetchMap(row -> row.value1(), row -> row.value2());
  }

  private Map<UUID, int[]> contacts(Collection<UUID> codes) {
    Condition gone = FOLLOW.LEFT_AT.ge(FOLLOW.ADDED_AT);
    Map<UUID, int[]> found = new HashMap<>();
    dsl.select(
            FOLLOW.CODE_ID,
            count(),
            countDistinct(CONTACT.LEAD_ID).filterWhere(CONTACT.OPENED_LEAD),
            count().filterWhere(gone))
        .from(FOLLOW)
        .join(CONTACT)
        .on(CONTACT.ID.eq(FOLLOW.CONTACT_ID))
        .where(FOLLOW.CODE_ID.in(codes).and(FOLLOW.FIRST_ADDED_AT.isNotNull()))
        .groupBy(FOLLOW.CODE_ID)
        .forEach(
            row -> found.put(row.value1(), new int[] {row.value2(), row.value3(), row.value4()}));
    return found;
  }

  private Map<UUID, int[]> followers(Collection<UUID> codes) {
    Map<UUID, int[]> found = new HashMap<>();
    dsl.select(
            FOLLOWER.CODE_ID,
            count(),
            countDistinct(FOLLOWER.LEAD_ID),
            count().filterWhere(FOLLOWER.LEFT_AT.ge(FOLLOWER.FOLLOWED_AT)))
        .from(FOLLOWER)
        .where(FOLLOWER.CODE_ID.in(codes).and(FOLLOWER.FIRST_FOLLOWED_AT.isNotNull()))
        .groupBy(FOLLOWER.CODE_ID)
        .forEach(
            row -> found.put(row.value1(), new int[] {row.value2(), row.value3(), row.value4()}));
    return found;
  }

  private Map<UUID, Integer> leftSoon(Collection<UUID> codes) {
    var leave = FOLLOW_MOVE.as("leave");
    return dsl.select(FOLLOW.CODE_ID, count())
        .from(FOLLOW)
        .where(FOLLOW.CODE_ID.in(codes))
        .and(
            exists(
                selectOne()
                    .from(FOLLOW_MOVE)
                    .join(leave)
                    .on(leave.FOLLOW_ID.eq(FOLLOW_MOVE.FOLLOW_ID))
                    .where(FOLLOW_MOVE.FOLLOW_ID.eq(FOLLOW.ID))
                    .and(FOLLOW_MOVE.MOVE.eq("add"))
                    .and(leave.MOVE.eq("leave"))
                    .and(leave.BY_CUSTOMER)
                    .and(leave.HAPPENED_AT.ge(FOLLOW_MOVE.HAPPENED_AT))
                    .and(leave.HAPPENED_AT.le(FOLLOW_MOVE.HAPPENED_AT.plus(DAY)))))
        .groupBy(FOLLOW.CODE_ID)
        .fetchMap(row -> row.value1(), row -> row.value2());
  }

  private Map<UUID, Integer> leftSoonFollowers(Collection<UUID> codes) {
    return dsl.select(FOLLOWER.CODE_ID, count())
        .from(FOLLOWER)
        .where(FOLLOWER.CODE_ID.in(codes))
        .and(FOLLOWER.LEFT_AT.ge(FOLLOWER.FOLLOWED_AT))
        .and(FOLLOWER.LEFT_AT.le(FOLLOWER.FOLLOWED_AT.plus(DAY)))
        .groupBy(FOLLOWER.CODE_ID)
        .fetchMap(row -> row.value1(), row -> row.value2());
  }

  private Map<UUID, int[]> welcomes(Collection<UUID> codes) {
    Map<UUID, int[]> found = new HashMap<>();
    dsl.select(
            WELCOME.CODE_ID,
            count().filterWhere(WELCOME.STATE.eq(WelcomeStore.SENT)),
            count()
                .filterWhere(
                    WELCOME.STATE.notIn(
                        WelcomeStore.SENT, WelcomeStore.WAITING, WelcomeStore.SENDING)))
        .from(WELCOME)
        .where(WELCOME.CODE_ID.in(codes))
        .groupBy(WELCOME.CODE_ID)
        .forEach(row -> found.put(row.value1(), new int[] {row.value2(), row.value3()}));
    return found;
  }

  private static int[] sumOf(int @Nullable [] one, int @Nullable [] other) {
    int[] sum = new int[3];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = (one == null ? 0 : one[i]) + (other == null ? 0 : other[i]);
    }
    return sum;
  }
}
