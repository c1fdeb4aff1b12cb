package io.leadwell.pool.consent;

import io.leadwell.pool.leads.People;
import io.leadwell.tables.consent.tables.records.EntryRow;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The one door that whoever contacts people asks first, and by which a reader leaves. */
@Service
public class Contacting {

  /**
   * Somebody to be contacted.
   *
   * @param address as it is used; compared in its one spelling
   */
  public record Reader(@Nullable UUID personId, @Nullable String address) {}

  private final SuppressionStore suppressions;
  private final Suppressions list;
  private final ConsentStore store;
  private final Consents consents;
  private final Purposes purposes;
  private final People people;

  Contacting(
      SuppressionStore suppressions,
      Suppressions list,
      ConsentStore store,
      Consents consents,
      Purposes purposes,
      People people) {
    this.suppressions = suppressions;
    this.list = list;
    this.store = store;
    this.consents = consents;
    this.purposes = purposes;
    this.people = people;
  }

  /** Why this one may not be contacted for the purpose; nothing if they may. */
  @Transactional(readOnly = true)
  public Optional<Refusal> refusal(Means means, String purpose, Reader reader) {
    return Optional.ofNullable(refusals(means, purpose, List.of(reader)).get(reader));
  }

  /** Those of the readers who may not be contacted for the purpose, and why. */
  @Transactional(readOnly = true)
  public Map<Reader, Refusal> refusals(Means means, String purpose, Collection<Reader> readers) {
    Map<Reader, Refusal> refused = new HashMap<>();
    Map<Reader, String> addresses = new HashMap<>();
    for (Reader reader : readers) {
      String typed = reader.address();
      if (typed != null) {
        means.address(typed).ifPresent(address -> addresses.put(reader, address));
      }
    }
    Set<String> held = suppressions.among(means, new HashSet<>(addresses.values())).keySet();
    Map<UUID, Boolean> words = words(means, purpose, readers);
    boolean agreed =
        purposes.withKey(purpose).filter(p -> p.rule() == Purpose.Rule.OPT_IN).isPresent();
    for (Reader reader : readers) {
      Boolean word = reader.personId() == null ? null : words.get(reader.personId());
      if (held.contains(addresses.get(reader))) {
        refused.put(reader, Refusal.SUPPRESSED);
      } else if (word != null && !word) {
        refused.put(reader, Refusal.WITHDRAWN);
      } else if (word == null && agreed) {
        refused.put(reader, Refusal.NOT_GIVEN);
      }
    }
    return refused;
  }

  /** Whether even what somebody asked for may not be sent: it bounced, or they complained. */
  @Transactional(readOnly = true)
  public boolean unreachable(Means means, String address) {
    return means
        .address(address)
        .map(known -> suppressions.among(means, Set.of(known)).get(known))
        .filter(SuppressionReason.OF_EVERYTHING::contains)
        .isPresent();
  }

  /** A reader leaves by the message they got: their address is off, and their yes withdrawn. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void leave(Means means, String address, @Nullable UUID person, UUID message, Instant at) {
    list.left(means, means.address(address).orElse(address), message, at);
    if (person != null) {
      consents.left(person, means, message, at);
    }
  }

  /** The last word of each: true for a yes. Whoever said nothing has no entry. */
  private Map<UUID, Boolean> words(Means means, String purpose, Collection<Reader> readers) {
    Map<UUID, Boolean> words = new HashMap<>();
    Optional<Purpose> about = purposes.withKey(purpose);
    Set<UUID> asked =
        readers.stream().map(Reader::personId).filter(Objects::nonNull).collect(Collectors.toSet());
    if (about.isEmpty() || asked.isEmpty()) {
      return words;
    }
    Map<UUID, UUID> current = people.current(asked);
    Map<UUID, Set<UUID>> everyone = people.everyone(Set.copyOf(current.values()));
    Set<UUID> all = new HashSet<>();
    everyone.values().forEach(all::addAll);
    Map<UUID, List<EntryRow>> latest =
        store.latest(all, about.get().id(), means).stream()
            .collect(Collectors.groupingBy(EntryRow::getPersonId));
    current.forEach((person, now) -> {
      List<EntryRow> theirs =
          everyone.getOrDefault(now, Set.of(now)).stream()
              .flatMap(one -> latest.getOrDefault(one, List.of()).stream())
              .toList();
      Consents.standing(theirs).forEach(row -> words.put(person, Consents.given(row)));
    });
    return words;
  }
}
