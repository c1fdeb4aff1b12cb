package io.leadwell.pool.leads;

import io.leadwell.kernel.matching.Folding;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The golden facts of a person or a lead: folded from the live records, never stored as truth.
 *
 * <p>Per fact the record of the highest rank wins (a person's own edit before a file), then the
 * most complete name, then the newest. The first contact is the earliest any record tells, and
 * where the lead came from is what was told of the earliest contact: coming back directly does not
 * take a lead from the keyword that brought it. A house may have other rules for a field, see
 * {@link SurvivorshipRules}.
 */
final class Golden {

  /** A live record as the fold needs it; {@code key} where its source gave one. */
  record Live(
      UUID recordId,
      UUID personId,
      @Nullable UUID leadId,
      int rank,
      Instant receivedAt,
      String source,
      @Nullable String key,
      Facts facts,
      List<Identity> identities) {

    Live telling(Facts others) {
      return new Live(
          recordId, personId, leadId, rank, receivedAt, source, key, others, identities);
    }

    /** The contact it tells of, as far as it says. */
    Instant contactAt() {
      String told = facts.get(Fact.FIRST_CONTACT_AT);
      return told == null ? receivedAt : Instant.parse(told);
    }
  }

  /** A value and the record it comes from. */
  record Won(String value, Live from) {}

  static final Comparator<Live> WEAKEST_FIRST =
      Comparator.comparingInt(Live::rank)
          .thenComparing(Live::receivedAt)
          .thenComparing(Live::recordId);

  private final SurvivorshipRules rules;
  private final EnumMap<Fact, Won> won = new EnumMap<>(Fact.class);
  private final Map<String, Won> custom = new TreeMap<>();

  private Golden(SurvivorshipRules rules) {
    this.rules = rules;
  }

  /** By the usual rules. */
  static Golden fold(List<Live> records) {
    return fold(records, SurvivorshipRules.USUAL);
  }

  static Golden fold(List<Live> records, SurvivorshipRules rules) {
    Golden golden = new Golden(rules);
    records.stream()
        .sorted(WEAKEST_FIRST)
        .forEach(record -> {
          record
              .facts()
              .values()
              .forEach((fact, value) -> golden.take(fact, new Won(value, record)));
          record
              .facts()
              .custom()
              .forEach((field, value) -> golden.take(field, new Won(value, record)));
        });
    return golden;
  }

  private void take(String field, Won next) {
    SurvivorshipRule rule = rules.of(field);
    Won held = custom.get(field);
    if (held == null || rule == SurvivorshipRule.USUAL || rules.prefers(rule, held, next)) {
      custom.put(field, next);
    }
  }

  private void take(Fact fact, Won next) {
    SurvivorshipRule rule = rules.of(fact.word());
    Won held = won.get(fact);
    if (held != null && rule != SurvivorshipRule.USUAL) {
      if (rules.prefers(rule, held, next)) {
        won.put(fact, next);
      }
    } else if (held == null || held.value().isEmpty() || next.value().isEmpty()) {
      won.put(fact, next);
    } else if (fact == Fact.FIRST_CONTACT_AT) {
      if (!Instant.parse(held.value()).isBefore(Instant.parse(next.value()))) {
        won.put(fact, next);
      }
    } else if (!(fact.isOrigin() && earlierAndAsGood(held.from(), next.from()))
        && !saysLess(fact, held, next)) {
      won.put(fact, next);
    }
  }

  /**
   * A later name that only says less: in pinyin, or as 王总, where the characters are known; a short
   * form where the whole name of the company is. What somebody typed by hand holds all the same.
   */
  private static boolean saysLess(Fact fact, Won held, Won next) {
    if (next.from().rank() > held.from().rank() || next.from().rank() >= Editing.RANK) {
      return false;
    }
    return switch (fact) {
      case NAME -> Names.isWhole(held.value()) && !Names.isWhole(next.value());
      case COMPANY -> Folding.key(held.value()).contains(Folding.key(next.value()));
      default -> false;
    };
  }

  /** Of two edits by hand the later holds, wherever the lead came from. */
  private static boolean earlierAndAsGood(Live held, Live next) {
    return held.rank() == next.rank()
        && held.rank() < Editing.RANK
        && !next.contactAt().isBefore(held.contactAt());
  }

  /** The owner where nobody named one, not even to say that there is none: who talked on site. */
  @Nullable String get(Fact fact) {
    Won held = won.get(fact);
    if (held == null && fact == Fact.OWNER_ID) {
      held = won.get(Fact.TALKED_TO);
    }
    return held == null || held.value().isEmpty() ? null : held.value();
  }

  @Nullable UUID id(Fact fact) {
    String value = get(fact);
    return value == null ? null : UUID.fromString(value);
  }

  boolean byHand(Fact fact) {
    Won held = won.get(fact);
    return held != null && held.from().rank() >= Editing.RANK;
  }

  Map<Fact, Won> winners() {
    return won;
  }

  /** Of a house's own fields, by their names. */
  Map<String, Won> customWinners() {
    return custom;
  }

  /** What is shown of a house's own fields. */
  Map<String, String> custom() {
    Map<String, String> shown = new TreeMap<>();
    custom.forEach((field, winner) -> shown.put(field, winner.value()));
    return shown;
  }
}
