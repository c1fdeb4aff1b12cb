package io.leadwell.pool.leads;

import io.leadwell.kernel.matching.Folding;
import org.jspecify.annotations.Nullable;

/** Comparison of people's names behind one contact. */
final class Names {

  private Names() {}

  /** Equal after folding, or one of the two not told. */
  static boolean mayBeOne(@Nullable String one, @Nullable String other) {
    return one == null || other == null || Folding.key(one).equals(Folding.key(other));
  }
}
