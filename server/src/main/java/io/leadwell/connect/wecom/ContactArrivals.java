package io.leadwell.connect.wecom;

import io.leadwell.acquire.campaigns.Campaigns;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Member;
import io.leadwell.base.workspace.Members;
import io.leadwell.base.workspace.Role;
import io.leadwell.connect.wecom.ContactStore.Kept;
import io.leadwell.connect.wecom.FollowStore.Follow;
import io.leadwell.pool.leads.Arrival;
import io.leadwell.pool.leads.Arrivals;
import io.leadwell.pool.leads.Arrivals.Arrived;
import io.leadwell.pool.leads.CameFrom;
import io.leadwell.pool.leads.Fact;
import io.leadwell.pool.leads.Facts;
import io.leadwell.pool.leads.Identity;
import io.leadwell.pool.leads.LeadRow;
import io.leadwell.pool.leads.Leads;
import io.leadwell.pool.leads.Observation.TouchSeen;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the pool of contacts. Each addition is an arrival with its touch; what is known of a
 * contact is a record of its own, told anew when it changes, which opens and wakes nothing.
 */
@Component
class ContactArrivals {

  /** An addition that was not known before. */
  record Added(UUID followId, Instant at) {}

  private final ConnectionStore connections;
  private final ContactStore contacts;
  private final FollowStore follows;
  private final CodeStore codes;
  private final FollowerStore followers;
  private final Arrivals arrivals;
  private final Leads leads;
  private final Members members;
  private final Campaigns campaigns;
  private final Clock clock;

  ContactArrivals(
      ConnectionStore connections,
      ContactStore contacts,
      FollowStore follows,
      CodeStore codes,
      FollowerStore followers,
      Arrivals arrivals,
      Leads leads,
      Members members,
      Campaigns campaigns,
      Clock clock) {
    this.connections = connections;
    this.contacts = contacts;
    this.follows = follows;
    this.codes = codes;
    this.followers = followers;
    this.arrivals = arrivals;
    this.leads = leads;
    this.members = members;
    this.campaigns = campaigns;
    this.clock = clock;
  }

  /** In the transaction that put the additions on record. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void tell(UUID contactId, List<Added> fresh) {
    Kept contact = contacts.find(contactId).orElseThrow();
    Connection connection = connections.find(contact.connectionId()).orElseThrow();
    List<Follow> bonds = follows.follows(contactId);
    fresh.stream()
        .filter(added -> !added.at().isBefore(connection.since()))
        .sorted(Comparator.comparing(Added::at))
        .forEach(added ->
            bonds.stream()
                .filter(bond -> bond.id().equals(added.followId()))
                .findFirst()
                .ifPresent(bond -> arrive(connection, contact, bonds, bond, added.at())));
    contacts
        .find(contactId)
        .filter(known -> known.personId() != null)
        .ifPresent(known -> tellFacts(connection, known, bonds));
  }

  private void arrive(
      Connection connection, Kept contact, List<Follow> bonds, Follow bond, Instant at) {
    Code code = bond.codeId() == null ? null : codes.find(bond.codeId()).orElse(null);
    CameFrom from = code == null ? Origins.of(connection) : Origins.of(code, campaigns);
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("colleague", ContactSays.nameOf(bond));
    ContactSays.put(detail, "addWay", AddWay.word(bond.addWay()));
    if (code == null) {
      ContactSays.put(detail, "state", bond.state());
    }
    Facts.Builder facts = ContactSays.facts(contact, bonds);
    Origins.state(facts, from);
    Arrived arrived =
        arrivals.bring(
            new Arrival(
                source(connection),
                "add:" + contact.externalId() + ":" + bond.userId() + ":" + at.getEpochSecond(),
                at,
                null,
                ContactSays.raw(contact, bond),
                facts.done(),
                new TouchSeen("wecom_added", at, from, Map.of(), null, detail),
                ContactSays.identities(connection, contact),
                List.of(),
                true));
    contacts.belongsTo(contact.id(), arrived.personId(), arrived.leadId(), arrived.newLead());
    if (contact.ownerUser() == null && (arrived.newLead() || isNobodys(arrived.leadId()))) {
      contacts.owned(contact.id(), bond.userId());
    }
    if (contact.unionId() != null) {
      followers.became(
          contact.unionId(), arrived.personId(), arrived.leadId(), "contact", clock.instant());
    }
  }

  /** What is known of the contact now, unless the pool was told so before. */
  private void tellFacts(Connection connection, Kept contact, List<Follow> bonds) {
    List<String> phones = ContactSays.phones(bonds);
    List<String> tags = bonds.stream().flatMap(bond -> bond.tags().stream()).distinct().toList();
    Facts.Builder builder = ContactSays.facts(contact, bonds);
    owner(contact, bonds)
        .ifPresent(member -> {
          if (member.role() == Role.SDR) {
            builder.with(Fact.SDR_ID, member.id());
          } else if (member.role() == Role.SALESPERSON || member.role() == Role.SALES_HEAD) {
            builder.with(Fact.OWNER_ID, member.id());
          }
        });
    Facts facts = builder.done();
    List<Identity> identities = ContactSays.identities(connection, contact);
    byte[] hash =
        Hashes.sha256(
            String.join(
                "\u001f",
                List.of(
                    facts.toStore().toString(),
                    tags.toString(),
                    phones.toString(),
                    identities.toString())));
    if (Arrays.equals(hash, contact.told())) {
      return;
    }
    Instant met =
        bonds.stream()
            .map(Follow::firstAddedAt)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(clock.instant());
    // Older than the record that tells the phone to call, so that one stays the person's phone.
    for (String phone : phones.subList(Math.min(1, phones.size()), phones.size())) {
      more(
          connection,
          "contact:" + contact.externalId() + ":" + phone,
          met,
          Facts.build().with(Fact.PHONE, phone).done(),
          identities,
          List.of());
    }
    Arrived told =
        more(
            connection,
            "contact:" + contact.externalId(),
            clock.instant(),
            facts,
            identities,
            tags);
    contacts.told(contact.id(), hash);
    if (contact.unionId() != null && told.leadId() != null) {
      followers.became(
          contact.unionId(), told.personId(), told.leadId(), "contact", clock.instant());
    }
  }

  private Arrived more(
      Connection connection,
      String key,
      Instant at,
      Facts facts,
      List<Identity> identities,
      List<String> tags) {
    return arrivals.bring(
        new Arrival(
            source(connection),
            key,
            at,
            null,
            facts.toStore(),
            facts,
            null,
            identities,
            tags,
            false));
  }

  private static String source(Connection connection) {
    return "wecom:" + connection.appId();
  }

  private Optional<Member> owner(Kept contact, List<Follow> bonds) {
    return bonds.stream()
        .filter(bond -> bond.userId().equals(contact.ownerUser()))
        .findFirst()
        .map(Follow::memberId)
        .flatMap(members::find);
  }

  private boolean isNobodys(@Nullable UUID leadId) {
    if (leadId == null) {
      return false;
    }
    try {
      LeadRow lead = leads.get(leadId, Caller.system());
      return lead.ownerId() == null && lead.sdrId() == null;
    } catch (Problem gone) {
      return false;
    }
  }
}
