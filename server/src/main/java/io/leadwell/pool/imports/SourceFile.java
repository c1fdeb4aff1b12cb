package io.leadwell.pool.imports;

import io.leadwell.base.platform.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file opened below its header: the header's names, then the rows that say something. */
final class SourceFile implements AutoCloseable {

  static final int MOST_COLUMNS = 500;
  static final long MOST_ROWS = 2_000_000;

  /** So far down a header is looked for under lines that say what the report is. */
  private static final int LOOK_DOWN = 30;

  /** A line with more cells than this is no title. */
  private static final int MOST_CELLS_OF_A_TITLE = 2;

  private final RowSource rows;
  private final List<String> names;
  private final long headerRow;

  /** Rows that were read while looking for the header and stand below it. */
  private final Deque<RawRow> ahead;

  private SourceFile(RowSource rows, List<String> names, long headerRow, Deque<RawRow> ahead) {
    this.rows = rows;
    this.names = names;
    this.headerRow = headerRow;
    this.ahead = ahead;
  }

  static SourceFile open(Path file, FileShape shape) throws IOException {
    if (!Files.isReadable(file)) {
      throw new Problem(ImportsProblem.FILE_GONE);
    }
    RowSource rows =
        shape.workbook()
            ? SheetRows.open(file, shape.sheet())
            : CsvRows.open(
                file,
                java.util.Objects.requireNonNull(shape.encoding()),
                java.util.Objects.requireNonNull(shape.delimiter()).charAt(0));
    try {
      RawRow header = rows.next();
      while (header != null && header.blank()) {
        header = rows.next();
      }
      if (header == null) {
        throw new Problem(ImportsProblem.FILE_WITHOUT_ROWS);
      }
      if (header.faults().stream().anyMatch(fault -> fault.column() < 0)) {
        throw new Problem(
            shape.workbook() ? ImportsProblem.WORKBOOK_DAMAGED : ImportsProblem.HEADER_QUOTE_OPEN,
            header.number());
      }
      Deque<RawRow> ahead = new ArrayDeque<>();
      RawRow below = belowTitles(header, rows, ahead);
      return new SourceFile(rows, names(below.cells()), below.number(), ahead);
    } catch (IOException | RuntimeException e) {
      rows.close();
      throw e;
    }
  }

  /**
   * The header of a report that begins with lines such as its period and its account: the first row
   * with at least twice their cells. Where there is none, the first row is the header, and what was
   * read below it goes to {@code ahead}.
   */
  private static RawRow belowTitles(RawRow first, RowSource rows, Deque<RawRow> ahead)
      throws IOException {
    if (cells(first) > MOST_CELLS_OF_A_TITLE) {
      return first;
    }
    for (int i = 0; i < LOOK_DOWN; i++) {
      RawRow row = rows.next();
      if (row == null) {
        break;
      }
      boolean broken = row.faults().stream().anyMatch(fault -> fault.column() < 0);
      if (!broken && cells(row) >= 2 * MOST_CELLS_OF_A_TITLE) {
        ahead.clear();
        return row;
      }
      ahead.add(row);
      if (cells(row) > MOST_CELLS_OF_A_TITLE) {
        break;
      }
    }
    return first;
  }

  private static long cells(RawRow row) {
    return row.cells().stream().filter(cell -> !cell.isBlank()).count();
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
    RawRow row = one();
    while (row != null && row.blank()) {
      row = one();
    }
    return row;
  }

  private @Nullable RawRow one() throws IOException {
    return ahead.isEmpty() ? rows.next() : ahead.poll();
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }

  /** Unique names: a blank one is called after its letter, a repeated one gets a number. */
  private static List<String> names(List<String> cells) {
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
