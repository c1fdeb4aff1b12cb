package io.leadwell.nurture.messaging;

import static io.leadwell.tables.messaging.Tables.MESSAGE;
import static io.leadwell.tables.messaging.Tables.SMTP_TEST;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.replace;
import static org.jooq.impl.DSL.uuid;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.leadwell.base.privacy.Kept;
import io.leadwell.base.privacy.PersonalData;
import io.leadwell.base.privacy.PersonalRows;
import io.leadwell.base.privacy.Subject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was written to somebody. Erased, a message counts and says nothing. */
@Component
class MessagesOfPerson implements PersonalData {

  private static final String NOTHING = "—";

  private final DSLContext dsl;
  private final PersonalRows rows;
  private final Clock clock;

  MessagesOfPerson(DSLContext dsl, PersonalRows rows, Clock clock) {
    this.dsl = dsl;
    this.rows = rows;
    this.clock = clock;
  }

  @Override
  public String area() {
    return "messaging";
  }

  @Override
  public List<Kept> kept(Subject person) {
    return List.of(rows.read("message", MESSAGE, to(person), "leave_token"));
  }

  @Override
  public Set<UUID> things(Subject person) {
    return dsl.select(MESSAGE.ID).from(MESSAGE).where(to(person)).fetchSet(MESSAGE.ID);
  }

  /** One that waits stays where it is; one on its way ends as it ends, and says nothing of whom. */
  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<String, Integer> erase(Subject person) {
    Instant now = clock.instant();
    Condition waiting = MESSAGE.STATE.eq(Message.State.QUEUED.word());
    rows.scrub(SMTP_TEST, person.isWay(SMTP_TEST.RECIPIENT), person, SMTP_TEST.ANSWER);
    dsl.update(SMTP_TEST)
        .set(SMTP_TEST.RECIPIENT, NOTHING)
        .where(person.isWay(SMTP_TEST.RECIPIENT))
        .execute();
    rows.scrub(MESSAGE, to(person), person, MESSAGE.OCCASION);
    int erased =
        dsl.update(MESSAGE)
            .set(
                MESSAGE.RECIPIENT,
                concat(inline("erased-"), MESSAGE.ID.cast(String.class), inline("@erased.invalid")))
            .setNull(MESSAGE.RECIPIENT_NAME)
            .set(MESSAGE.SUBJECT, NOTHING)
            .set(MESSAGE.PARAGRAPHS, new String[0])
            .setNull(MESSAGE.LINK)
            .setNull(MESSAGE.LINK_LABEL)
            .setNull(MESSAGE.CALENDAR)
            .setNull(MESSAGE.ANSWER)
            .set(MESSAGE.LEAVE_TOKEN, replace(uuid().cast(String.class), "-", ""))
            .set(MESSAGE.ERASED_AT, now)
            .set(
                MESSAGE.STATE,
                when(waiting, Message.State.SUPPRESSED.word()).otherwise(MESSAGE.STATE))
            .set(
                MESSAGE.ENDED_AT,
                when(waiting, val(now, MESSAGE.ENDED_AT)).otherwise(MESSAGE.ENDED_AT))
            .where(to(person))
            .execute();
    return Map.of("message", erased);
  }

  private static Condition to(Subject person) {
    return person.isPerson(MESSAGE.PERSON_ID).or(person.isWay(MESSAGE.RECIPIENT));
  }
}
