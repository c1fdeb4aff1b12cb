package io.leadwell.kernel.scoring;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The order in which rows are learned from: by a hash of what is in them and the seed, so that it
 * is one of chance and yet the same whatever the order of the file. Rows without outcome come last.
 *
 * @param rows the table's rows in that order
 * @param won the outcomes of those at the front that have one
 */
record RowOrder(int[] rows, boolean[] won) {

  static RowOrder of(LeadTable table, boolean[] won, boolean[] known, long seed) {
    int size = table.rows();
    long[] hash = new long[size];
    List<TextColumn> columns = table.columns();
    for (TextColumn column : columns) {
      long[] ofText = new long[column.texts().size()];
      for (int code = 0; code < ofText.length; code++) {
        ofText[code] = hash(column.texts().get(code), seed);
      }
      // The name takes part by its text, so that the order of the columns does not.
      long name = hash(column.name(), seed);
      for (int row = 0; row < size; row++) {
        hash[row] += Folds.mix(ofText[column.code(row)] ^ name);
      }
    }
    int[] rows =
        IntStream.range(0, size)
            .boxed()
            .sorted(
                Comparator.comparing((Integer row) -> !known[row])
                    .thenComparingLong(row -> Folds.mix(hash[row])))
            .mapToInt(row -> row)
            .toArray();
    int labelled = 0;
    for (boolean is : known) {
      labelled += is ? 1 : 0;
    }
    boolean[] outcome = new boolean[labelled];
    for (int i = 0; i < labelled; i++) {
      outcome[i] = won[rows[i]];
    }
    return new RowOrder(rows, outcome);
  }

  private static long hash(String text, long seed) {
    long hash = Folds.mix(seed);
    for (int i = 0; i < text.length(); i++) {
      hash = hash * 0x100000001B3L ^ text.charAt(i);
    }
    return Folds.mix(hash);
  }

  double[] arrange(double[] ofTable) {
    double[] arranged = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      arranged[i] = ofTable[rows[i]];
    }
    return arranged;
  }

  int[] placeOf() {
    int[] place = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      place[rows[i]] = i;
    }
    return place;
  }
}
