package io.leadwell.kernel.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A condition that was understood. */
public sealed interface Rule {

  record All(List<Rule> of) implements Rule {}

  record Any(List<Rule> of) implements Rule {}

  record Not(Rule of) implements Rule {}

  record Field(Test test) implements Rule {}

  /**
   * @param within how far back deeds count; all of them when null
   */
  record Deeds(List<Test> where, int least, @Nullable Integer most, @Nullable Duration within)
      implements Rule {

    /** Whether a deed of that time counts. */
    boolean reaches(Instant at, Instant now) {
      return within == null || at.isAfter(now.minus(within));
    }
  }

  /** Whether it holds. */
  default boolean holds(Facts facts, Instant now) {
    return Truth.of(this, facts, now);
  }

  /** When time alone may change whether it holds; null when it never does. */
  default @Nullable Instant flips(Facts facts, Instant now) {
    return Flip.next(this, facts, now);
  }

  /** Whether time alone can change whether it holds for anybody. */
  default boolean changesWithTime() {
    return switch (this) {
      case All all -> all.of().stream().anyMatch(Rule::changesWithTime);
      case Any any -> any.of().stream().anyMatch(Rule::changesWithTime);
      case Not not -> not.of().changesWithTime();
      case Field field -> field.test().changesWithTime();
      case Deeds deeds ->
          deeds.within() != null || deeds.where().stream().anyMatch(Test::changesWithTime);
    };
  }

  /** Understands a condition, or throws {@link Refused}. */
  static Rule of(Condition condition, Vocabulary vocabulary) {
    return new Understanding(vocabulary).rule(condition);
  }
}
