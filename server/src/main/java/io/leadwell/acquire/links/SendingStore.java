package io.leadwell.acquire.links;

import static io.leadwell.tables.links.Tables.BEARER;
import static io.leadwell.tables.links.Tables.LEFT_OUT;
import static io.leadwell.tables.links.Tables.SENDING;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.sum;

import io.leadwell.base.platform.Cursor;
import io.leadwell.base.workspace.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Rows of sendings, of their readers, and of who was left out. */
@Repository
class SendingStore {

  /** A reader's row. */
  record Reader(long id, UUID personId, @Nullable Instant openedAt, int opens, int strangers) {}

  /** Somebody who got no link. */
  record Omitted(UUID personId, LeftOut reason) {}

  private final DSLContext dsl;

  SendingStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** Nothing new when the link has a sending of this name. */
  void add(
      UUID id,
      UUID linkId,
      String message,
      Sending.Kind kind,
      String name,
      SendingWay way,
      Caller by,
      Instant now) {
    dsl.insertInto(SENDING)
        .set(SENDING.ID, id)
        .set(SENDING.LINK_ID, linkId)
        .set(SENDING.MESSAGE, message)
        .set(SENDING.KIND, kind.word())
        .set(SENDING.NAME, name)
        .set(SENDING.WAY, way.word())
        .set(SENDING.CREATED_BY, by.memberId())
        .set(SENDING.CREATED_BY_NAME, by.name())
        .set(SENDING.CREATED_AT, now)
        .onConflict(SENDING.LINK_ID, SENDING.MESSAGE)
        .doNothing()
        .execute();
  }

  void leaveOut(UUID sendingId, Map<UUID, LeftOut> people) {
    if (people.isEmpty()) {
      return;
    }
    dsl.insertInto(LEFT_OUT, LEFT_OUT.SENDING_ID, LEFT_OUT.PERSON_ID, LEFT_OUT.REASON)
        .valuesOfRows(
            people.entrySet().stream()
                .map(one -> row(sendingId, one.getKey(), one.getValue().word()))
                .toList())
        .execute();
  }

  Optional<Sending> find(UUID linkId, UUID id) {
    return dsl.selectFrom(SENDING)
        .where(SENDING.ID.eq(id))
        .and(SENDING.LINK_ID.eq(linkId))
        .fetchOptional(SendingStore::sending);
  }

  /** The newest first. */
  List<Sending> ofLink(UUID linkId, int most) {
    return dsl.selectFrom(SENDING)
        .where(SENDING.LINK_ID.eq(linkId))
        .orderBy(SENDING.CREATED_AT.desc(), SENDING.ID.desc())
        .limit(most)
        .fetch(SendingStore::sending);
  }

  SendingLine line(Sending sending) {
    Map<String, Long> leftOut = new TreeMap<>();
    dsl.select(LEFT_OUT.REASON, DSL.count())
        .from(LEFT_OUT)
        .where(LEFT_OUT.SENDING_ID.eq(sending.id()))
        .groupBy(LEFT_OUT.REASON)
        .forEach(r -> leftOut.put(r.value1(), r.value2().longValue()));
    return dsl.select(
            DSL.count(),
            DSL.count(BEARER.OPENED_AT),
            coalesce(sum(BEARER.STRANGERS), inline(0)).cast(Long.class),
            DSL.count().filterWhere(BEARER.STRANGERS.gt(0)))
        .from(BEARER)
        .where(of(sending, Readers.ALL))
        .fetchSingle(
            r -> new SendingLine(sending, r.value1(), r.value2(), r.value3(), r.value4(), leftOut));
  }

  int count(Sending sending, Readers which) {
    return which == Readers.LEFT_OUT
        ? dsl.fetchCount(LEFT_OUT, LEFT_OUT.SENDING_ID.eq(sending.id()))
        : dsl.fetchCount(BEARER, of(sending, which));
  }

