package io.leadwell.pool.leads;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a list that are about the same person at the same event, as of somebody scanned twice at
 * a stand: the first says what they say together, the others nothing. Rows that contradict each
 * other stay as they are, and the last one holds.
 */
final class RepeatedRows {

  private RepeatedRows() {}

  /** The rows, each of them null that the first with its key speaks for. */
  static List<@Nullable Observation> folded(List<Observation> seen, List<String> keys) {
    List<@Nullable Observation> folded = new ArrayList<>(seen);
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < seen.size(); i++) {
      Integer earlier = first.putIfAbsent(keys.get(i), i);
      Observation before = earlier == null ? null : folded.get(earlier);
      if (earlier != null && before != null && agree(before, seen.get(i))) {
        folded.set(earlier, together(before, seen.get(i)));
        folded.set(i, null);
      }
    }
    return folded;
  }

  private static boolean agree(Observation one, Observation other) {
    boolean sameFacts =
        other.facts().values().entrySet().stream()
            .allMatch(fact -> {
              String have = one.facts().get(fact.getKey());
              return have == null || have.equals(fact.getValue());
            });
    return sameFacts
        && one.stages().equals(other.stages())
        && one.identities().equals(other.identities());
  }

  private static Observation together(Observation one, Observation other) {
    Facts facts = one.facts();
    for (Map.Entry<Fact, String> fact : other.facts().values().entrySet()) {
      facts = facts.with(fact.getKey(), fact.getValue());
    }
    Map<String, String> raw = new LinkedHashMap<>(other.raw());
    one.raw()
        .forEach((column, cell) -> {
          if (!cell.isBlank()) {
            raw.put(column, cell);
          }
        });
    List<String> tags =
        Stream.concat(one.tags().stream(), other.tags().stream()).distinct().toList();
    return one.readAs(raw).telling(facts, tags);
  }
}
