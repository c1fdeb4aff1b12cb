package io.leadwell.collaborate.deals;

import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Member;
import io.leadwell.base.workspace.Members;
import io.leadwell.pool.leads.Companies;
import io.leadwell.pool.leads.LeadRow;
import io.leadwell.pool.leads.Leads;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opportunities with their proofs of concept and contracts, of leads the reader may see. */
@Service
public class Deals {

  private final DealStore store;
  private final Leads leads;
  private final Companies companies;
  private final Members members;

  Deals(DealStore store, Leads leads, Companies companies, Members members) {
    this.store = store;
    this.leads = leads;
    this.companies = companies;
    this.members = members;
  }

  @Transactional(readOnly = true)
  public List<Opportunity> ofLead(UUID leadId, Caller reader) {
    LeadRow lead = leads.get(leadId, reader);
    return store.ofLeads(List.of(lead.id()), memberNames());
  }

  @Transactional(readOnly = true)
  public List<Opportunity> ofCompany(UUID companyId, Caller reader) {
    List<UUID> visible =
        companies.profile(companyId, reader).leads().stream().map(LeadRow::id).toList();
    return store.ofLeads(visible, memberNames());
  }

  private Map<UUID, String> memberNames() {
    Map<UUID, String> names = new HashMap<>();
    for (Member member : members.all()) {
      names.put(member.id(), member.name());
    }
    return names;
  }
}
