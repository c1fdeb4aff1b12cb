package io.leadwell.acquire.links;

import static io.leadwell.tables.links.Tables.BEARER;
import static io.leadwell.tables.links.Tables.LEFT_OUT;
import static io.leadwell.tables.links.Tables.VISITOR;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.uuid;

import io.leadwell.base.privacy.Kept;
import io.leadwell.base.privacy.PersonalData;
import io.leadwell.base.privacy.PersonalRows;
import io.leadwell.base.privacy.Subject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Links that know somebody as their reader. Erased, they were opened by nobody's browser. */
@Component
class LinksOfPerson implements PersonalData {

  private final DSLContext dsl;
  private final PersonalRows rows;

  LinksOfPerson(DSLContext dsl, PersonalRows rows) {
    this.dsl = dsl;
    this.rows = rows;
  }

  @Override
  public String area() {
    return "links";
  }

  @Override
  public List<Kept> kept(Subject person) {
    return List.of(
        rows.read("bearer", BEARER, person.isPerson(BEARER.PERSON_ID)),
        rows.read("left_out", LEFT_OUT, person.isPerson(LEFT_OUT.PERSON_ID)));
  }

  /** The links lead on, but to nobody: a click in an old mail brings no name back. */
  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<String, Integer> erase(Subject person) {
    Set<UUID> browsers = new HashSet<>(person.visitors());
    browsers.addAll(
        dsl.select(BEARER.VISITOR_ID)
            .from(BEARER)
            .where(person.isPerson(BEARER.PERSON_ID))
            .and(BEARER.VISITOR_ID.isNotNull())
            .fetch(BEARER.VISITOR_ID));
    dsl.update(VISITOR)
        .set(VISITOR.VISITOR_ID, uuid())
        .where(VISITOR.VISITOR_ID.eq(any(browsers.toArray(UUID[]::new))))
        .execute();
    int erased =
        dsl.update(BEARER)
            .setNull(BEARER.VISITOR_ID)
            .set(BEARER.EXPIRES_AT, BEARER.CREATED_AT)
            .where(person.isPerson(BEARER.PERSON_ID))
            .execute();
    return Map.of("bearer", erased);
  }
}
