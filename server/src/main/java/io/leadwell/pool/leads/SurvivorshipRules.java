package io.leadwell.pool.leads;

import io.leadwell.pool.leads.Golden.Live;
import io.leadwell.pool.leads.Golden.Won;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The rules in force. A field that has none goes by the usual one.
 *
 * @param byField by the word of a fact or the name of a field
 * @param sources kinds of sources, the most trusted first
 */
record SurvivorshipRules(Map<String, SurvivorshipRule> byField, List<String> sources) {

  static final SurvivorshipRules USUAL = new SurvivorshipRules(Map.of(), List.of());

  private static final Comparator<Won> BY_HAND = Comparator.comparing(won -> isByHand(won.from()));

  private static final Comparator<Won> LATER =
      Comparator.<Won, java.time.Instant>comparing(won -> won.from().receivedAt())
          .thenComparing(won -> won.from().recordId());

  SurvivorshipRule of(String field) {
    return byField.getOrDefault(field, SurvivorshipRule.USUAL);
  }

  static boolean isByHand(Live record) {
    return record.rank() >= Editing.RANK;
  }

  /** The kind of a source: {@code form} of {@code form:demo}. */
  static String kind(String source) {
    int colon = source.indexOf(':');
    return colon < 0 ? source : source.substring(0, colon);
  }

  /** Whether the next value is shown rather than the one held, by a rule that isn't the usual. */
  boolean prefers(SurvivorshipRule rule, Won held, Won next) {
    return order(rule).compare(next, held) > 0;
  }

  private Comparator<Won> order(SurvivorshipRule rule) {
    Comparator<Won> byRule =
        switch (rule) {
          case SOURCE -> Comparator.comparing(won -> -place(won.from().source()));
          case OLDEST -> LATER.reversed();
          case LONGEST ->
              Comparator.comparing(won -> won.value().codePointCount(0, won.value().length()));
          case USUAL, NEWEST -> LATER;
        };
    // Of what was said by hand the latest holds, whatever the rule.
    return (one, other) -> {
      int hand = BY_HAND.compare(one, other);
      if (hand != 0) {
        return hand;
      }
      return isByHand(one.from())
          ? LATER.compare(one, other)
          : byRule.thenComparing(LATER).compare(one, other);
    };
  }

  private int place(String source) {
    int place = sources.indexOf(kind(source));
    return place < 0 ? sources.size() : place;
  }
}
