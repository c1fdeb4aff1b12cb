package io.leadwell.pool.consent;

import io.leadwell.pool.leads.People;
import io.leadwell.tables.consent.tables.records.EntryRow;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Who objects to being judged by what they do. The means by which they said so does not matter:
 * whoever objects by one objects.
 */
@Component
class Objections {

  private final ConsentStore store;
  private final Purposes purposes;
  private final People people;

  Objections(ConsentStore store, Purposes purposes, People people) {
    this.store = store;
    this.purposes = purposes;
    this.people = people;
  }

  /** Looks again at whoever said something, or whose words became somebody else's. */
  void look(Collection<EntryRow> said) {
    if (said.isEmpty()) {
      return;
    }
    UUID profiling = purposes.withKey(Purpose.PROFILING).map(Purpose::id).orElse(null);
    Set<UUID> who = new HashSet<>();
    said.stream()
        .filter(row -> row.getPurposeId().equals(profiling))
        .forEach(row -> who.add(row.getPersonId()));
    for (UUID person : new HashSet<>(people.current(who).values())) {
      boolean objects =
          Consents.standing(store.latest(people.everyone(person))).stream()
              .anyMatch(row -> row.getPurposeId().equals(profiling) && !Consents.given(row));
      people.objects(person, objects);
    }
  }
}
