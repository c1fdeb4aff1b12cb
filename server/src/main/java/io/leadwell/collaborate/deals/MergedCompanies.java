package io.leadwell.collaborate.deals;

import static io.leadwell.tables.deals.Tables.CONTRACT;
import static io.leadwell.tables.deals.Tables.OPPORTUNITY;
import static org.jooq.impl.DSL.any;

import io.leadwell.pool.leads.CompanyMerged;
import io.leadwell.pool.leads.CompanyUnmerged;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opportunities and contracts stand under the company that their lead stands under. */
@Component
class MergedCompanies {

  private final DSLContext dsl;

  MergedCompanies(DSLContext dsl) {
    this.dsl = dsl;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void merged(CompanyMerged company) {
    dsl.update(OPPORTUNITY)
        .set(OPPORTUNITY.COMPANY_ID, company.intoId())
        .where(OPPORTUNITY.COMPANY_ID.eq(company.mergedId()))
        .execute();
    dsl.update(CONTRACT)
        .set(CONTRACT.COMPANY_ID, company.intoId())
        .where(CONTRACT.COMPANY_ID.eq(company.mergedId()))
        .execute();
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void unmerged(CompanyUnmerged company) {
    UUID[] leads = company.leads().toArray(UUID[]::new);
    dsl.update(OPPORTUNITY)
        .set(OPPORTUNITY.COMPANY_ID, company.companyId())
        .where(OPPORTUNITY.LEAD_ID.eq(any(leads)))
        .and(OPPORTUNITY.COMPANY_ID.isNotNull())
        .execute();
    dsl.update(CONTRACT)
        .set(CONTRACT.COMPANY_ID, company.companyId())
        .where(CONTRACT.LEAD_ID.eq(any(leads)))
        .and(CONTRACT.COMPANY_ID.isNotNull())
        .execute();
  }
}
