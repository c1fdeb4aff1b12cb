package io.leadwell.collaborate.deals;

import static io.leadwell.tables.deals.Tables.CONTRACT;
import static io.leadwell.tables.deals.Tables.OPPORTUNITY;
import static io.leadwell.tables.deals.Tables.POC;
import static io.leadwell.tables.deals.Tables.REPLACED;
import static org.jooq.impl.DSL.select;

import io.leadwell.base.privacy.Kept;
import io.leadwell.base.privacy.PersonalData;
import io.leadwell.base.privacy.PersonalRows;
import io.leadwell.base.privacy.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Deals that came of somebody's leads. They are the company's and stay; a name in them goes. */
@Component
class DealsOfPerson implements PersonalData {

  private final DSLContext dsl;
  private final PersonalRows rows;

  DealsOfPerson(DSLContext dsl, PersonalRows rows) {
    this.dsl = dsl;
    this.rows = rows;
  }

  @Override
  public String area() {
    return "deals";
  }

  @Override
  public List<Kept> kept(Subject person) {
    return List.of(
        rows.read("opportunity", OPPORTUNITY, person.isLead(OPPORTUNITY.LEAD_ID)),
        rows.read("contract", CONTRACT, person.isLead(CONTRACT.LEAD_ID)));
  }

  @Override
  public Set<UUID> things(Subject person) {
    return dsl.fetch(opportunities(person)).intoSet(OPPORTUNITY.ID);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<String, Integer> erase(Subject person) {
    int named =
        rows.scrubNames(
            OPPORTUNITY,
            person.isLead(OPPORTUNITY.LEAD_ID),
            person,
            OPPORTUNITY.NAME,
            OPPORTUNITY.PRODUCT,
            OPPORTUNITY.LOSS_REASON,
            OPPORTUNITY.COMPETITOR);
    rows.scrubNames(POC, POC.OPPORTUNITY_ID.in(opportunities(person)), person, POC.FAILURE_REASON);
    rows.scrubNames(
        REPLACED, REPLACED.OPPORTUNITY_ID.in(opportunities(person)), person, REPLACED.BEFORE);
    return Map.of("opportunity", named);
  }

  private static Select<Record1<UUID>> opportunities(Subject person) {
    return select(OPPORTUNITY.ID).from(OPPORTUNITY).where(person.isLead(OPPORTUNITY.LEAD_ID));
  }
}
