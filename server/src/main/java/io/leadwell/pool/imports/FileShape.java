package io.leadwell.pool.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a file is to be read.
 *
 * @param format {@code csv} or {@code xlsx}
 * @param encoding of a csv
 * @param delimiter of a csv
 * @param sheet the chosen sheet of a workbook
 * @param sheets all its visible sheets
 * @param headerRow the row that names the columns, as spreadsheet programs count; null until it is
 *     found
 */
public record FileShape(
    String format,
    @Nullable String encoding,
    @Nullable String delimiter,
    @Nullable String sheet,
    List<String> sheets,
    @Nullable Long headerRow) {

  boolean workbook() {
    return format.equals("xlsx");
  }

  /** Another sheet has a header of its own. */
  FileShape with(String chosen) {
    return new FileShape(format, encoding, delimiter, chosen, sheets, null);
  }

  FileShape with(long header) {
    return new FileShape(format, encoding, delimiter, sheet, sheets, header);
  }
}
