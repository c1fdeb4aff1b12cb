package io.leadwell.connect.wecom;

import io.leadwell.pool.leads.LeadFolded;
import io.leadwell.pool.leads.LeadUnfolded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Contacts and followers stay with their lead when it goes into another of the same person. */
@Component
class FoldedLeads {

  private final ContactStore contacts;
  private final FollowerStore followers;

  FoldedLeads(ContactStore contacts, FollowerStore followers) {
    this.contacts = contacts;
    this.followers = followers;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void folded(LeadFolded lead) {
    contacts.leadMoved(lead.personId(), lead.leadId(), lead.intoId());
    followers.leadMoved(lead.personId(), lead.leadId(), lead.intoId());
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void unfolded(LeadUnfolded lead) {
    contacts.leadMoved(lead.personId(), lead.fromId(), lead.leadId());
    followers.leadMoved(lead.personId(), lead.fromId(), lead.leadId());
  }
}
