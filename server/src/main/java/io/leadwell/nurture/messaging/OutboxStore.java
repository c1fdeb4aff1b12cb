package io.leadwell.nurture.messaging;

import static io.leadwell.tables.messaging.Tables.MESSAGE;

import io.leadwell.nurture.messaging.Message.State;
import io.leadwell.pool.consent.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Rows of messages. */
@Repository
class OutboxStore {

  private static final Condition SENT = MESSAGE.STATE.eq(State.SENT.word());

  /** An unknown one that was followed has arrived after all. */
  private static final Condition LINKED =
      MESSAGE.SENDING.isNotNull().and(SENT.or(MESSAGE.CLICKED_AT.isNotNull()));

  private final DSLContext dsl;

  OutboxStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** Nothing when it is there already. */
  Optional<UUID> insert(UUID id, Outgoing mail, String leaveToken, Instant now) {
    MailText text = mail.text();
    return dsl.insertInto(MESSAGE)
        .set(MESSAGE.ID, id)
        .set(MESSAGE.PURPOSE, mail.purpose())
        .set(MESSAGE.RECIPIENT, mail.recipient())
        .set(MESSAGE.OCCASION, mail.occasion())
        .set(MESSAGE.RECIPIENT_NAME, mail.recipientName())
        .set(MESSAGE.KIND, mail.kind().word())
        .set(MESSAGE.LANGUAGE, mail.language().getLanguage().equals("en") ? "en" : "zh-CN")
        .set(MESSAGE.PERSON_ID, mail.personId())
        .set(MESSAGE.SUBJECT, text.subject())
        .set(MESSAGE.PARAGRAPHS, text.paragraphs().toArray(new String[0]))
        .set(MESSAGE.LINK, text.link())
        .set(MESSAGE.LINK_LABEL, text.linkLabel())
        .set(MESSAGE.CALENDAR, mail.calendar())
        .set(MESSAGE.NOT_BEFORE, mail.notBefore())
        .set(MESSAGE.NOT_AFTER, mail.notAfter())
        .set(MESSAGE.ABOUT, mail.about())
        .set(MESSAGE.SENDING, mail.sending())
        .set(MESSAGE.LEAVE_TOKEN, leaveToken)
        .set(MESSAGE.CREATED_AT, now)
        .onConflict(MESSAGE.PURPOSE, MESSAGE.RECIPIENT, MESSAGE.OCCASION)
        .doNothing()
        .returning(MESSAGE.ID)
        .fetchOptional(MESSAGE.ID);
  }

  /** Takes back what has not left. */
  int withdraw(String purpose, String recipient, String occasion) {
    return withdraw(purpose, MESSAGE.RECIPIENT.eq(recipient).and(MESSAGE.OCCASION.eq(occasion)));
  }

  int withdrawAll(String purpose, Collection<String> occasions) {
    return withdraw(purpose, MESSAGE.OCCASION.eq(DSL.any(occasions.toArray(String[]::new))));
  }

  private int withdraw(String purpose, Condition which) {
    return dsl.deleteFrom(MESSAGE)
        .where(MESSAGE.PURPOSE.eq(purpose).and(which).and(MESSAGE.STATE.eq(State.QUEUED.word())))
        .execute();
  }

  Map<String, State> states(Collection<String> occasions) {
    Map<String, State> states = new HashMap<>();
    dsl.select(MESSAGE.OCCASION, MESSAGE.STATE)
        .from(MESSAGE)
        .where(MESSAGE.OCCASION.eq(DSL.any(occasions.toArray(String[]::new))))
        .orderBy(MESSAGE.CREATED_AT, MESSAGE.ID)
        .forEach(row -> states.put(row.value1(), State.of(row.value2())));
    return states;
  }

  Optional<Message> find(UUID id) {
    return dsl.selectFrom(MESSAGE).where(MESSAGE.ID.eq(id)).fetchOptional(OutboxStore::message);
  }

  Optional<Message> byLeaveToken(String token) {
    return dsl.fetchOptional(MESSAGE, MESSAGE.LEAVE_TOKEN.eq(token)).map(OutboxStore::message);
  }

