package io.leadwell.base.workspace;

import static io.leadwell.tables.workspace.Tables.AUDIT_ENTRY;
import static io.leadwell.tables.workspace.Tables.SAVED_VIEW;
import static org.jooq.impl.DSL.any;

import io.leadwell.base.privacy.Kept;
import io.leadwell.base.privacy.PersonalData;
import io.leadwell.base.privacy.PersonalRows;
import io.leadwell.base.privacy.Subject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the audit log says of somebody. Erased, an entry keeps who did what and when, and its hash;
 * what it said of the person is gone, and the entry of the erasure names it (see {@link Audit}).
 */
@Component
class AuditOfPerson implements PersonalData {

  private static final JSONB NOTHING = JSONB.valueOf("{}");

  private final DSLContext dsl;
  private final PersonalRows rows;
  private final Clock clock;

  AuditOfPerson(DSLContext dsl, PersonalRows rows, Clock clock) {
    this.dsl = dsl;
    this.rows = rows;
    this.clock = clock;
  }

  @Override
  public String area() {
    return "workspace";
  }

  @Override
  public List<Kept> kept(Subject person) {
    return List.of(rows.read("audit", AUDIT_ENTRY, about(person)));
  }

  /** Views that somebody keeps about them. The log itself is told by {@link Audit#erased}. */
  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<String, Integer> erase(Subject person) {
    return Map.of(
        "view",
        rows.scrub(
            SAVED_VIEW, rows.mentions(person, SAVED_VIEW.FILTER), person, SAVED_VIEW.FILTER));
  }

  /** How many entries there are to erase, and which: their hashes stay, what they said goes. */
  List<String> forget(Subject person) {
    List<Long> ids =
        dsl.update(AUDIT_ENTRY)
            .setNull(AUDIT_ENTRY.OBJECT_LABEL)
            .set(AUDIT_ENTRY.DETAIL, NOTHING)
            .set(AUDIT_ENTRY.ERASED_AT, clock.instant().truncatedTo(ChronoUnit.MICROS))
            .where(about(person))
            .returning(AUDIT_ENTRY.ID)
            .fetch(AUDIT_ENTRY.ID);
    rows.scrub(
        AUDIT_ENTRY,
        AUDIT_ENTRY.ID.eq(any(ids.toArray(Long[]::new))),
        person,
        AUDIT_ENTRY.OBJECT_ID);
    return ids.stream().map(String::valueOf).toList();
  }

  /** By the ids of what was done something to; a name alone may be somebody else's. */
  private Condition about(Subject person) {
    String[] ids = person.things().stream().map(Object::toString).toArray(String[]::new);
    return AUDIT_ENTRY
        .OBJECT_ID
        .eq(any(ids))
        .or(
            rows.mentions(
                person, AUDIT_ENTRY.OBJECT_LABEL, AUDIT_ENTRY.DETAIL, AUDIT_ENTRY.OBJECT_ID));
  }
}
