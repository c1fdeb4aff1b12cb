package io.leadwell.pool.leads;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Of what a story is told.
 *
 * @param current the leads it may tell of, by every id they go by: their own, and those of leads
 *     that were folded into them
 * @param people whom they belong to, and everybody who was merged into them
 * @param companies where it is the story of a company: its id, and those of spellings that were
 *     merged into it
 */
public record TimelineSubject(Map<UUID, UUID> current, Set<UUID> people, Set<UUID> companies) {

  public TimelineSubject {
    current = Map.copyOf(current);
    people = Set.copyOf(people);
    companies = Set.copyOf(companies);
  }

  /** Every id of its leads. */
  public Collection<UUID> leads() {
    return current.keySet();
  }

  /** The leads themselves. */
  Set<UUID> own() {
    return Set.copyOf(current.values());
  }

  /** The lead that this id leads to now. */
  public @Nullable UUID lead(@Nullable UUID id) {
    return id == null ? null : current.get(id);
  }

  static TimelineSubject of(
      Set<UUID> leads, Map<UUID, UUID> folded, Set<UUID> people, Set<UUID> companies) {
    Map<UUID, UUID> current = new LinkedHashMap<>();
    leads.forEach(lead -> current.put(lead, lead));
    current.putAll(folded);
    return new TimelineSubject(current, people, companies);
  }
}
