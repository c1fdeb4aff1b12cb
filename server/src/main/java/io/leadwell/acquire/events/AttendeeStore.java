package io.leadwell.acquire.events;

import static io.leadwell.tables.events.Tables.ATTENDEE;
import static io.leadwell.tables.events.Tables.CHOICE;
import static io.leadwell.tables.events.Tables.WISH;
import static org.jooq.impl.DSL.any;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Who is on the list of an event. */
@Repository
class AttendeeStore {

  /** A session somebody wants to see, and whether there was room. */
  record Choice(UUID sessionId, boolean seated) {}

  /** What was asked for beside a form. */
  record Wish(UUID eventId, String language, List<UUID> sessions) {}

  private final DSLContext dsl;

  AttendeeStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  Optional<Attendee> find(UUID id) {
    return dsl.selectFrom(ATTENDEE)
        .where(ATTENDEE.ID.eq(id))
        .fetchOptional(AttendeeStore::attendee);
  }

  Optional<Attendee> byToken(String token) {
    return dsl.selectFrom(ATTENDEE)
        .where(ATTENDEE.TOKEN.eq(token))
        .fetchOptional(AttendeeStore::attendee);
  }

  /** Of somebody under any of their ids; the first registration where two people were made one. */
  Optional<Attendee> of(UUID event, Collection<UUID> person) {
    return dsl.selectFrom(ATTENDEE)
        .where(ATTENDEE.EVENT_ID.eq(event))
        .and(ATTENDEE.PERSON_ID.eq(any(person.toArray(UUID[]::new))))
        .orderBy(ATTENDEE.ID)
        .limit(1)
        .fetchOptional(AttendeeStore::attendee);
  }

  Optional<Attendee> bySubmission(UUID event, UUID submission) {
    return dsl.selectFrom(ATTENDEE)
        .where(ATTENDEE.EVENT_ID.eq(event))
        .and(ATTENDEE.SUBMISSION_ID.eq(submission))
        .fetchOptional(AttendeeStore::attendee);
  }

  /** Everybody, the longest registered first. */
  List<Attendee> of(UUID event) {
    return dsl.selectFrom(ATTENDEE)
        .where(ATTENDEE.EVENT_ID.eq(event))
        .orderBy(ATTENDEE.REGISTERED_AT, ATTENDEE.ID)
        .fetch(AttendeeStore::attendee);
  }

  List<Attendee> all(UUID event, Collection<UUID> ids) {
    return dsl.selectFrom(ATTENDEE)
        .where(ATTENDEE.EVENT_ID.eq(event))
        .and(ATTENDEE.ID.eq(any(ids.toArray(UUID[]::new))))
        .orderBy(ATTENDEE.REGISTERED_AT, ATTENDEE.ID)
        .fetch(AttendeeStore::attendee);
  }

  Optional<Attendee> nextWaiting(UUID event) {
    return dsl.selectFrom(ATTENDEE)
        .where(ATTENDEE.EVENT_ID.eq(event))
        .and(ATTENDEE.STATUS.eq(AttendeeStatus.WAITLISTED.word()))
        .orderBy(ATTENDEE.REGISTERED_AT, ATTENDEE.ID)
        .limit(1)
        .fetchOptional(AttendeeStore::attendee);
  }

  /** False when the person is on the list already; waits for whoever puts them there. */
  boolean insert(Attendee who) {
    return dsl.insertInto(ATTENDEE)
            .set(ATTENDEE.ID, who.id())
            .set(ATTENDEE.EVENT_ID, who.eventId())
            .set(ATTENDEE.PERSON_ID, who.personId())
            .set(ATTENDEE.LEAD_ID, who.leadId())
            .set(ATTENDEE.NEW_LEAD, who.newLead())
            .set(ATTENDEE.STATUS, who.status().word())
            .set(ATTENDEE.WAY, who.way().word())
            .set(ATTENDEE.SEATED, who.seated())
            .set(ATTENDEE.LANGUAGE, who.language())
            .set(ATTENDEE.TOKEN, who.token())
            .set(ATTENDEE.SUBMISSION_ID, who.submissionId())
            .set(ATTENDEE.IMPORT_ID, who.importId())
            .set(ATTENDEE.ROUND, who.round())
            .set(ATTENDEE.REGISTERED_AT, who.registeredAt())
            .onConflict(ATTENDEE.EVENT_ID, ATTENDEE.PERSON_ID)
            .doNothing()
            .execute()
        == 1;
  }

