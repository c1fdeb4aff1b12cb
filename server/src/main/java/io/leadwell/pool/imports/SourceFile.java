package io.leadwell.pool.imports;

import io.leadwell.base.platform.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file opened below its header: the header's names, then the rows that say something. */
final class SourceFile implements AutoCloseable {

  static final int MOST_COLUMNS = 500;
  static final long MOST_ROWS = 2_000_000;

  private final RowSource rows;
  private final List<String> names;
  private final long headerRow;

  private SourceFile(RowSource rows, List<String> names, long headerRow) {
    this.rows = rows;
    this.names = names;
    this.headerRow = headerRow;
  }

  /** Opens it below the header row of the shape. */
  static SourceFile open(Path file, FileShape shape) throws IOException {
    FileShape known = shape.headerRow() == null ? HeaderSearch.byLook(file, shape) : shape;
    long wanted = Objects.requireNonNull(known.headerRow());
    RowSource rows = rows(file, known);
    try {
      RawRow header = rows.next();
      while (header != null && (header.blank() || header.number() < wanted)) {
        header = rows.next();
      }
      if (header == null) {
        throw new Problem(ImportsProblem.FILE_WITHOUT_ROWS);
      }
      if (TopRows.broken(header)) {
        throw new Problem(
            shape.workbook() ? ImportsProblem.WORKBOOK_DAMAGED : ImportsProblem.HEADER_QUOTE_OPEN,
            header.number());
      }
      return new SourceFile(rows, names(header.cells()), header.number());
    } catch (IOException | RuntimeException e) {
      rows.close();
      throw e;
    }
  }

  /** All rows from the top. */
  static RowSource rows(Path file, FileShape shape) throws IOException {
    if (!Files.isReadable(file)) {
      throw new Problem(ImportsProblem.FILE_GONE);
    }
    return shape.workbook()
        ? SheetRows.open(file, shape.sheet())
        : CsvRows.open(
            file,
            Objects.requireNonNull(shape.encoding()),
            Objects.requireNonNull(shape.delimiter()).charAt(0));
  }

  List<String> names() {
    return names;
  }

  /** The row the names stand in. */
  long headerRow() {
    return headerRow;
  }

  /** The next row that isn't blank. */
  @Nullable RawRow next() throws IOException {
    RawRow row = rows.next();
    while (row != null && row.blank()) {
      row = rows.next();
    }
    return row;
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }

  /** Unique names: a blank one is called after its letter, a repeated one gets a number. */
  static List<String> names(List<String> cells) {
    int width = cells.size();
    while (width > 0 && cells.get(width - 1).isBlank()) {
      width--;
    }
    if (width > MOST_COLUMNS) {
      throw new Problem(ImportsProblem.TOO_MANY_COLUMNS, width, MOST_COLUMNS);
    }
    List<String> names = new ArrayList<>(width);
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < width; i++) {
      String cell = cells.get(i).strip().replaceAll("\\s+", " ");
      String name =
          cell.isEmpty() ? "列 " + letter(i) : cell.substring(0, Math.min(200, cell.length()));
      String unique = name;
      for (int n = 2; !taken.add(unique); n++) {
        unique = name + " (" + n + ")";
      }
      names.add(unique);
    }
    return names;
  }

  /** A, B … Z, AA, as spreadsheet programs count columns. */
  static String letter(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
      letters.insert(0, (char) ('A' + rest % 26));
    }
    return letters.toString();
  }
}
