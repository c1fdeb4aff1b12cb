package io.leadwell.kernel.scoring;

import io.leadwell.kernel.scoring.LeftOut.Clue;
import io.leadwell.kernel.scoring.LeftOut.Why;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A column of words: each frequent one is a level, rare ones are one level together. */
final class CategoryColumn {

  static final String MISSING = "";
  static final String OTHERS = "…";

  /** A level of fewer rows tells more of these rows than of the level. */
  private static final int RARE = 10;

  private static final int MOST_LEVELS = 200;

  private CategoryColumn() {}

  static ColumnReading of(
      TextColumn column, int[] counts, boolean[] missing, boolean[] filled, double unique) {
    String name = column.name();
    int[] frequent =
        IntStream.range(0, counts.length)
            .filter(code -> !missing[code] && counts[code] >= RARE)
            .boxed()
            .sorted(Comparator.comparingInt(code -> -counts[code]))
            .limit(MOST_LEVELS)
            .mapToInt(code -> code)
            .toArray();
    boolean anyMissing = false;
    for (boolean is : filled) {
      anyMissing |= !is;
    }
    if (frequent.length == 0 && !anyMissing && unique > 0) {
      return ColumnReading.out(
          name, filled, LeftOut.of(name, Why.IDENTIFIER, Clue.NEARLY_UNIQUE, unique, ""));
    }
    List<String> names = new ArrayList<>(List.of(MISSING, OTHERS));
    int[] level = new int[counts.length];
    for (int code = 0; code < level.length; code++) {
      level[code] = missing[code] ? 0 : 1;
    }
    for (int code : frequent) {
      level[code] = names.size();
      names.add(column.texts().get(code));
    }
    int[] levels = new int[column.size()];
    for (int row = 0; row < levels.length; row++) {
      levels[row] = level[column.code(row)];
    }
    return new ColumnReading(
        name, ColumnKind.CATEGORY, List.of(Feature.levels(name, "", levels, names)), filled, null);
  }
}
