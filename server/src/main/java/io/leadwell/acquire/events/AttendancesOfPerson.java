package io.leadwell.acquire.events;

import static io.leadwell.tables.events.Tables.ATTENDEE;
import static io.leadwell.tables.events.Tables.CHECK_IN;
import static io.leadwell.tables.events.Tables.CHOICE;
import static io.leadwell.tables.events.Tables.PRESENCE;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.replace;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.uuid;

import io.leadwell.base.privacy.Kept;
import io.leadwell.base.privacy.PersonalData;
import io.leadwell.base.privacy.PersonalRows;
import io.leadwell.base.privacy.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Events somebody registered for and came to. Erased, a seat was somebody's, and that is all. */
@Component
class AttendancesOfPerson implements PersonalData {

  private final DSLContext dsl;
  private final PersonalRows rows;

  AttendancesOfPerson(DSLContext dsl, PersonalRows rows) {
    this.dsl = dsl;
    this.rows = rows;
  }

  @Override
  public String area() {
    return "events";
  }

  @Override
  public List<Kept> kept(Subject person) {
    return List.of(
        rows.read("attendee", ATTENDEE, person.isPerson(ATTENDEE.PERSON_ID), "token"),
        rows.read("choice", CHOICE, CHOICE.ATTENDEE_ID.in(attendees(person))),
        rows.read("check_in", CHECK_IN, CHECK_IN.ATTENDEE_ID.in(attendees(person))),
        rows.read("presence", PRESENCE, presences(person)));
  }

  @Override
  public Set<UUID> things(Subject person) {
    return dsl.fetch(attendees(person)).intoSet(ATTENDEE.ID);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<String, Integer> erase(Subject person) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put(
        "presence",
        dsl.update(PRESENCE)
            .setNull(PRESENCE.NAME)
            .setNull(PRESENCE.PHONE)
            .setNull(PRESENCE.EMAIL)
            .setNull(PRESENCE.COMPANY)
            .set(PRESENCE.LINE_KEY, concat(inline("erased:"), PRESENCE.ID.cast(String.class)))
            .where(presences(person))
            .execute());
    counts.put(
        "attendee",
        dsl.update(ATTENDEE)
            // their personal page is gone
            .set(ATTENDEE.TOKEN, replace(uuid().cast(String.class), "-", ""))
            .where(person.isPerson(ATTENDEE.PERSON_ID))
            .execute());
    return counts;
  }

  private Condition presences(Subject person) {
    return PRESENCE
        .ATTENDEE_ID
        .in(attendees(person))
        .or(rows.mentions(person, PRESENCE.PHONE, PRESENCE.EMAIL, PRESENCE.LINE_KEY));
  }

  private static Select<Record1<UUID>> attendees(Subject person) {
    return select(ATTENDEE.ID).from(ATTENDEE).where(person.isPerson(ATTENDEE.PERSON_ID));
  }
}
