package io.leadwell.pool.consent;

import static io.leadwell.tables.consent.Tables.ENTRY;
import static io.leadwell.tables.consent.Tables.SUPPRESSION;

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

/** What somebody agreed to, and their addresses on the list. Erased, that it was said stays. */
@Component
class ConsentsOfPerson implements PersonalData {

  private final DSLContext dsl;
  private final PersonalRows rows;

  ConsentsOfPerson(DSLContext dsl, PersonalRows rows) {
    this.dsl = dsl;
    this.rows = rows;
  }

  @Override
  public String area() {
    return "consent";
  }

  @Override
  public List<Kept> kept(Subject person) {
    return List.of(
        rows.read("consent", ENTRY, person.isPerson(ENTRY.PERSON_ID)),
        rows.read("suppression", SUPPRESSION, person.isWay(SUPPRESSION.VALUE)));
  }

  /** The list itself is turned into hashes by {@link Suppressions#erase}. */
  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<String, Integer> erase(Subject person) {
    int erased =
        dsl.update(ENTRY).setNull(ENTRY.NOTE).where(person.isPerson(ENTRY.PERSON_ID)).execute();
    return Map.of("consent", erased);
  }
}
