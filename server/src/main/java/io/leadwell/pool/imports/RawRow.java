package io.leadwell.pool.imports;

import java.util.ArrayList;
import java.util.List;

/**
 * A row as it stands in the file.
 *
 * @param number as spreadsheet programs count
 * @param faults cells that can't be read at all; their field is the column's index
 */
record RawRow(long number, List<String> cells, List<CellFault> faults) {

  /** What is wrong at a column, or with the row where the column is -1. */
  record CellFault(int column, String value, String code, List<Object> arguments) {}

  static RawRow of(long number, List<String> cells) {
    return new RawRow(number, cells, new ArrayList<>(0));
  }

  boolean blank() {
    for (String cell : cells) {
      if (!cell.isBlank()) {
        return false;
      }
    }
    return faults.isEmpty();
  }

  String cell(int column) {
    return column < cells.size() ? cells.get(column) : "";
  }
}
