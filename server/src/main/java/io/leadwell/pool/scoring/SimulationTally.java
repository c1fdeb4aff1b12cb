package io.leadwell.pool.scoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Counts from where to where leads go, with some of them as examples. */
final class SimulationTally {

  /** As it is kept. */
  record Counted(List<Way> grades, List<Way> routes) {}

  record Way(String from, String to, int leads, List<UUID> examples) {}

  private record Pair(String from, String to) {}

  private static final class Sum {
    private int leads;
    private final List<UUID> examples = new ArrayList<>();
  }

  private static final int EXAMPLES = 20;

  private final Map<Pair, Sum> grades = new LinkedHashMap<>();
  private final Map<Pair, Sum> routes = new LinkedHashMap<>();

  void grade(UUID lead, String from, String to) {
    add(grades, lead, from, to);
  }

  void route(UUID lead, String from, String to) {
    add(routes, lead, from, to);
  }

  private static void add(Map<Pair, Sum> to, UUID lead, String from, String into) {
    Sum sum = to.computeIfAbsent(new Pair(from, into), _ -> new Sum());
    sum.leads++;
    if (!from.equals(into) && sum.examples.size() < EXAMPLES) {
      sum.examples.add(lead);
    }
  }

  Counted counted() {
    return new Counted(ways(grades), ways(routes));
  }

  private static List<Way> ways(Map<Pair, Sum> of) {
    return of.entrySet().stream()
        .map(each ->
            new Way(
                each.getKey().from(),
                each.getKey().to(),
                each.getValue().leads,
                List.copyOf(each.getValue().examples)))
        .toList();
  }
}
