package io.leadwell.pool.leads;

import io.leadwell.kernel.matching.Folding;
import io.leadwell.kernel.matching.Grams;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The text a person or company is found by, and its grams as PostgreSQL wants them. */
record SearchText(String text, Integer[] grams) {

  static SearchText of(@Nullable String... parts) {
    return of(Arrays.asList(parts));
  }

  static SearchText of(Collection<@Nullable String> parts) {
    String text =
        parts.stream()
            .filter(Objects::nonNull)
            .map(Folding::fold)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" | "));
    return new SearchText(text, boxed(Grams.of(text)));
  }

  static SearchText query(String typed) {
    String folded = Folding.fold(typed);
    return new SearchText(folded, boxed(Grams.of(folded)));
  }

  private static Integer[] boxed(int[] grams) {
    return Arrays.stream(grams).boxed().toArray(Integer[]::new);
  }
}
