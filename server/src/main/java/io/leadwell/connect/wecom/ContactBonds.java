package io.leadwell.connect.wecom;

import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.LeadRow;
import io.leadwell.pool.leads.Leads;
import io.leadwell.pool.leads.People;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Which colleagues have somebody in WeCom, for the record of a lead. */
@Service
public class ContactBonds {

  /**
   * The bond of a contact with one colleague.
   *
   * @param colleague as WeCom names them
   * @param leftBy customer or colleague; null while the bond holds
   */
  public record Bond(
      @Nullable String contact,
      String colleague,
      @Nullable UUID memberId,
      @Nullable String remark,
      @Nullable UUID codeId,
      @Nullable String code,
      @Nullable String addWay,
      @Nullable Instant addedAt,
      @Nullable Instant leftAt,
      @Nullable String leftBy,
      List<String> tags) {}

  private final ContactStore contacts;
  private final FollowStore follows;
  private final Leads leads;
  private final People people;

  ContactBonds(ContactStore contacts, FollowStore follows, Leads leads, People people) {
    this.contacts = contacts;
    this.follows = follows;
    this.leads = leads;
    this.people = people;
  }

  /** Of a lead that the reader may see. */
  public List<Bond> ofLead(UUID leadId, Caller reader) {
    LeadRow lead = leads.get(leadId, reader);
    return contacts.ofPerson(people.everyone(lead.personId())).stream()
        .flatMap(contact -> {
          String name = contacts.find(contact).map(ContactStore.Kept::name).orElse(null);
          return follows.follows(contact).stream().map(follow -> bond(name, follow));
        })
        .toList();
  }

  private static Bond bond(@Nullable String contact, FollowStore.Follow follow) {
    String colleague = follow.userName();
    boolean left = !follow.present() && follow.leftAt() != null;
    return new Bond(
        contact,
        colleague == null ? follow.userId() : colleague,
        follow.memberId(),
        follow.remark(),
        follow.codeId(),
        follow.codeName(),
        AddWay.word(follow.addWay()),
        follow.addedAt(),
        left ? follow.leftAt() : null,
        left ? follow.leftByCustomer() ? "customer" : "colleague" : null,
        follow.tags());
  }
}
