package io.leadwell.acquire.capture;

import static io.leadwell.tables.capture.Tables.SUBMISSION;
import static org.jooq.impl.DSL.when;

import io.leadwell.base.privacy.Kept;
import io.leadwell.base.privacy.PersonalData;
import io.leadwell.base.privacy.PersonalRows;
import io.leadwell.base.privacy.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What somebody left in forms, also in those that wait to be looked at, and what calls told. */
@Component
class SubmissionsOfPerson implements PersonalData {

  private static final JSONB NOTHING = JSONB.valueOf("{}");

  private final DSLContext dsl;
  private final PersonalRows rows;

  SubmissionsOfPerson(DSLContext dsl, PersonalRows rows) {
    this.dsl = dsl;
    this.rows = rows;
  }

  @Override
  public String area() {
    return "capture";
  }

  @Override
  public List<Kept> kept(Subject person) {
    return List.of(rows.read("submission", SUBMISSION, about(person), "search_text", "token"));
  }

  @Override
  public Set<UUID> things(Subject person) {
    return dsl.select(SUBMISSION.ID).from(SUBMISSION).where(about(person)).fetchSet(SUBMISSION.ID);
  }

  /** That there was one stays, with its form, day and channel. One that was held is refused. */
  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<String, Integer> erase(Subject person) {
    rows.scrub(SUBMISSION, about(person), person, SUBMISSION.CALL_KEY);
    int erased =
        dsl.update(SUBMISSION)
            .set(SUBMISSION.ANSWERS, NOTHING)
            .set(SUBMISSION.FACTS, NOTHING)
            .set(SUBMISSION.SEARCH_TEXT, "")
            .setNull(SUBMISSION.CONSENT_TOLD)
            .setNull(SUBMISSION.LANDING_URL)
            .setNull(SUBMISSION.REFERRER)
            .setNull(SUBMISSION.VISITOR)
            .setNull(SUBMISSION.IP)
            .setNull(SUBMISSION.AGENT)
            // the same call again is told that its name is used, and brings nobody back
            .set(SUBMISSION.CALL_HASH, when(SUBMISSION.CALL_HASH.isNotNull(), new byte[0]))
            .set(
                SUBMISSION.STATUS,
                when(SUBMISSION.STATUS.eq(Submission.HELD), Submission.DISCARDED)
                    .otherwise(SUBMISSION.STATUS))
            .where(about(person))
            .execute();
    return Map.of("submission", erased);
  }

  private Condition about(Subject person) {
    return person
        .isPerson(SUBMISSION.PERSON_ID)
        .or(person.isLead(SUBMISSION.LEAD_ID))
        .or(rows.mentions(person, SUBMISSION.ANSWERS, SUBMISSION.FACTS));
  }
}
