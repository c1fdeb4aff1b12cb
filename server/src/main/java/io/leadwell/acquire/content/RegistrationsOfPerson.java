package io.leadwell.acquire.content;

import static io.leadwell.tables.content.Tables.REGISTRATION;
import static org.jooq.impl.DSL.uuid;

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

/** What somebody was let in to read. */
@Component
class RegistrationsOfPerson implements PersonalData {

  private final DSLContext dsl;
  private final PersonalRows rows;

  RegistrationsOfPerson(DSLContext dsl, PersonalRows rows) {
    this.dsl = dsl;
    this.rows = rows;
  }

  @Override
  public String area() {
    return "content";
  }

  @Override
  public List<Kept> kept(Subject person) {
    return List.of(
        rows.read("registration", REGISTRATION, person.isPerson(REGISTRATION.PERSON_ID)));
  }

  /** The browser that was let in is forgotten; that somebody was stays. */
  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<String, Integer> erase(Subject person) {
    int erased =
        dsl.update(REGISTRATION)
            .set(REGISTRATION.HOLDER, uuid())
            .where(person.isPerson(REGISTRATION.PERSON_ID))
            .execute();
    return Map.of("registration", erased);
  }
}
