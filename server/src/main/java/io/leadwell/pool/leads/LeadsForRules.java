package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.PERSON;
import static io.leadwell.tables.leads.Tables.TOUCH;
import static org.jooq.impl.DSL.select;

import io.leadwell.pool.rules.LeadTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells rules where leads and touches stand. */
@Configuration(proxyBeanMethods = false)
class LeadsForRules {

  @Bean
  LeadTables leadTables() {
    return new LeadTables(
        LEAD,
        LEAD.ID,
        LEAD.PERSON_ID,
        LEAD.COMPANY_ID,
        LeadConditions::visible,
        TOUCH,
        TOUCH.PERSON_ID,
        TOUCH.HAPPENED_AT,
        TOUCH.CONTENT,
        TOUCH
            .WITHDRAWN_AT
            .isNull()
            // Few object, so whoever asks looks them up once for all deeds.
            .and(
                TOUCH.PERSON_ID.notIn(
                    select(PERSON.ID).from(PERSON).where(PERSON.OBJECTS.isTrue()))));
  }
}
