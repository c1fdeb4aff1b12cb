package io.leadwell.pool.leads;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The golden facts of a person or a lead: folded from the live records, never stored as truth.
 *
 * <p>Per fact the record of the highest rank wins (a person's own edit before a file), then the
 * newest. The first contact is the earliest any record tells.
 */
final class Golden {

  /** A live record as the fold needs it. */
  record Live(
      UUID recordId,
      UUID personId,
      @Nullable UUID leadId,
      int rank,
      Instant receivedAt,
      String source,
      Facts facts) {}

  /** A value and the record it comes from. */
  record Won(String value, Live from) {}

  static final Comparator<Live> WEAKEST_FIRST =
      Comparator.comparingInt(Live::rank)
          .thenComparing(Live::receivedAt)
          .thenComparing(Live::recordId);

  private final EnumMap<Fact, Won> won = new EnumMap<>(Fact.class);

  private Golden() {}

  static Golden fold(List<Live> records) {
    Golden golden = new Golden();
    records.stream()
        .sorted(WEAKEST_FIRST)
        .forEach(record ->
            record
                .facts()
                .values()
                .forEach((fact, value) -> golden.take(fact, new Won(value, record))));
    return golden;
  }

  private void take(Fact fact, Won next) {
    Won held = won.get(fact);
    boolean earlierTold =
        fact == Fact.FIRST_CONTACT_AT
            && held != null
            && !held.value().isEmpty()
            && !next.value().isEmpty()
            && Instant.parse(held.value()).isBefore(Instant.parse(next.value()));
    if (!earlierTold) {
      won.put(fact, next);
    }
  }

  @Nullable String get(Fact fact) {
    Won held = won.get(fact);
    return held == null || held.value().isEmpty() ? null : held.value();
  }

  @Nullable UUID id(Fact fact) {
    String value = get(fact);
    return value == null ? null : UUID.fromString(value);
  }

  Map<Fact, Won> winners() {
    return won;
  }
}
