package io.leadwell.measure.insights;

import io.leadwell.pool.leads.Stage;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** How rows of every report are shaped and ordered. */
final class Rows {

  private Rows() {}

  static Map<String, Long> byStage(long[] counts) {
    Map<String, Long> byStage = new LinkedHashMap<>();
    for (int i = 0; i < counts.length; i++) {
      byStage.put(Stage.FUNNEL.get(i).word(), counts[i]);
    }
    return byStage;
  }

  /** Months as they pass; everything else by weight, then by name. What is unknown stands last. */
  static <T> Comparator<T> order(
      Dimension dimension,
      Function<T, String> key,
      Function<T, String> label,
      ToLongFunction<T> weight) {
    Comparator<T> unknownLast = Comparator.comparing(row -> isUnknown(key.apply(row)));
    Comparator<T> byKey = Comparator.comparing(key);
    return dimension == Dimension.MONTH
        ? unknownLast.thenComparing(byKey)
        : unknownLast
            .thenComparing(Comparator.comparingLong(weight).reversed())
            .thenComparing(label)
            .thenComparing(byKey);
  }

  private static boolean isUnknown(String key) {
    return key.equals(Keys.BLANK) || key.equals(Keys.UNALLOCATED);
  }
}
