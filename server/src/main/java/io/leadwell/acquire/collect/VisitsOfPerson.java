package io.leadwell.acquire.collect;

import static io.leadwell.tables.collect.Tables.ACTION;
import static io.leadwell.tables.collect.Tables.HIT;
import static io.leadwell.tables.collect.Tables.QUARANTINED;
import static io.leadwell.tables.collect.Tables.VISIT;
import static io.leadwell.tables.collect.Tables.VISITOR;
import static io.leadwell.tables.collect.Tables.VISIT_PAGE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.privacy.Kept;
import io.leadwell.base.privacy.PersonalData;
import io.leadwell.base.privacy.PersonalRows;
import io.leadwell.base.privacy.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody did on our sites. Erased, the visits are those of a browser that nobody has: the
 * cookie of the real one leads to them no more, so what it does next is a stranger's.
 */
@Component
class VisitsOfPerson implements PersonalData {

  private final DSLContext dsl;
  private final PersonalRows rows;

  VisitsOfPerson(DSLContext dsl, PersonalRows rows) {
    this.dsl = dsl;
    this.rows = rows;
  }

  @Override
  public String area() {
    return "collect";
  }

  @Override
  public List<Kept> kept(Subject person) {
    return List.of(
        rows.read("visit", VISIT, person.isPerson(VISIT.PERSON_ID)),
        rows.read("page", VISIT_PAGE, VISIT_PAGE.VISIT_ID.in(visits(person))),
        rows.read("action", ACTION, actions(person)));
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<String, Integer> erase(Subject person) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    rows.scrubNames(
        VISIT_PAGE,
        VISIT_PAGE.VISIT_ID.in(visits(person)),
        person,
        VISIT_PAGE.URL,
        VISIT_PAGE.TITLE);
    rows.scrubNames(ACTION, actions(person), person, ACTION.URL, ACTION.REFERRER, ACTION.PROPS);
    rows.scrubNames(
        VISIT,
        person.isPerson(VISIT.PERSON_ID),
        person,
        VISIT.LANDING_URL,
        VISIT.REFERRER,
        VISIT.UTM,
        VISIT.KEYWORD);
    Set<UUID> browsers = browsers(person);
    browsers.forEach(browser -> part(browser, person));
    counts.put(
        "visit",
        dsl.update(VISIT)
            .setNull(VISIT.PERSON_ID)
            .setNull(VISIT.CLICK_ID)
            .set(VISIT.UNTOLD, false)
            .where(person.isPerson(VISIT.PERSON_ID))
            .execute());
    counts.put(
        "action",
        dsl.update(ACTION)
            .setNull(ACTION.PERSON_ID)
            .set(ACTION.UNTOLD, false)
            .where(person.isPerson(ACTION.PERSON_ID))
            .execute());
    dsl.update(VISITOR)
        .setNull(VISITOR.PERSON_ID)
        .setNull(VISITOR.JOINED_AT)
        .where(person.isPerson(VISITOR.PERSON_ID))
        .execute();
    counts.put(
        "quarantined",
        dsl.deleteFrom(QUARANTINED)
            .where(rows.mentions(person, QUARANTINED.BODY, QUARANTINED.CIRCUMSTANCES))
            .execute());
    counts.put("browser", browsers.size());
    return counts;
  }

  /** In one order, as whoever folds hits into visits takes them. */
  private Set<UUID> browsers(Subject person) {
    Set<UUID> browsers =
        new TreeSet<>(
            dsl.selectDistinct(VISIT.VISITOR_ID)
                .from(VISIT)
                .where(person.isPerson(VISIT.PERSON_ID))
                .fetch(VISIT.VISITOR_ID));
    browsers.addAll(
        dsl.select(VISITOR.ID)
            .from(VISITOR)
            .where(person.isPerson(VISITOR.PERSON_ID))
            .fetch(VISITOR.ID));
    return browsers;
  }

  /** Their visits go to a browser that there is not; what others did in theirs stays. */
  private void part(UUID browser, Subject person) {
    dsl.select(VISITOR.ID).from(VISITOR).where(VISITOR.ID.eq(browser)).forUpdate().fetch();
    UUID nobody = Ids.next();
    dsl.insertInto(VISITOR, VISITOR.ID, VISITOR.FIRST_SEEN_AT, VISITOR.LAST_SEEN_AT)
        .select(
            select(val(nobody), VISITOR.FIRST_SEEN_AT, VISITOR.LAST_SEEN_AT)
                .from(VISITOR)
                .where(VISITOR.ID.eq(browser)))
        .execute();
    UUID[] theirs =
        dsl.select(VISIT.ID)
            .from(VISIT)
            .where(VISIT.VISITOR_ID.eq(browser))
            .and(person.isPerson(VISIT.PERSON_ID))
            .fetch(VISIT.ID)
            .toArray(UUID[]::new);
    dsl.update(VISIT).set(VISIT.VISITOR_ID, nobody).where(VISIT.ID.eq(any(theirs))).execute();
    dsl.update(ACTION)
        .set(ACTION.VISITOR_ID, nobody)
        .where(ACTION.VISITOR_ID.eq(browser))
        .and(ACTION.VISIT_ID.eq(any(theirs)).or(person.isPerson(ACTION.PERSON_ID)))
        .execute();
    Condition hits = HIT.VISITOR.eq(browser).and(HIT.VISIT.eq(any(theirs)).or(HIT.VISIT.isNull()));
    rows.scrubNames(HIT, hits, person, HIT.FACTS);
    dsl.update(HIT).set(HIT.VISITOR, nobody).where(hits).execute();
  }

  private static Select<Record1<UUID>> visits(Subject person) {
    return select(VISIT.ID).from(VISIT).where(person.isPerson(VISIT.PERSON_ID));
  }

  private static Condition actions(Subject person) {
    return person.isPerson(ACTION.PERSON_ID).or(ACTION.VISIT_ID.in(visits(person)));
  }
}
