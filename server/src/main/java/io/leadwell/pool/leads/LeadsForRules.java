package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.TOUCH;

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
        TOUCH.WITHDRAWN_AT.isNull());
  }
}
