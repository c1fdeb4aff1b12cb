package io.leadwell.kernel.rules;

import static io.leadwell.kernel.rules.Operator.AFTER;
import static io.leadwell.kernel.rules.Operator.AT_LEAST;
import static io.leadwell.kernel.rules.Operator.AT_MOST;
import static io.leadwell.kernel.rules.Operator.BEFORE;
import static io.leadwell.kernel.rules.Operator.BETWEEN;
import static io.leadwell.kernel.rules.Operator.CONTAINS;
import static io.leadwell.kernel.rules.Operator.IS;
import static io.leadwell.kernel.rules.Operator.IS_NOT;
import static io.leadwell.kernel.rules.Operator.KNOWN;
import static io.leadwell.kernel.rules.Operator.LONGER_AGO;
import static io.leadwell.kernel.rules.Operator.NOT_CONTAINS;
import static io.leadwell.kernel.rules.Operator.STARTS_WITH;
import static io.leadwell.kernel.rules.Operator.UNKNOWN;
import static io.leadwell.kernel.rules.Operator.WITHIN_LAST;
import static io.leadwell.kernel.rules.Operator.WITHIN_NEXT;

import java.util.EnumSet;
import java.util.Set;

/** What a field holds, and by which operators it can be asked. */
public enum Kind {
  /** Words, compared without regard to case; a field may hold several. */
  TEXT(IS, IS_NOT, CONTAINS, NOT_CONTAINS, STARTS_WITH, KNOWN, UNKNOWN),
  /** Some of a known set of words or ids, compared as they stand. */
  CHOICE(IS, IS_NOT, KNOWN, UNKNOWN),
  /** A number, exact. */
  NUMBER(AT_LEAST, AT_MOST, BETWEEN, IS, KNOWN, UNKNOWN),
  /** A number that halves again and again with time. */
  FADING(AT_LEAST, AT_MOST),
  /** A moment. */
  MOMENT(WITHIN_LAST, LONGER_AGO, WITHIN_NEXT, BEFORE, AFTER, BETWEEN, KNOWN, UNKNOWN),
  /** Yes or no; nobody said is no. */
  FLAG(IS);

  private final Set<Operator> operators;

  Kind(Operator first, Operator... others) {
    operators = EnumSet.of(first, others);
  }

  public Set<Operator> operators() {
    return EnumSet.copyOf(operators);
  }
}
