package io.leadwell.acquire.events;

import static io.leadwell.tables.events.Tables.CHECK_IN;
import static org.jooq.impl.DSL.any;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Who came through the door. */
@Repository
class CheckInStore {

  private final DSLContext dsl;

  CheckInStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** False when it was told before, or the attendee is here already. */
  boolean insert(CheckIn seen, UUID event, @Nullable UUID importId, Instant receivedAt) {
    return dsl.insertInto(CHECK_IN)
            .set(CHECK_IN.ID, seen.id())
            .set(CHECK_IN.EVENT_ID, event)
            .set(CHECK_IN.ATTENDEE_ID, seen.attendeeId())
            .set(CHECK_IN.WAY, seen.way().word())
            .set(CHECK_IN.IMPORT_ID, importId)
            .set(CHECK_IN.AT, seen.at())
            .set(CHECK_IN.BY_NAME, seen.byName())
            .set(CHECK_IN.RECEIVED_AT, receivedAt)
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  /** Undone ones too: what was told once is known. */
  Optional<CheckIn> find(UUID event, UUID id) {
    return dsl.selectFrom(CHECK_IN)
        .where(CHECK_IN.ID.eq(id))
        .and(CHECK_IN.EVENT_ID.eq(event))
        .fetchOptional(CheckInStore::checkIn);
  }

  boolean undo(UUID id, String by, Instant at) {
    return dsl.update(CHECK_IN)
            .set(CHECK_IN.UNDONE_AT, at)
            .set(CHECK_IN.UNDONE_BY, by)
            .where(CHECK_IN.ID.eq(id))
            .and(CHECK_IN.UNDONE_AT.isNull())
            .execute()
        == 1;
  }

  Map<UUID, CheckIn> ofEvent(UUID event) {
    return standing(CHECK_IN.EVENT_ID.eq(event));
  }

  Map<UUID, CheckIn> of(Collection<UUID> attendees) {
    return standing(CHECK_IN.ATTENDEE_ID.eq(any(attendees.toArray(UUID[]::new))));
  }

  int removeOfImport(UUID importId) {
    return dsl.deleteFrom(CHECK_IN).where(CHECK_IN.IMPORT_ID.eq(importId)).execute();
  }

  private Map<UUID, CheckIn> standing(Condition which) {
    Map<UUID, CheckIn> here = new HashMap<>();
    dsl.selectFrom(CHECK_IN)
        .where(which)
        .and(CHECK_IN.UNDONE_AT.isNull())
        .forEach(row -> here.put(row.get(CHECK_IN.ATTENDEE_ID), checkIn(row)));
    return here;
  }

  private static CheckIn checkIn(Record row) {
    return new CheckIn(
        row.get(CHECK_IN.ID),
        row.get(CHECK_IN.ATTENDEE_ID),
        CheckInWay.of(row.get(CHECK_IN.WAY)),
        row.get(CHECK_IN.AT),
        row.get(CHECK_IN.BY_NAME));
  }
}