  /** Registers somebody anew who was on the list before: with a page of their own. */
  void again(Attendee who) {
    dsl.update(ATTENDEE)
        .set(ATTENDEE.STATUS, who.status().word())
        .set(ATTENDEE.WAY, who.way().word())
        .set(ATTENDEE.SEATED, who.seated())
        .set(ATTENDEE.LANGUAGE, who.language())
        .set(ATTENDEE.TOKEN, who.token())
        .set(ATTENDEE.SUBMISSION_ID, who.submissionId())
        .set(ATTENDEE.ROUND, who.round())
        .set(ATTENDEE.REGISTERED_AT, who.registeredAt())
        .setNull(ATTENDEE.DECIDED_AT)
        .setNull(ATTENDEE.DECIDED_BY)
        .where(ATTENDEE.ID.eq(who.id()))
        .execute();
    dsl.deleteFrom(CHOICE).where(CHOICE.ATTENDEE_ID.eq(who.id())).execute();
  }

  /** A seat is taken or freed apart from this; see {@link Seats}. */
  void decide(UUID id, AttendeeStatus status, boolean seated, @Nullable String by, Instant at) {
    dsl.update(ATTENDEE)
        .set(ATTENDEE.STATUS, status.word())
        .set(ATTENDEE.SEATED, seated)
        .set(ATTENDEE.DECIDED_AT, at)
        .set(ATTENDEE.DECIDED_BY, by)
        .where(ATTENDEE.ID.eq(id))
        .execute();
  }

  Map<UUID, List<Choice>> choices(Collection<UUID> attendees) {
    Map<UUID, List<Choice>> choices = new HashMap<>();
    dsl.select(CHOICE.ATTENDEE_ID, CHOICE.SESSION_ID, CHOICE.SEATED)
        .from(CHOICE)
        .where(CHOICE.ATTENDEE_ID.eq(any(attendees.toArray(UUID[]::new))))
        .orderBy(CHOICE.SESSION_ID)
        .forEach(row ->
            choices
                .computeIfAbsent(row.value1(), _ -> new ArrayList<>())
                .add(new Choice(row.value2(), row.value3())));
    return choices;
  }

  void wish(UUID submission, Wish wish, Instant at) {
    dsl.insertInto(WISH)
        .set(WISH.SUBMISSION_ID, submission)
        .set(WISH.EVENT_ID, wish.eventId())
        .set(WISH.LANGUAGE, wish.language())
        .set(WISH.SESSIONS, wish.sessions().toArray(UUID[]::new))
        .set(WISH.WISHED_AT, at)
        .onConflictDoNothing()
        .execute();
  }

  Optional<Wish> wish(UUID submission) {
    return dsl.selectFrom(WISH)
        .where(WISH.SUBMISSION_ID.eq(submission))
        .fetchOptional(row ->
            new Wish(
                row.get(WISH.EVENT_ID), row.get(WISH.LANGUAGE), List.of(row.get(WISH.SESSIONS))));
  }

  void delete(Collection<UUID> ids) {
    dsl.deleteFrom(ATTENDEE).where(ATTENDEE.ID.eq(any(ids.toArray(UUID[]::new)))).execute();
  }

  static Attendee attendee(Record row) {
    return new Attendee(
        row.get(ATTENDEE.ID),
        row.get(ATTENDEE.EVENT_ID),
        row.get(ATTENDEE.PERSON_ID),
        row.get(ATTENDEE.LEAD_ID),
        row.get(ATTENDEE.NEW_LEAD),
        AttendeeStatus.of(row.get(ATTENDEE.STATUS)),
        AttendeeWay.of(row.get(ATTENDEE.WAY)),
        row.get(ATTENDEE.SEATED),
        row.get(ATTENDEE.LANGUAGE),
        row.get(ATTENDEE.TOKEN),
        row.get(ATTENDEE.SUBMISSION_ID),
        row.get(ATTENDEE.IMPORT_ID),
        row.get(ATTENDEE.ROUND),
        row.get(ATTENDEE.REGISTERED_AT));
  }
}