  /** Newest first, older than {@code before}. */
  List<Message> list(MessageFilter filter, @Nullable UUID before, int limit) {
    Condition wanted = DSL.noCondition();
    if (filter.state() != null) {
      wanted = MESSAGE.STATE.eq(filter.state().word());
    }
    if (filter.purpose() != null) {
      wanted = wanted.and(MESSAGE.PURPOSE.eq(filter.purpose()));
    }
    if (filter.clicked() != null) {
      wanted =
          wanted.and(
              filter.clicked()
                  ? MESSAGE.CLICKED_AT.isNotNull()
                  : LINKED.and(MESSAGE.CLICKED_AT.isNull()));
    }
    if (before != null) {
      var edge = MESSAGE.as("edge");
      wanted =
          wanted.and(
              DSL.row(MESSAGE.CREATED_AT, MESSAGE.ID)
                  .lt(DSL.select(edge.CREATED_AT, edge.ID).from(edge).where(edge.ID.eq(before))));
    }
    return dsl.selectFrom(MESSAGE)
        .where(wanted)
        .orderBy(MESSAGE.CREATED_AT.desc(), MESSAGE.ID.desc())
        .limit(limit)
        .fetch(OutboxStore::message);
  }

  Map<String, Integer> counts() {
    return new TreeMap<>(
        dsl.select(MESSAGE.STATE, DSL.count())
            .from(MESSAGE)
            .groupBy(MESSAGE.STATE)
            .fetchMap(MESSAGE.STATE, DSL.count()));
  }

  List<PurposeCount> purposes() {
    return dsl.select(
            MESSAGE.PURPOSE,
            DSL.count().filterWhere(SENT),
            DSL.count().filterWhere(LINKED),
            DSL.count(MESSAGE.CLICKED_AT))
        .from(MESSAGE)
        .groupBy(MESSAGE.PURPOSE)
        .orderBy(DSL.count().desc(), MESSAGE.PURPOSE)
        .fetch(r -> new PurposeCount(r.value1(), r.value2(), r.value3(), r.value4()));
  }

  List<Mailed> about(UUID subject) {
    return dsl.select(
            MESSAGE.PURPOSE, MESSAGE.OCCASION, MESSAGE.STATE, MESSAGE.SENDING, MESSAGE.CLICKED_AT)
        .from(MESSAGE)
        .where(MESSAGE.ABOUT.eq(subject))
        .orderBy(MESSAGE.CREATED_AT, MESSAGE.ID)
        .fetch(r ->
            new Mailed(
                r.value1(), r.value2(), State.of(r.value3()), r.value4() != null, r.value5()));
  }

  void clicked(String sending, UUID personId, Instant at) {
    dsl.update(MESSAGE)
        .set(MESSAGE.CLICKED_AT, DSL.coalesce(MESSAGE.CLICKED_AT, at))
        .set(MESSAGE.CLICKS, MESSAGE.CLICKS.plus(1))
        .where(MESSAGE.SENDING.eq(sending))
        .and(MESSAGE.PERSON_ID.eq(personId))
        .execute();
  }

  /** Takes due ones, each for one worker only: the row is on its way before a byte of it leaves. */
  List<Message> claim(int most, Instant now) {
    return dsl.update(MESSAGE)
        .set(MESSAGE.STATE, State.SENDING.word())
        .set(MESSAGE.CLAIMED_AT, now)
        .set(MESSAGE.ATTEMPTS, MESSAGE.ATTEMPTS.plus(1))
        .where(
            MESSAGE.ID.in(
                DSL.select(MESSAGE.ID)
                    .from(MESSAGE)
                    .where(MESSAGE.STATE.eq(State.QUEUED.word()))
                    .and(MESSAGE.NOT_BEFORE.le(now))
                    .orderBy(MESSAGE.NOT_BEFORE, MESSAGE.ID)
                    .limit(most)
                    .forUpdate()
                    .skipLocked()))
        .returning()
        .fetch(OutboxStore::message);
  }

  /** Nobody has told for so long how it ended: it may have arrived. */
  int lost(Instant now, Duration lease) {
    return dsl.update(MESSAGE)
        .set(MESSAGE.STATE, State.UNKNOWN.word())
        .set(MESSAGE.TROUBLE, Trouble.CUT_OFF.word())
        .set(MESSAGE.ENDED_AT, now)
        .where(MESSAGE.STATE.eq(State.SENDING.word()))
        .and(MESSAGE.CLAIMED_AT.lt(now.minus(lease)))
        .execute();
  }

  int expire(Instant now) {
    return dsl.update(MESSAGE)
        .set(MESSAGE.STATE, State.EXPIRED.word())
        .set(MESSAGE.ENDED_AT, now)
        .where(MESSAGE.STATE.eq(State.QUEUED.word()).and(MESSAGE.NOT_AFTER.lt(now)))
        .execute();
  }

