package io.leadwell.pool.qualification;

import static io.leadwell.tables.qualification.Tables.BANT;
import static io.leadwell.tables.qualification.Tables.QUALIFIED;

import io.leadwell.base.privacy.Kept;
import io.leadwell.base.privacy.PersonalData;
import io.leadwell.base.privacy.PersonalRows;
import io.leadwell.base.privacy.Subject;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was answered about somebody. Erased, yes and no still count; who and what in words go. */
@Component
class BantOfPerson implements PersonalData {

  private final DSLContext dsl;
  private final PersonalRows rows;

  BantOfPerson(DSLContext dsl, PersonalRows rows) {
    this.dsl = dsl;
    this.rows = rows;
  }

  @Override
  public String area() {
    return "qualification";
  }

  @Override
  public List<Kept> kept(Subject person) {
    return List.of(
        rows.read("bant", BANT, person.isLead(BANT.LEAD_ID)),
        rows.read("qualified", QUALIFIED, person.isLead(QUALIFIED.LEAD_ID)));
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<String, Integer> erase(Subject person) {
    rows.scrub(
        BANT,
        rows.mentions(
            person,
            BANT.BUDGET_NOTE,
            BANT.AUTHORITY_CONTACT,
            BANT.AUTHORITY_NOTE,
            BANT.NEED_NOTE,
            BANT.TIMING_NOTE),
        person,
        BANT.BUDGET_NOTE,
        BANT.AUTHORITY_CONTACT,
        BANT.AUTHORITY_NOTE,
        BANT.NEED_NOTE,
        BANT.TIMING_NOTE);
    int erased =
        dsl.update(BANT)
            .setNull(BANT.BUDGET_NOTE)
            .setNull(BANT.AUTHORITY_CONTACT)
            .setNull(BANT.AUTHORITY_NOTE)
            .setNull(BANT.NEED_NOTE)
            .setNull(BANT.TIMING_NOTE)
            .where(person.isLead(BANT.LEAD_ID))
            .execute();
    return Map.of("bant", erased);
  }
}
