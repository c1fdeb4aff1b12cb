package io.leadwell.acquire.events;

import static io.leadwell.tables.events.Tables.EVENT;
import static io.leadwell.tables.events.Tables.SESSION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import io.leadwell.acquire.content.Texts;
import io.leadwell.base.platform.Cursor;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Events and their programmes in the database. */
@Repository
class EventStore {

  private final DSLContext dsl;

  EventStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  Optional<Event> find(UUID id) {
    return dsl.selectFrom(EVENT).where(EVENT.ID.eq(id)).fetchOptional(EventRows::event);
  }

  /** Whoever changes an event or who is on its list waits here for the one before. */
  Optional<Event> findForUpdate(UUID id) {
    return dsl.selectFrom(EVENT).where(EVENT.ID.eq(id)).forUpdate().fetchOptional(EventRows::event);
  }

  Optional<Event> at(String slug) {
    return dsl.selectFrom(EVENT).where(EVENT.SLUG.eq(slug)).fetchOptional(EventRows::event);
  }

  /** The latest to begin first. */
  Page<Event> page(EventFilter filter, @Nullable String cursor, int limit) {
    Condition condition = condition(filter);
    List<String> after = Cursor.values(cursor, 2);
    Condition seek =
        after == null
            ? noCondition()
            : row(EVENT.STARTS_AT, EVENT.ID)
                .lt(Instant.parse(after.getFirst()), UUID.fromString(after.getLast()));
    List<Event> found =
        dsl.selectFrom(EVENT)
            .where(condition.and(seek))
            .orderBy(EVENT.STARTS_AT.desc(), EVENT.ID.desc())
            .limit(limit + 1)
            .fetch(EventRows::event);
    boolean more = found.size() > limit;
    List<Event> shown = more ? List.copyOf(found.subList(0, limit)) : List.copyOf(found);
    String next =
        more
            ? Cursor.of(
                List.of(
                    shown.getLast().said().startsAt().toString(), shown.getLast().id().toString()))
            : null;
    return new Page<>(shown, next, dsl.fetchCount(EVENT, condition), false);
  }

  private static Condition condition(EventFilter filter) {
    Condition condition = noCondition();
    String text = Texts.line(filter.text());
    if (text != null) {
      condition =
          condition.and(
              EVENT.TITLE.containsIgnoreCase(text).or(EVENT.VENUE.containsIgnoreCase(text)));
    }
    if (filter.status() != null) {
      condition = condition.and(EVENT.STATUS.eq(filter.status().word()));
    }
    if (filter.format() != null) {
      condition = condition.and(EVENT.FORMAT.eq(filter.format().word()));
    }
    if (filter.campaignId() != null) {
      condition = condition.and(EVENT.CAMPAIGN_ID.eq(filter.campaignId()));
    }
    return condition;
  }

  /** False when another event has the address. */
  boolean insert(UUID id, EventDraft draft, @Nullable UUID by, Instant at) {
    return dsl.insertInto(EVENT)
            .set(EVENT.ID, id)
            .set(EVENT.CREATED_BY, by)
            .set(EVENT.CREATED_AT, at)
            .set(EVENT.CHANGED_AT, at)
            .set(EventRows.values(draft))
            .onConflict(EVENT.SLUG)
            .doNothing()
            .execute()
        == 1;
  }

  boolean isTaken(String slug, UUID byOtherThan) {
    return dsl.fetchExists(EVENT, EVENT.SLUG.eq(slug).and(EVENT.ID.ne(byOtherThan)));
  }

  void update(UUID id, EventDraft draft, int sequence, Instant at) {
    dsl.update(EVENT)
        .set(EventRows.values(draft))
        .set(EVENT.SEQUENCE, sequence)
        .set(EVENT.VERSION, EVENT.VERSION.plus(1))
        .set(EVENT.CHANGED_AT, at)
        .where(EVENT.ID.eq(id))
        .execute();
  }

  void status(UUID id, EventStatus status, int sequence, Instant at) {
    dsl.update(EVENT)
        .set(EVENT.STATUS, status.word())
        .set(EVENT.SEQUENCE, sequence)
        .set(
            EVENT.PUBLISHED_AT,
            status == EventStatus.PUBLISHED
                ? coalesce(EVENT.PUBLISHED_AT, val(at))
                : EVENT.PUBLISHED_AT)
        .set(EVENT.VERSION, EVENT.VERSION.plus(1))
        .set(EVENT.CHANGED_AT, at)
        .where(EVENT.ID.eq(id))
        .execute();
  }

  void wrappedUp(UUID id, Instant at) {
    dsl.update(EVENT)
        .set(EVENT.STATUS, EventStatus.ENDED.word())
        .set(EVENT.WRAPPED_UP_AT, coalesce(EVENT.WRAPPED_UP_AT, val(at)))
        .set(EVENT.VERSION, EVENT.VERSION.plus(1))
        .where(EVENT.ID.eq(id))
        .execute();
  }

  /** What is over by now says so; how many that were. */
  int end(Instant now) {
    return dsl.update(EVENT)
        .set(EVENT.STATUS, EventStatus.ENDED.word())
        .set(EVENT.VERSION, EVENT.VERSION.plus(1))
        .where(EVENT.STATUS.in(EventStatus.PUBLISHED.word(), EventStatus.CLOSED.word()))
        .and(EVENT.ENDS_AT.le(now))
        .execute();
  }

  void delete(UUID id) {
    dsl.deleteFrom(EVENT).where(EVENT.ID.eq(id)).execute();
  }

  /** The programme, in the order of the day. */
  List<EventSession> sessions(UUID event) {
    return dsl.selectFrom(SESSION)
        .where(SESSION.EVENT_ID.eq(event))
        .orderBy(SESSION.STARTS_AT, SESSION.ID)
        .fetch(EventRows::session);
  }

  /** Makes the programme what it is to be; who chose what is gone has chosen nothing. */
  void programme(UUID event, List<SessionDraft> wanted) {
    List<UUID> kept = new ArrayList<>();
    for (SessionDraft session : wanted) {
      UUID id = session.id();
      boolean known =
          id != null
              && dsl.update(SESSION)
                      .set(EventRows.values(session))
                      .where(SESSION.ID.eq(id))
                      .and(SESSION.EVENT_ID.eq(event))
                      .execute()
                  == 1;
      UUID now = known ? id : Ids.next();
      if (!known) {
        dsl.insertInto(SESSION)
            .set(SESSION.ID, now)
            .set(SESSION.EVENT_ID, event)
            .set(EventRows.values(session))
            .execute();
      }
      kept.add(now);
    }
    dsl.deleteFrom(SESSION).where(SESSION.EVENT_ID.eq(event)).and(SESSION.ID.notIn(kept)).execute();
  }
}
