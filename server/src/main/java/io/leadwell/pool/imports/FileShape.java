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
 */
public record FileShape(
    String format,
    @Nullable String encoding,
    @Nullable String delimiter,
    @Nullable String sheet,
    List<String> sheets) {

  boolean workbook() {
    return format.equals("xlsx");
  }

  FileShape with(String chosen) {
    return new FileShape(format, encoding, delimiter, chosen, sheets);
  }
}