  /**
   * Says how an attempt ended. One that was given up as lost meanwhile may still say so; another
   * attempt than the last one may not.
   */
  void end(
      Message claimed,
      State state,
      @Nullable Trouble trouble,
      @Nullable String answer,
      Instant now) {
    dsl.update(MESSAGE)
        .set(MESSAGE.STATE, state.word())
        .set(MESSAGE.TROUBLE, trouble == null ? null : trouble.word())
        .set(MESSAGE.ANSWER, unlessErased(answer))
        .set(MESSAGE.ENDED_AT, now)
        .where(MESSAGE.ID.eq(claimed.id()))
        .and(MESSAGE.ATTEMPTS.eq(claimed.attempts()))
        .and(MESSAGE.STATE.in(State.SENDING.word(), State.UNKNOWN.word()))
        .execute();
  }

  /** It certainly did not leave, and is tried again. */
  void later(
      Message claimed, Instant notBefore, @Nullable Trouble trouble, @Nullable String answer) {
    dsl.update(MESSAGE)
        .set(
            MESSAGE.STATE,
            DSL.when(MESSAGE.ERASED_AT.isNull(), State.QUEUED.word())
                .otherwise(State.SUPPRESSED.word()))
        .set(MESSAGE.NOT_BEFORE, notBefore)
        .set(MESSAGE.TROUBLE, trouble == null ? null : trouble.word())
        .set(MESSAGE.ANSWER, unlessErased(answer))
        .where(MESSAGE.ID.eq(claimed.id()))
        .and(MESSAGE.ATTEMPTS.eq(claimed.attempts()))
        .and(MESSAGE.STATE.eq(State.SENDING.word()))
        .execute();
  }

  /** True for the one who queues it again. */
  boolean again(UUID id, Instant now) {
    return dsl.update(MESSAGE)
            .set(MESSAGE.STATE, State.QUEUED.word())
            .set(MESSAGE.NOT_BEFORE, now)
            .setNull(MESSAGE.ENDED_AT)
            .where(MESSAGE.ID.eq(id).and(MESSAGE.ERASED_AT.isNull()))
            .and(MESSAGE.STATE.in(State.FAILED.word(), State.UNKNOWN.word()))
            .execute()
        == 1;
  }

  /** It stays here, and why. */
  void refuse(Message claimed, Refusal why, Instant now) {
    dsl.update(MESSAGE)
        .set(MESSAGE.REFUSAL, why.word())
        .where(MESSAGE.ID.eq(claimed.id()))
        .execute();
    end(claimed, State.SUPPRESSED, null, null, now);
  }

  /** What a server answers names the reader, who may have been erased meanwhile. */
  private static Field<String> unlessErased(@Nullable String answer) {
    return DSL.when(MESSAGE.ERASED_AT.isNull(), DSL.val(answer));
  }

  private static Message message(Record r) {
    String trouble = r.get(MESSAGE.TROUBLE);
    return new Message(
        r.get(MESSAGE.ID),
        new Outgoing(
            r.get(MESSAGE.PURPOSE),
            r.get(MESSAGE.RECIPIENT),
            r.get(MESSAGE.RECIPIENT_NAME),
            r.get(MESSAGE.OCCASION),
            Outgoing.Kind.of(r.get(MESSAGE.KIND)),
            Locale.forLanguageTag(r.get(MESSAGE.LANGUAGE)),
            r.get(MESSAGE.PERSON_ID),
            new MailText(
                r.get(MESSAGE.SUBJECT),
                new ArrayList<>(List.of(r.get(MESSAGE.PARAGRAPHS))),
                r.get(MESSAGE.LINK),
                r.get(MESSAGE.LINK_LABEL)),
            r.get(MESSAGE.CALENDAR),
            r.get(MESSAGE.NOT_BEFORE),
            r.get(MESSAGE.NOT_AFTER),
            r.get(MESSAGE.ABOUT),
            r.get(MESSAGE.SENDING)),
        State.of(r.get(MESSAGE.STATE)),
        r.get(MESSAGE.ATTEMPTS),
        trouble == null ? null : Trouble.of(trouble),
        r.get(MESSAGE.ANSWER),
        r.get(MESSAGE.LEAVE_TOKEN),
        r.get(MESSAGE.CREATED_AT),
        r.get(MESSAGE.ENDED_AT),
        r.get(MESSAGE.CLICKED_AT),
        r.get(MESSAGE.CLICKS),
        r.get(MESSAGE.REFUSAL));
  }
}
