package io.leadwell.acquire.events;

import static io.leadwell.tables.events.Tables.ATTENDEE;
import static io.leadwell.tables.events.Tables.CHOICE;
import static io.leadwell.tables.events.Tables.EVENT;
import static io.leadwell.tables.events.Tables.SESSION;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/**
 * Gives seats away and takes them back. Each is one conditional update, so of two who want the last
 * seat at the same moment one gets it; a constraint of the table says the same.
 */
@Repository
class Seats {

  private final DSLContext dsl;

  Seats(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** True when there was one. */
  boolean take(UUID event) {
    return dsl.update(EVENT)
            .set(EVENT.TAKEN, EVENT.TAKEN.plus(1))
            .where(EVENT.ID.eq(event))
            .and(EVENT.CAPACITY.isNull().or(EVENT.TAKEN.lt(EVENT.CAPACITY)))
            .execute()
        == 1;
  }

  /** Frees the seat of an attendee, at the event and in its sessions; false when there was none. */
  boolean free(UUID attendee) {
    dsl.update(SESSION)
        .set(SESSION.TAKEN, SESSION.TAKEN.minus(1))
        .where(
            SESSION.ID.in(
                dsl.select(CHOICE.SESSION_ID)
                    .from(CHOICE)
                    .where(CHOICE.ATTENDEE_ID.eq(attendee))
                    .and(CHOICE.SEATED)))
        .execute();
    dsl.update(CHOICE)
        .set(CHOICE.SEATED, false)
        .where(CHOICE.ATTENDEE_ID.eq(attendee))
        .and(CHOICE.SEATED)
        .execute();
    UUID event =
        dsl.update(ATTENDEE)
            .set(ATTENDEE.SEATED, false)
            .where(ATTENDEE.ID.eq(attendee))
            .and(ATTENDEE.SEATED)
            .returning(ATTENDEE.EVENT_ID)
            .fetchOne(ATTENDEE.EVENT_ID);
    return event != null
        && dsl.update(EVENT)
                .set(EVENT.TAKEN, EVENT.TAKEN.minus(1))
                .where(EVENT.ID.eq(event))
                .execute()
            == 1;
  }

  /** Sets what somebody wants to see, and nothing else of the same event. */
  void choose(UUID attendee, UUID event, List<UUID> sessions) {
    for (UUID session : sessions) {
      dsl.insertInto(CHOICE, CHOICE.ATTENDEE_ID, CHOICE.SESSION_ID)
          .select(
              dsl.select(org.jooq.impl.DSL.val(attendee), SESSION.ID)
                  .from(SESSION)
                  .where(SESSION.ID.eq(session))
                  .and(SESSION.EVENT_ID.eq(event)))
          .onConflictDoNothing()
          .execute();
    }
  }

  /**
   * Seats who may come in sessions of their choice that have room by now, the first to ask first.
   */
  void fillSessions(UUID event) {
    dsl.selectDistinct(ATTENDEE.ID, ATTENDEE.REGISTERED_AT)
        .from(ATTENDEE)
        .join(CHOICE)
        .on(CHOICE.ATTENDEE_ID.eq(ATTENDEE.ID))
        .join(SESSION)
        .on(SESSION.ID.eq(CHOICE.SESSION_ID))
        .where(ATTENDEE.EVENT_ID.eq(event))
        .and(ATTENDEE.STATUS.eq(AttendeeStatus.APPROVED.word()))
        .andNot(CHOICE.SEATED)
        .and(SESSION.CAPACITY.isNull().or(SESSION.TAKEN.lt(SESSION.CAPACITY)))
        .orderBy(ATTENDEE.REGISTERED_AT, ATTENDEE.ID)
        .fetch(ATTENDEE.ID)
        .forEach(this::takeChosen);
  }

  /** Seats an attendee in every session of their choice that has room. */
  void takeChosen(UUID attendee) {
    for (UUID session :
        dsl.select(CHOICE.SESSION_ID)
            .from(CHOICE)
            .where(CHOICE.ATTENDEE_ID.eq(attendee))
            .andNot(CHOICE.SEATED)
            .orderBy(CHOICE.SESSION_ID)
            .fetch(CHOICE.SESSION_ID)) {
      boolean got =
          dsl.update(SESSION)
                  .set(SESSION.TAKEN, SESSION.TAKEN.plus(1))
                  .where(SESSION.ID.eq(session))
                  .and(SESSION.CAPACITY.isNull().or(SESSION.TAKEN.lt(SESSION.CAPACITY)))
                  .execute()
              == 1;
      if (got) {
        dsl.update(CHOICE)
            .set(CHOICE.SEATED, true)
            .where(CHOICE.ATTENDEE_ID.eq(attendee))
            .and(CHOICE.SESSION_ID.eq(session))
            .execute();
      }
    }
  }
}
