package io.leadwell.pool.leads;

import io.leadwell.pool.leads.IntakeBatch.PersonDraft;
import io.leadwell.pool.leads.PeopleStore.ContactOwner;
import io.leadwell.pool.leads.PeopleStore.OpenLead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who the contacts of a batch belong to, in the pool and, as it is read, in the batch itself. */
final class Matches {

  private final Map<String, List<PersonDraft>> byContact = new HashMap<>();
  private final Map<Identity, PersonDraft> byIdentity = new HashMap<>();
  private final Map<UUID, Set<Identity>> verifiedOf = new HashMap<>();
  private final Map<String, OpenLead> openLeads = new HashMap<>();
  private final Map<UUID, List<String>> names;

  Matches(
      Map<String, List<ContactOwner>> owners,
      Map<Identity, ContactOwner> verified,
      Map<UUID, Set<Identity>> verifiedOf,
      Map<UUID, Map<String, OpenLead>> open,
      Map<UUID, List<String>> names) {
    this.names = names;
    owners.forEach((contact, people) ->
        people.forEach(
            owner -> byContact.computeIfAbsent(contact, _ -> new ArrayList<>()).add(known(owner))));
    verified.forEach((identity, owner) -> byIdentity.put(identity, known(owner)));
    verifiedOf.forEach((person, ids) -> this.verifiedOf.put(person, new HashSet<>(ids)));
    open.forEach(
        (person, leads) -> leads.forEach((line, lead) -> openLeads.put(person + line, lead)));
  }

  private static PersonDraft known(ContactOwner owner) {
    return new PersonDraft(owner.personId(), owner.name(), false);
  }

  /** The person a verified identifier names, whatever else the observation says. */
  @Nullable PersonDraft verified(Observation seen) {
    for (Identity identity : seen.identities()) {
      PersonDraft owner = identity.kind().verified() ? byIdentity.get(identity) : null;
      if (owner != null) {
        return owner;
      }
    }
    return null;
  }

  /** Without the verified identifiers that name somebody else: those are a case for a merge. */
  Observation own(Observation seen, UUID person) {
    List<Identity> own =
        seen.identities().stream()
            .filter(identity -> {
              PersonDraft owner = byIdentity.get(identity);
              return owner == null || owner.id().equals(person);
            })
            .toList();
    return own.size() == seen.identities().size() ? seen : seen.identifiedBy(own);
  }

  /** Everybody a phone or mailbox leads to, the longest known first. */
  List<PersonDraft> owners(String way) {
    return List.copyOf(byContact.getOrDefault(way, List.of()));
  }

  /** The way does not lead to this person any more. */
  void pass(String way, UUID person) {
    byContact.getOrDefault(way, new ArrayList<>()).removeIf(owner -> owner.id().equals(person));
  }

  @Nullable PersonDraft find(Observation seen) {
    for (Fact contact : Fact.WAYS) {
      String value = seen.fact(contact);
      for (PersonDraft owner : byContact.getOrDefault(value == null ? "" : value, List.of())) {
        if (isCalled(owner, seen.fact(Fact.NAME)) && !speaksAgainst(owner, seen)) {
          return owner;
        }
      }
    }
    return null;
  }

  /** By the name that holds now, or by another one that was told of them. */
  private boolean isCalled(PersonDraft owner, @Nullable String name) {
    return Names.mayBeOne(owner.name(), name)
        || names.getOrDefault(owner.id(), List.of()).stream()
            .anyMatch(told -> Names.mayBeOne(told, name));
  }

  /** Another WeCom id of the same corp is another human, even behind the same phone. */
  private boolean speaksAgainst(PersonDraft owner, Observation seen) {
    Set<Identity> held = verifiedOf.getOrDefault(owner.id(), Set.of());
    return seen.identities().stream()
        .filter(identity -> identity.kind().verified())
        .anyMatch(identity ->
            held.stream()
                .anyMatch(other ->
                    other.kind() == identity.kind()
                        && other.scope().equals(identity.scope())
                        && !other.value().equals(identity.value())));
  }

  void add(Observation seen, PersonDraft person) {
    for (Fact contact : Fact.WAYS) {
      String value = seen.fact(contact);
      if (value != null) {
        List<PersonDraft> owners = byContact.computeIfAbsent(value, _ -> new ArrayList<>());
        if (owners.stream().noneMatch(owner -> owner.id().equals(person.id()))) {
          owners.add(person);
        }
      }
    }
    for (Identity identity : seen.identities()) {
      if (identity.kind().verified()) {
        byIdentity.putIfAbsent(identity, person);
        verifiedOf.computeIfAbsent(person.id(), _ -> new HashSet<>()).add(identity);
      }
    }
  }

  @Nullable OpenLead openLead(UUID person, Observation seen) {
    return openLeads.get(person + line(seen));
  }

  void opened(UUID person, Observation seen, UUID lead) {
    openLeads.put(person + line(seen), new OpenLead(lead, false));
  }

  private static String line(Observation seen) {
    String line = seen.fact(Fact.BUSINESS_LINE);
    return line == null ? "" : line;
  }
}
