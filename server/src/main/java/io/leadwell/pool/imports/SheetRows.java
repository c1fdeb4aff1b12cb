package io.leadwell.pool.imports;

import io.leadwell.base.platform.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet of a workbook, streamed. */
final class SheetRows implements RowSource {

  private final ReadableWorkbook book;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private final SheetCells cells;
  private boolean broken;
  private long last;

  private SheetRows(ReadableWorkbook book, Stream<Row> stream) {
    this.book = book;
    this.stream = stream;
    this.rows = stream.iterator();
    this.cells = new SheetCells(book.isDate1904());
  }

  static SheetRows open(Path file, @Nullable String sheetName) throws IOException {
    ReadableWorkbook book = null;
    try {
      book = book(file);
      Sheet sheet =
          (sheetName == null
                  ? java.util.Optional.of(book.getFirstSheet())
                  : book.findSheet(sheetName))
              .orElseThrow(() -> new Problem(ImportsProblem.NO_SHEET));
      return new SheetRows(book, sheet.openStream());
    } catch (IOException | RuntimeException e) {
      if (book != null) {
        book.close();
      }
      throw e instanceof Problem problem ? problem : new Problem(ImportsProblem.WORKBOOK_DAMAGED);
    }
  }

  /** Some programs write no styles; then no number is a date. */
  private static ReadableWorkbook book(Path file) throws IOException {
    try {
      return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
    } catch (ExcelReaderException e) {
      return new ReadableWorkbook(file.toFile(), new ReadingOptions(false, true));
    }
  }

  @Override
  public @Nullable RawRow next() {
    if (broken) {
      return null;
    }
    try {
      return rows.hasNext() ? row(rows.next()) : null;
    } catch (RuntimeException e) {
      // The reader throws whatever the broken XML led it to; the rows before are sound.
      broken = true;
      RawRow row = RawRow.of(last + 1, new ArrayList<>());
      row.faults().add(new RawRow.CellFault(-1, "", "imports.sheetBrokenOff", List.of(last)));
      return row;
    }
  }

  @Override
  public void close() throws IOException {
    stream.close();
    book.close();
  }

  private RawRow row(Row read) {
    last = read.getRowNum();
    RawRow row = RawRow.of(last, new ArrayList<>(read.getCellCount()));
    for (int i = 0; i < read.getCellCount(); i++) {
      Cell cell = read.getCell(i);
      String text = cell == null ? "" : cells.text(cell);
      if (cell != null && (cell.getType() == CellType.ERROR || SheetCells.error(text, cell))) {
        row.faults().add(new RawRow.CellFault(i, text, "imports.cellWithError", List.of(text)));
      } else if (text.length() > LONGEST_CELL) {
        row.faults()
            .add(
                new RawRow.CellFault(
                    i, text.substring(0, 60) + "…", "imports.cellTooLong", List.of(LONGEST_CELL)));
        text = text.substring(0, LONGEST_CELL);
      }
      row.cells().add(text);
    }
    return row;
  }
}
