package io.leadwell.pool.imports;

import io.leadwell.base.platform.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The data rows of a file from first to last, typed, with keys that stand twice refused. */
final class RowFeed implements AutoCloseable {

  private final SourceFile file;
  private final RowMaker maker;
  private final List<ImportField> keys;
  private final SeenKeys seen = new SeenKeys();
  private long rows;
  private long totals;

  RowFeed(Path path, FileShape shape, List<ImportField> fields, Mapping mapping)
      throws IOException {
    this.file = SourceFile.open(path, shape);
    this.maker = new RowMaker(fields, mapping, file.names());
    this.keys = fields.stream().filter(ImportField::key).toList();
  }

  @Nullable ImportRow next() throws IOException {
    RawRow raw = file.next();
    while (raw != null && maker.isTotal(raw)) {
      totals++;
      raw = file.next();
    }
    if (raw == null) {
      return null;
    }
    if (++rows > SourceFile.MOST_ROWS) {
      throw new Problem(ImportsProblem.TOO_MANY_ROWS, SourceFile.MOST_ROWS);
    }
    ImportRow row = maker.make(raw);
    if (!row.refused()) {
      refuseKnownKey(row);
    }
    return row;
  }

  /** What the reading left out. */
  List<ImportPass.Notice> notices() {
    List<ImportPass.Notice> notices = new ArrayList<>();
    if (totals > 0) {
      notices.add(new ImportPass.Notice("totalsSkipped", totals, List.of()));
    }
    if (maker.leftBlank() > 0) {
      notices.add(
          new ImportPass.Notice("valuesLeftBlank", maker.leftBlank(), maker.leftBlankExamples()));
    }
    return notices;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private void refuseKnownKey(ImportRow row) {
    String key =
        keys.stream()
            .filter(field -> row.has(field.name()))
            .map(field -> field.name() + '\u001f' + row.values().get(field.name()))
            .collect(Collectors.joining("\u001e"));
    if (key.isEmpty()) {
      return;
    }
    long first = seen.firstRowOf(key, row.number());
    if (first > 0) {
      ImportField field = keys.stream().filter(f -> row.has(f.name())).findFirst().orElseThrow();
      String value = String.valueOf(row.values().get(field.name()));
      row.refuseValue(field.name(), value, "imports.keyTwice", value, first);
    }
  }
}
