package io.leadwell.acquire.content;

import io.leadwell.kernel.matching.Folding;
import io.leadwell.kernel.matching.Grams;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The text an item is found by, and its grams as PostgreSQL wants them. */
record SearchText(String text, Integer[] grams) {

  private static final int LONGEST = 60_000;

  static SearchText of(List<String> parts) {
    String text =
        parts.stream()
            .map(Folding::fold)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" | "));
    String kept = text.length() > LONGEST ? cut(text) : text;
    return new SearchText(kept, boxed(Grams.of(kept)));
  }

  static SearchText query(String typed) {
    String folded = Folding.fold(typed);
    return new SearchText(folded, boxed(Grams.of(folded)));
  }

  private static String cut(String text) {
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end);
  }

  private static Integer[] boxed(int[] grams) {
    return Arrays.stream(grams).boxed().toArray(Integer[]::new);
  }
}
