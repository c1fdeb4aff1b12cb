package io.leadwell.kernel.rules;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question to one field, understood: its values are of the field's kind. It either holds or does
 * not, also where nothing is known.
 */
public sealed interface Test {

  String field();

  /** Whether its answer goes with the time. */
  default boolean changesWithTime() {
    return this instanceof Relative || this instanceof Strength;
  }

  /** Words are in lower case where {@code text}. */
  record OneOf(String field, Set<String> values, boolean text, boolean negated) implements Test {}

  record Contains(String field, List<String> parts, boolean negated) implements Test {}

  record StartsWith(String field, List<String> beginnings) implements Test {}

  record Known(String field, Kind kind, boolean negated) implements Test {}

  /** Bounds are included. */
  record Range(String field, @Nullable BigDecimal least, @Nullable BigDecimal most)
      implements Test {}

  /** Bounds are included. */
  record Strength(String field, @Nullable Double least, @Nullable Double most) implements Test {}

  /** From the first, before the second. */
  record Between(String field, @Nullable Instant from, @Nullable Instant until) implements Test {}

  /** Later than now and {@code after}, not later than now and {@code until}. */
  record Relative(String field, @Nullable Duration after, @Nullable Duration until)
      implements Test {}

  record Flag(String field, boolean yes) implements Test {}
}
