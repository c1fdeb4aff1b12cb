package io.leadwell.pool.imports;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a csv, tsv or txt. */
final class CsvRows implements RowSource {

  /** A record beyond this isn't one: a quote was never closed. */
  private static final int LONGEST_RECORD = 16 * 1024 * 1024;

  private final CsvText text;
  private final CloseableIterator<CsvRecord> records;
  private long number;
  private boolean ended;
  private boolean broken;

  private CsvRows(CsvText text, CloseableIterator<CsvRecord> records) {
    this.text = text;
    this.records = records;
  }

  static CsvRows open(Path file, String encoding, char delimiter) throws IOException {
    // The bytes were checked when the file came; a character cut in two at its end is left.
    CharsetDecoder decoder =
        Charset.forName(encoding)
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    InputStream bytes = Files.newInputStream(file);
    CsvText text = new CsvText(new InputStreamReader(bytes, decoder), delimiter);
    CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .skipEmptyLines(false)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .allowExtraCharsAfterClosingQuote(true)
            .maxBufferSize(LONGEST_RECORD)
            .ofCsvRecord(text);
    return new CsvRows(text, reader.iterator());
  }

  @Override
  public @Nullable RawRow next() throws IOException {
    if (ended) {
      return null;
    }
    number++;
    Boolean more = more();
    if (more == null) {
      return neverClosed(Math.max(1, text.openedOn()), List.of());
    }
    if (!more) {
      ended = true;
      return null;
    }
    CsvRecord csv = records.next();
    if (Boolean.FALSE.equals(more()) && text.openedOn() > 0) {
      return neverClosed(text.openedOn(), csv.getFields());
    }
    return row(csv);
  }

  @Override
  public void close() throws IOException {
    records.close();
  }

  /** Whether there is another record; null when it never ends. */
  private @Nullable Boolean more() {
    if (broken) {
      return null;
    }
    try {
      return records.hasNext();
    } catch (CsvParseException e) {
      broken = true;
      return null;
    }
  }

  private RawRow row(CsvRecord csv) {
    List<String> fields = csv.getFields();
    RawRow row = RawRow.of(number, new ArrayList<>(fields.size()));
    for (int i = 0; i < fields.size(); i++) {
      String cell = fields.get(i);
      if (cell.length() > LONGEST_CELL) {
        row.faults()
            .add(
                new RawRow.CellFault(
                    i, cell.substring(0, 60) + "…", "imports.cellTooLong", List.of(LONGEST_CELL)));
        cell = cell.substring(0, LONGEST_CELL);
      }
      row.cells().add(cell);
    }
    return row;
  }

  private RawRow neverClosed(long line, List<String> fields) {
    ended = true;
    RawRow row = RawRow.of(number, new ArrayList<>());
    for (String cell : fields) {
      row.cells().add(cell.substring(0, Math.min(cell.length(), 500)));
    }
    row.faults().add(new RawRow.CellFault(-1, "", "imports.quoteNeverClosed", List.of(line)));
    return row;
  }
}
