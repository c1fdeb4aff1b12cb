package io.leadwell.collaborate.deals;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.Companies;
import io.leadwell.pool.leads.CompanyTouches;
import io.leadwell.pool.leads.LeadRow;
import io.leadwell.pool.leads.Leads;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opportunities with their proofs of concept and contracts, of leads the reader may see. */
@Service
public class Deals {

  /** An opportunity as it is now, and what takes the change back. */
  public record Changed(Opportunity opportunity, UUID undo) {}

  private static final int LATEST_MOVES = 10;

  private final DealStore store;
  private final DealViews views;
  private final DealEditing editing;
  private final Leads leads;
  private final Companies companies;
  private final CompanyTouches touches;
  private final Audit audit;

  Deals(
      DealStore store,
      DealViews views,
      DealEditing editing,
      Leads leads,
      Companies companies,
      CompanyTouches touches,
      Audit audit) {
    this.store = store;
    this.views = views;
    this.editing = editing;
    this.leads = leads;
    this.companies = companies;
    this.touches = touches;
    this.audit = audit;
  }

  @Transactional(readOnly = true)
  public List<Opportunity> ofLead(UUID leadId, Caller reader) {
    LeadRow lead = leads.get(leadId, reader);
    return views.ofLeads(List.of(lead.id()));
  }

  @Transactional(readOnly = true)
  public List<Opportunity> ofCompany(UUID companyId, Caller reader) {
    return views.ofLeads(
        companies.profile(companyId, reader).leads().stream().map(LeadRow::id).toList());
  }

  /** What people of the company did while the opportunity was open, whoever's leads they are. */
  @Transactional(readOnly = true)
  public CompanyTouches.Moves moves(UUID id, Caller reader) {
    LeadRow lead = leadOf(id, reader);
    Opportunity deal = views.one(id).orElseThrow(() -> new Problem(DealsProblem.DEAL_NOT_FOUND));
    return touches.around(lead.id(), deal.openedAt(), deal.closedAt(), LATEST_MOVES);
  }

  @Transactional
  public Changed add(UUID leadId, OpportunityDraft draft, Caller who) {
    LeadRow lead = leads.get(leadId, who);
    return told("deal.added", editing.add(lead, draft, who), null, who);
  }

  /** Corrects, wins or loses it: what the draft says is all there is afterwards. */
  @Transactional
  public Changed change(UUID id, OpportunityDraft draft, Caller who) {
    LeadRow lead = leadOf(id, who);
    Opportunity before = views.one(id).orElse(null);
    return told("deal.changed", editing.change(id, lead, draft, who), before, who);
  }

  /** Takes it out of sight with its contracts; what takes that back. */
  @Transactional
  public UUID remove(UUID id, Caller who) {
    leadOf(id, who);
    Opportunity before = views.one(id).orElseThrow(() -> new Problem(DealsProblem.DEAL_NOT_FOUND));
    UUID change = editing.remove(id, who).change();
    audit.record(
        who,
        "deal.removed",
        "deal",
        id.toString(),
        before.name(),
        Map.of("stage", before.stage(), "undo", change.toString()));
    return change;
  }

  @Transactional
  public void undo(UUID id, UUID change, Caller who) {
    LeadRow lead = leadOf(id, who);
    editing.undo(id, change);
    String name = views.one(id).map(Opportunity::name).orElse(lead.calledBy());
    audit.record(who, "deal.change-undone", "deal", id.toString(), name, Map.of());
  }

  private Changed told(
      String action, DealEditing.Done done, @Nullable Opportunity before, Caller who) {
    Opportunity after = views.one(done.opportunity()).orElseThrow();
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("leadId", after.leadId().toString());
    detail.put("stage", before == null ? after.stage() : List.of(before.stage(), after.stage()));
    detail.put("amountFen", revenue(before, after));
    detail.put("undo", done.change().toString());
    audit.record(who, action, "deal", after.id().toString(), after.name(), detail);
    return new Changed(after, done.change());
  }

  private static Object revenue(@Nullable Opportunity before, Opportunity after) {
    return before == null ? signed(after) : List.of(signed(before), signed(after));
  }

  private static long signed(Opportunity opportunity) {
    return opportunity.contracts().stream().mapToLong(Opportunity.Contract::amountFen).sum();
  }

  /** A deal is seen with its lead, or not at all. */
  private LeadRow leadOf(UUID id, Caller who) {
    return store
        .leadOf(id)
        .flatMap(lead -> leads.rows(List.of(lead), who).stream().findFirst())
        .orElseThrow(() -> new Problem(DealsProblem.DEAL_NOT_FOUND));
  }
}
