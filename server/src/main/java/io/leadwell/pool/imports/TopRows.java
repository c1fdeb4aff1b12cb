package io.leadwell.pool.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The rows at the top of a file that say something. */
final class TopRows {

  private TopRows() {}

  static List<RawRow> of(Path file, FileShape shape, int most) throws IOException {
    List<RawRow> top = new ArrayList<>();
    try (RowSource rows = SourceFile.rows(file, shape)) {
      for (RawRow row = rows.next(); row != null && top.size() < most; row = rows.next()) {
        if (!row.blank()) {
          top.add(row);
        }
        if (broken(row)) {
          break;
        }
      }
    }
    return top;
  }

  /** Nothing can be read from here on. */
  static boolean broken(RawRow row) {
    return row.faults().stream().anyMatch(fault -> fault.column() < 0);
  }
}
