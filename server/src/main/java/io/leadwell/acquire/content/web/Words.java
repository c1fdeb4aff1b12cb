package io.leadwell.acquire.content.web;

import io.leadwell.base.platform.PlatformProblem;
import io.leadwell.base.platform.Problem;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Words in the query of a list; blank is no limit. */
final class Words {

  private Words() {}

  static <T> @Nullable T word(String name, @Nullable String said, Function<String, T> of) {
    if (said == null || said.isBlank()) {
      return null;
    }
    try {
      return of.apply(said);
    } catch (IllegalArgumentException e) {
      throw new Problem(PlatformProblem.UNKNOWN_PARAMETER_VALUE, name);
    }
  }
}
