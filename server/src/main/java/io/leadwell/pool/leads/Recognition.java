package io.leadwell.pool.leads;

import io.leadwell.base.workspace.Visible;
import io.leadwell.pool.leads.PeopleStore.ContactOwner;
import io.leadwell.pool.leads.RecordStore.Known;
import io.leadwell.pool.leads.RecordStore.SourceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Looks up whom the contacts and identifiers of a batch lead to. */
@Component
class Recognition {

  private final PeopleStore people;

  Recognition(PeopleStore people) {
    this.people = people;
  }

  /** Whom these may be about, of those that may be seen; who is known by key is not looked for. */
  Matches matches(
      List<Observation> seen, List<SourceKey> keys, Map<SourceKey, Known> known, Visible visible) {
    List<String> contacts = new ArrayList<>();
    for (int i = 0; i < seen.size(); i++) {
      if (!known.containsKey(keys.get(i))) {
        Fact.WAYS.stream().map(seen.get(i)::fact).filter(Objects::nonNull).forEach(contacts::add);
      }
    }
    Map<String, List<ContactOwner>> owners = people.ownersOf(contacts, visible);
    Map<Identity, ContactOwner> verified =
        people.verified(
            seen.stream()
                .flatMap(one -> one.identities().stream())
                .filter(identity -> identity.kind().verified())
                .toList());
    List<UUID> met =
        Stream.concat(owners.values().stream().flatMap(List::stream), verified.values().stream())
            .map(ContactOwner::personId)
            .distinct()
            .toList();
    boolean anyVerified = seen.stream().anyMatch(Observation::isVerified);
    return new Matches(
        owners,
        verified,
        anyVerified ? people.identitiesOf(met) : Map.of(),
        people.openLeads(met, visible),
        people.names(calledOtherwise(seen, owners)));
  }

  /** Owners of a way that somebody of another name gives: they may have been called so before. */
  private static List<UUID> calledOtherwise(
      List<Observation> seen, Map<String, List<ContactOwner>> owners) {
    return seen.stream()
        .flatMap(one ->
            Fact.WAYS.stream()
                .map(one::fact)
                .filter(Objects::nonNull)
                .flatMap(way -> owners.getOrDefault(way, List.of()).stream())
                .filter(owner -> !Names.mayBeOne(owner.name(), one.fact(Fact.NAME))))
        .map(ContactOwner::personId)
        .distinct()
        .toList();
  }
}
