package io.leadwell.acquire.events;

import static io.leadwell.tables.events.Tables.PRESENCE;
import static org.jooq.impl.DSL.any;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

/** What reports of meetings say of who was there. */
@Repository
class PresenceStore {

  private final DSLContext dsl;

  PresenceStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  boolean insert(Presence line, Instant at) {
    return dsl.insertInto(PRESENCE)
            .set(PRESENCE.ID, line.id())
            .set(PRESENCE.EVENT_ID, line.eventId())
            .set(PRESENCE.IMPORT_ID, line.importId())
            .set(PRESENCE.LINE_KEY, line.lineKey())
            .set(PRESENCE.ATTENDEE_ID, line.attendeeId())
            .set(PRESENCE.KIND, line.kind().word())
            .set(PRESENCE.NAME, line.name())
            .set(PRESENCE.PHONE, line.phone())
            .set(PRESENCE.EMAIL, line.email())
            .set(PRESENCE.COMPANY, line.company())
            .set(PRESENCE.JOINED_AT, line.joinedAt())
            .set(PRESENCE.LEFT_AT, line.leftAt())
            .set(PRESENCE.SECONDS, line.seconds())
            .set(PRESENCE.CREATED_AT, at)
            .onConflict(PRESENCE.EVENT_ID, PRESENCE.KIND, PRESENCE.LINE_KEY)
            .doNothing()
            .execute()
        == 1;
  }

  /** Which of these lines are known. */
  Set<String> known(UUID event, PresenceKind kind, Collection<String> keys) {
    return new HashSet<>(
        dsl.select(PRESENCE.LINE_KEY)
            .from(PRESENCE)
            .where(PRESENCE.EVENT_ID.eq(event))
            .and(PRESENCE.KIND.eq(kind.word()))
            .and(PRESENCE.LINE_KEY.eq(any(keys.toArray(String[]::new))))
            .fetch(PRESENCE.LINE_KEY));
  }

  Optional<Presence> find(UUID event, UUID id) {
    return dsl.selectFrom(PRESENCE)
        .where(PRESENCE.ID.eq(id))
        .and(PRESENCE.EVENT_ID.eq(event))
        .fetchOptional(PresenceStore::presence);
  }

  List<Presence> ofEvent(UUID event) {
    return dsl.selectFrom(PRESENCE)
        .where(PRESENCE.EVENT_ID.eq(event))
        .and(PRESENCE.ATTENDEE_ID.isNotNull())
        .fetch(PresenceStore::presence);
  }

  List<Presence> of(Collection<UUID> attendees) {
    return dsl.selectFrom(PRESENCE)
        .where(PRESENCE.ATTENDEE_ID.eq(any(attendees.toArray(UUID[]::new))))
        .fetch(PresenceStore::presence);
  }

  List<Presence> unmatched(UUID event) {
    return dsl.selectFrom(PRESENCE)
        .where(PRESENCE.EVENT_ID.eq(event))
        .and(PRESENCE.ATTENDEE_ID.isNull())
        .orderBy(PRESENCE.NAME, PRESENCE.JOINED_AT, PRESENCE.ID)
        .fetch(PresenceStore::presence);
  }

  /** Every line nobody has under the same name of the same event becomes this attendee's. */
  int assign(UUID event, Presence line, UUID attendee, String by) {
    return dsl.update(PRESENCE)
        .set(PRESENCE.ATTENDEE_ID, attendee)
        .set(PRESENCE.ASSIGNED_BY, by)
        .where(PRESENCE.EVENT_ID.eq(event))
        .and(PRESENCE.ATTENDEE_ID.isNull())
        .and(
            line.name() == null
                ? PRESENCE.ID.eq(line.id())
                : PRESENCE.NAME.eq(line.name()).or(PRESENCE.ID.eq(line.id())))
        .execute();
  }

  Set<UUID> attendeesOfImport(UUID importId) {
    return new HashSet<>(
        dsl.selectDistinct(PRESENCE.ATTENDEE_ID)
            .from(PRESENCE)
            .where(PRESENCE.IMPORT_ID.eq(importId))
            .and(PRESENCE.ATTENDEE_ID.isNotNull())
            .fetch(PRESENCE.ATTENDEE_ID));
  }

  int removeOfImport(UUID importId) {
    return dsl.deleteFrom(PRESENCE).where(PRESENCE.IMPORT_ID.eq(importId)).execute();
  }

  int countOfImport(UUID importId) {
    return dsl.fetchCount(PRESENCE, PRESENCE.IMPORT_ID.eq(importId));
  }

  private static Presence presence(Record row) {
    return new Presence(
        row.get(PRESENCE.ID),
        row.get(PRESENCE.EVENT_ID),
        row.get(PRESENCE.IMPORT_ID),
        row.get(PRESENCE.LINE_KEY),
        row.get(PRESENCE.ATTENDEE_ID),
        PresenceKind.of(row.get(PRESENCE.KIND)),
        row.get(PRESENCE.NAME),
        row.get(PRESENCE.PHONE),
        row.get(PRESENCE.EMAIL),
        row.get(PRESENCE.COMPANY),
        row.get(PRESENCE.JOINED_AT),
        row.get(PRESENCE.LEFT_AT),
        row.get(PRESENCE.SECONDS));
  }
}
