package io.leadwell.kernel.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody asks of a lead, as it was written down; not yet checked. */
public sealed interface Condition {

  /** Holds when each part holds; an empty one holds. */
  record All(List<Condition> of) implements Condition {
    public All {
      of = List.copyOf(of);
    }
  }

  /** Holds when one part holds; an empty one does not. */
  record Any(List<Condition> of) implements Condition {
    public Any {
      of = List.copyOf(of);
    }
  }

  /** Holds when its part does not. */
  record Not(Condition of) implements Condition {}

  /** Asks one field. Which values an operator takes is told by {@link Operator}. */
  record Asks(String field, Operator operator, List<String> values) implements Condition {
    public Asks {
      values = List.copyOf(values);
    }
  }

  /**
   * Asks what the person did: how many deeds there are for which all of {@code where} holds.
   *
   * @param least at least so many; 0 together with {@code most} 0 asks for none at all
   * @param most at most so many; no upper bound when null
   * @param days only those of the last so many days (24 hours each); of all times when null
   */
  record Did(List<Asks> where, int least, @Nullable Integer most, @Nullable Integer days)
      implements Condition {
    public Did {
      where = List.copyOf(where);
    }
  }

  /** The condition that holds for everybody. */
  static Condition everybody() {
    return new All(List.of());
  }
}
