package io.leadwell.kernel.companies;

import java.util.Arrays;
import java.util.List;

/**
 * The grams by which a name is found: its units and the pairs of neighbours; of Latin words also
 * their triples, so that a typing error does not hide a name, and the initials of the name.
 */
final class NameGrams {

  /** Triples are spelt apart from words of three letters. */
  private static final String TRIPLE = "\u0000";

  private int[] grams = new int[64];
  private int count;

  static int[] of(String folded) {
    return new NameGrams().read(folded).distinct();
  }

  private NameGrams read(String folded) {
    boolean latin = !Spelling.hasIdeographs(folded);
    int[] units = latin ? wordUnits(folded) : Units.ofShort(folded);
    for (int i = 0; i < units.length; i++) {
      add(units[i]);
      if (i > 0) {
        add(Units.pair(units[i - 1], units[i]));
      }
    }
    return this;
  }

  private int[] wordUnits(String folded) {
    List<String> words = LatinWords.telling(LegalForms.part(LatinWords.of(folded)).words());
    for (String word : words) {
      String padded = '_' + LatinWords.spelledOut(word) + '_';
      for (int i = 0; i + 3 <= padded.length(); i++) {
        add(Units.word(TRIPLE + padded.substring(i, i + 3)));
      }
    }
    String initials = LatinLikeness.initials(words);
    if (initials.length() >= 2) {
      add(Units.word(initials));
    }
    add(Units.word(String.join("", words)));
    return words.stream().mapToInt(word -> Units.word(LatinWords.spelledOut(word))).toArray();
  }

  private void add(int gram) {
    if (count == grams.length) {
      grams = Arrays.copyOf(grams, count * 2);
    }
    grams[count++] = gram;
  }

  private int[] distinct() {
    Arrays.sort(grams, 0, count);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || grams[i] != grams[i - 1]) {
        grams[kept++] = grams[i];
      }
    }
    return Arrays.copyOf(grams, kept);
  }
}
