package io.leadwell.acquire.events;

import static io.leadwell.tables.events.Tables.ATTENDEE;
import static io.leadwell.tables.events.Tables.CHECK_IN;
import static io.leadwell.tables.events.Tables.PRESENCE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Repository;

/** Counts who is on the lists of events. */
@Repository
class FigureStore {

  private static final Condition REPORTED =
      exists(
          selectOne()
              .from(PRESENCE)
              .where(PRESENCE.ATTENDEE_ID.eq(ATTENDEE.ID))
              .and(PRESENCE.KIND.eq(PresenceKind.LIVE.word())));
  private static final Condition HERE =
      exists(
              selectOne()
                  .from(CHECK_IN)
                  .where(CHECK_IN.ATTENDEE_ID.eq(ATTENDEE.ID))
                  .and(CHECK_IN.UNDONE_AT.isNull()))
          .or(REPORTED);
  private static final Condition REPLAYED =
      exists(
          selectOne()
              .from(PRESENCE)
              .where(PRESENCE.ATTENDEE_ID.eq(ATTENDEE.ID))
              .and(PRESENCE.KIND.eq(PresenceKind.REPLAY.word())));
  private static final Condition UNASKED =
      ATTENDEE.WAY.in(AttendeeWay.WALK_IN.word(), AttendeeWay.FILE.word());

  private final DSLContext dsl;

  FigureStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** By event; one without anybody has no entry. */
  Map<UUID, EventFigures> of(Collection<UUID> events) {
    Condition asked = UNASKED.not();
    Field<Integer> waiting = counted("waiting", is(AttendeeStatus.WAITING_FOR_APPROVAL));
    Field<Integer> approved = counted("approved", is(AttendeeStatus.APPROVED).and(asked));
    Field<Integer> waitlisted = counted("waitlisted", is(AttendeeStatus.WAITLISTED));
    Field<Integer> declined = counted("declined", is(AttendeeStatus.DECLINED));
    Field<Integer> cancelled = counted("cancelled", is(AttendeeStatus.CANCELLED));
    Field<Integer> walkIns = counted("walkIns", UNASKED.and(is(AttendeeStatus.APPROVED)));
    Field<Integer> attended = counted("attended", HERE);
    Field<Integer> ofApproved =
        counted("ofApproved", HERE.and(is(AttendeeStatus.APPROVED)).and(asked));
    Field<Integer> replayed = counted("replayed", REPLAYED);
    Field<Integer> newLeads = counted("newLeads", ATTENDEE.NEW_LEAD.isTrue());
    Map<UUID, EventFigures> figures = new HashMap<>();
    dsl.select(
            ATTENDEE.EVENT_ID,
            waiting,
            approved,
            waitlisted,
            declined,
            cancelled,
            walkIns,
            attended,
            ofApproved,
            replayed,
            newLeads)
        .from(ATTENDEE)
        .where(ATTENDEE.EVENT_ID.eq(any(events.toArray(UUID[]::new))))
        .groupBy(ATTENDEE.EVENT_ID)
        .forEach(row ->
            figures.put(
                row.value1(),
                new EventFigures(
                    row.get(waiting) + row.get(approved) + row.get(waitlisted),
                    row.get(waiting),
                    row.get(approved),
                    row.get(waitlisted),
                    row.get(declined),
                    row.get(cancelled),
                    row.get(walkIns),
                    row.get(attended),
                    row.get(ofApproved),
                    row.get(replayed),
                    row.get(newLeads))));
    return figures;
  }

  private static Condition is(AttendeeStatus status) {
    return ATTENDEE.STATUS.eq(status.word());
  }

  private static Field<Integer> counted(String name, Condition which) {
    return count().filterWhere(which).as(name);
  }
}
