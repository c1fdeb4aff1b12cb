package io.leadwell.kernel.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A column of sentences: how long they are, and which of the frequent words are in them. */
final class TextFeatures {

  private static final int WORDS = 20;
  private static final double FREQUENT = 0.02;

  private TextFeatures() {}

  static ColumnReading of(TextColumn column, boolean[] missing, boolean[] filled) {
    String name = column.name();
    List<String> texts = column.texts();
    int[] counts = column.counts();
    Map<String, Integer> rows = new HashMap<>();
    for (int code = 0; code < missing.length; code++) {
      if (!missing[code] && counts[code] > 0) {
        int count = counts[code];
        words(texts.get(code)).forEach(word -> rows.merge(word, count, Integer::sum));
      }
    }
    double least = FREQUENT * column.size();
    double most = (1 - FREQUENT) * column.size();
    List<String> frequent =
        rows.entrySet().stream()
            .filter(e -> e.getValue() >= least && e.getValue() <= most)
            .sorted(
                Comparator.comparingInt((Map.Entry<String, Integer> e) -> -e.getValue())
                    .thenComparing(Map.Entry::getKey))
            .limit(WORDS)
            .map(Map.Entry::getKey)
            .toList();
    double[] length = new double[column.size()];
    for (int row = 0; row < length.length; row++) {
      length[row] = filled[row] ? column.text(row).length() : Double.NaN;
    }
    List<Feature> features = new ArrayList<>();
    features.add(Feature.number(name, "length", length));
    for (String word : frequent) {
      int[] has = new int[missing.length];
      for (int code = 0; code < has.length; code++) {
        has[code] = missing[code] ? 0 : words(texts.get(code)).contains(word) ? 2 : 1;
      }
      int[] levels = new int[column.size()];
      for (int row = 0; row < levels.length; row++) {
        levels[row] = has[column.code(row)];
      }
      features.add(Feature.levels(name, word, levels, List.of(CategoryColumn.MISSING, "–", word)));
    }
    return new ColumnReading(name, ColumnKind.TEXT, features, filled, null);
  }

  /** Words of letters; of ideographs the pairs of neighbours. */
  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    for (String run : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
      if (run.codePoints().anyMatch(Character::isIdeographic)) {
        for (int i = 0; i + 2 <= run.length(); i++) {
          words.add(run.substring(i, i + 2));
        }
      } else if (run.length() > 1) {
        words.add(run);
      }
    }
    return words;
  }
}
