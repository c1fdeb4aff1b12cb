package io.leadwell.pool.imports;

import io.leadwell.base.platform.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of rows, read as an import reads it: csv in UTF-8 or GB18030 with any of the usual
 * delimiters, or the first sheet of a workbook. For programs that are no import.
 */
public final class TableFile implements AutoCloseable {

  private final RowSource rows;
  private final FileShape shape;

  private TableFile(RowSource rows, FileShape shape) {
    this.rows = rows;
    this.shape = shape;
  }

  /**
   * @throws Problem with a code of {@link ImportsProblem} where the file is no table
   */
  public static TableFile open(Path file) throws IOException {
    FileShape shape = FileProbe.shape(file);
    return new TableFile(SourceFile.rows(file, shape), shape);
  }

  /** The sign between two cells of a line; a comma for a workbook. */
  public String delimiter() {
    return shape.delimiter() == null ? "," : shape.delimiter();
  }

  /** The cells of the next row that says something, or null at the end. */
  public @Nullable List<String> next() throws IOException {
    RawRow row = rows.next();
    while (row != null && row.blank()) {
      row = rows.next();
    }
    if (row != null && TopRows.broken(row)) {
      throw new Problem(ImportsProblem.HEADER_QUOTE_OPEN, row.number());
    }
    return row == null ? null : row.cells();
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
