package io.leadwell.base.platform;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A table written row by row as xlsx or csv (UTF-8 with byte order mark, so that spreadsheet
 * programs read Chinese right). Memory does not grow with the rows.
 *
 * <p>Text that a spreadsheet program would run as a formula (OWASP, "CSV Injection") is written
 * with a leading apostrophe in csv; in xlsx it is a text cell anyway. Numbers stay numbers.
 */
public final class TableFile implements AutoCloseable {

  /** The two formats everything comes in and goes out in. */
  public enum Format {
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    CSV("text/csv;charset=UTF-8", "csv");

    private final String mediaType;
    private final String extension;

    Format(String mediaType, String extension) {
      this.mediaType = mediaType;
      this.extension = extension;
    }

    public String mediaType() {
      return mediaType;
    }

    public String extension() {
      return extension;
    }

    public static Format of(@Nullable String word) {
      if ("csv".equals(word)) {
        return CSV;
      }
      if (word == null || "xlsx".equals(word)) {
        return XLSX;
      }
      throw new Problem(PlatformProblem.UNKNOWN_PARAMETER_VALUE, "format");
    }
  }

  /** Rows of one sheet that Excel can hold. */
  private static final int SHEET_ROWS = 1_048_576;

  private static final int FLUSH_EVERY = 1_000;
  private static final int LONGEST_CELL = 32_000;

  private final List<String> headers;
  private final @Nullable CsvWriter csv;
  private final @Nullable Workbook workbook;
  private @Nullable Worksheet sheet;
  private final String sheetName;
  private int sheetNumber;
  private int nextRow;

  private TableFile(
      List<String> headers,
      String sheetName,
      @Nullable CsvWriter csv,
      @Nullable Workbook workbook) {
    this.headers = headers;
    this.sheetName = sheetName;
    this.csv = csv;
    this.workbook = workbook;
  }

  /** Begins a table; closing it finishes the file but leaves {@code out} open. */
  public static TableFile begin(
      OutputStream out, Format format, String sheetName, List<String> headers) {
    try {
      if (format == Format.CSV) {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        TableFile file = new TableFile(headers, sheetName, CsvWriter.builder().build(writer), null);
        file.row(headers.toArray());
        return file;
      }
      TableFile file =
          new TableFile(headers, sheetName, null, new Workbook(out, "Leadwell", "1.0"));
      file.newSheet();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Numbers are written as numbers, everything else as text; null is an empty cell. */
  public void row(@Nullable Object... cells) {
    if (csv != null) {
      String[] texts = new String[cells.length];
      for (int i = 0; i < cells.length; i++) {
        texts[i] = csvText(cells[i]);
      }
      csv.writeRecord(texts);
      return;
    }
    if (nextRow == SHEET_ROWS) {
      newSheet();
    }
    Worksheet current = java.util.Objects.requireNonNull(sheet);
    for (int i = 0; i < cells.length; i++) {
      write(current, i, cells[i]);
    }
    nextRow++;
    if (nextRow % FLUSH_EVERY == 0) {
      try {
        current.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void close() {
    try {
      if (csv != null) {
        csv.flush();
      }
      if (workbook != null) {
        workbook.finish();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void newSheet() {
    Workbook book = java.util.Objects.requireNonNull(workbook);
    try {
      if (sheet != null) {
        sheet.finish();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sheetNumber++;
    sheet = book.newWorksheet(sheetNumber == 1 ? sheetName : sheetName + " " + sheetNumber);
    sheet.freezePane(0, 1);
    nextRow = 0;
    for (int i = 0; i < headers.size(); i++) {
      sheet.value(0, i, headers.get(i));
    }
    nextRow = 1;
  }

  private void write(Worksheet current, int column, @Nullable Object cell) {
    switch (cell) {
      case null -> {}
      case Number number -> current.value(nextRow, column, number);
      default -> {
        String text = cell.toString();
        current.value(nextRow, column, text.substring(0, Math.min(LONGEST_CELL, text.length())));
      }
    }
  }

  private static String csvText(@Nullable Object cell) {
    return switch (cell) {
      case null -> "";
      case BigDecimal number -> number.toPlainString();
      case Number number -> number.toString();
      default -> harmless(cell.toString());
    };
  }

  /** A signed number is no formula; anything else that begins like one is quoted. */
  static String harmless(String text) {
    String begun = text.stripLeading();
    boolean startsFormula =
        !begun.isEmpty() && "=+-@|%".indexOf(begun.charAt(0)) >= 0
            || !text.isEmpty() && "\t\r\n".indexOf(text.charAt(0)) >= 0;
    return startsFormula && !begun.matches("[+-]?[0-9][0-9,.%]*") ? "'" + text : text;
  }
}
