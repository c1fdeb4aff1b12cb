package io.leadwell.pool.leads;

import io.leadwell.pool.leads.Golden.Live;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is told of the people a list meets, in the pool and, as it is read, in the list itself. */
final class KnownPeople {

  private final Map<UUID, List<Live>> told = new HashMap<>();

  KnownPeople(List<Live> live) {
    live.forEach(this::add);
  }

  void add(Live record) {
    told.computeIfAbsent(record.personId(), _ -> new ArrayList<>()).add(record);
  }

  /** A row that is told anew: what it said before does not count any more. */
  void forget(UUID person, UUID record) {
    told.getOrDefault(person, new ArrayList<>()).removeIf(one -> one.recordId().equals(record));
  }

  /** The facts of the person without this record; null where nothing else is told. */
  @Nullable Golden golden(UUID person, @Nullable UUID without) {
    List<Live> others = others(person, without);
    return others.isEmpty() ? null : Golden.fold(others);
  }

  /** Whether the phone or mailbox is the person's by another record than this one. */
  boolean owns(UUID person, String way, @Nullable UUID without) {
    return ways(person, without).contains(way);
  }

  private Set<String> ways(UUID person, @Nullable UUID without) {
    Set<String> ways = new HashSet<>();
    for (Live record : others(person, without)) {
      for (Fact way : Fact.WAYS) {
        String value = record.facts().get(way);
        if (value != null) {
          ways.add(value);
        }
      }
    }
    return ways;
  }

  private List<Live> others(UUID person, @Nullable UUID without) {
    return FormerWays.settled(
        told.getOrDefault(person, List.of()).stream()
            .filter(record -> !record.recordId().equals(without))
            .toList());
  }
}