  /** Who opened it last first, and behind them who did not. */
  List<Reader> page(Sending sending, Readers which, @Nullable String cursor, int limit) {
    return dsl.select(BEARER.ID, BEARER.PERSON_ID, BEARER.OPENED_AT, BEARER.OPENS, BEARER.STRANGERS)
        .from(BEARER)
        .where(of(sending, which))
        .and(beyond(cursor))
        .orderBy(BEARER.OPENED_AT.desc().nullsLast(), BEARER.ID)
        .limit(limit)
        .fetch(SendingStore::reader);
  }

  static String cursor(Reader last) {
    Instant opened = last.openedAt();
    return Cursor.of(List.of(opened == null ? "" : opened.toString(), String.valueOf(last.id())));
  }

  List<Omitted> omitted(Sending sending, @Nullable String cursor, int limit) {
    List<String> after = Cursor.values(cursor, 1);
    return dsl.select(LEFT_OUT.PERSON_ID, LEFT_OUT.REASON)
        .from(LEFT_OUT)
        .where(LEFT_OUT.SENDING_ID.eq(sending.id()))
        .and(
            after == null
                ? noCondition()
                : LEFT_OUT.PERSON_ID.gt(UUID.fromString(after.getFirst())))
        .orderBy(LEFT_OUT.PERSON_ID)
        .limit(limit)
        .fetch(r -> new Omitted(r.value1(), LeftOut.of(r.value2())));
  }

  static String cursor(Omitted last) {
    return Cursor.of(List.of(last.personId().toString()));
  }

  /** All of them, without holding them all in memory; in an order that stays. */
  void each(Sending sending, Readers which, int chunk, Consumer<Reader> to) {
    try (var rows =
        dsl.select(BEARER.ID, BEARER.PERSON_ID, BEARER.OPENED_AT, BEARER.OPENS, BEARER.STRANGERS)
            .from(BEARER)
            .where(of(sending, which))
            .orderBy(BEARER.PERSON_ID)
            .fetchSize(chunk)
            .fetchLazy()) {
      rows.forEach(row -> to.accept(reader(row)));
    }
  }

  private static Condition of(Sending sending, Readers which) {
    Condition these = BEARER.LINK_ID.eq(sending.linkId()).and(BEARER.MESSAGE.eq(sending.message()));
    return switch (which) {
      case ALL, LEFT_OUT -> these;
      case OPENED -> these.and(BEARER.OPENED_AT.isNotNull());
      case UNOPENED -> these.and(BEARER.OPENED_AT.isNull());
      case PASSED_ON -> these.and(BEARER.STRANGERS.gt(0));
    };
  }

  private static Condition beyond(@Nullable String cursor) {
    List<String> after = Cursor.values(cursor, 2);
    if (after == null) {
      return noCondition();
    }
    long id = Long.parseLong(after.getLast());
    if (after.getFirst().isEmpty()) {
      return BEARER.OPENED_AT.isNull().and(BEARER.ID.gt(id));
    }
    Instant opened = Instant.parse(after.getFirst());
    return BEARER
        .OPENED_AT
        .lt(opened)
        .or(BEARER.OPENED_AT.eq(opened).and(BEARER.ID.gt(id)))
        .or(BEARER.OPENED_AT.isNull());
  }

  private static Reader reader(Record r) {
    return new Reader(
        r.get(BEARER.ID),
        r.get(BEARER.PERSON_ID),
        r.get(BEARER.OPENED_AT),
        r.get(BEARER.OPENS),
        r.get(BEARER.STRANGERS));
  }

  private static Sending sending(Record r) {
    return new Sending(
        r.get(SENDING.ID),
        r.get(SENDING.LINK_ID),
        r.get(SENDING.MESSAGE),
        Sending.Kind.of(r.get(SENDING.KIND)),
        r.get(SENDING.NAME),
        SendingWay.of(r.get(SENDING.WAY)),
        r.get(SENDING.CREATED_BY_NAME),
        r.get(SENDING.CREATED_AT));
  }
}
