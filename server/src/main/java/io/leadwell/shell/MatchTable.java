package io.leadwell.shell;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A csv in memory, blanks around its cells gone. UTF-8, UTF-16 or GB18030; commas or others. */
final class MatchTable {

  private static final String DELIMITERS = ",;\t|";

  private final List<String> headers;
  private final List<String[]> rows;

  private MatchTable(List<String> headers, List<String[]> rows) {
    this.headers = headers;
    this.rows = rows;
  }

  List<String> headers() {
    return headers;
  }

  List<String[]> rows() {
    return rows;
  }

  /** The position of a column; where no name is the same, of one that differs by case; or -1. */
  int column(String name) {
    String wanted = name.strip();
    int exact = headers.indexOf(wanted);
    for (int i = 0; exact < 0 && i < headers.size(); i++) {
      exact = headers.get(i).equalsIgnoreCase(wanted) ? i : -1;
    }
    return exact;
  }

  /** The first row names the columns. */
  static MatchTable read(Path file, Words words) {
    List<String[]> all = rows(file, words);
    if (all.isEmpty()) {
      throw Shell.failed(words, "matchEmpty", file);
    }
    List<String> headers = List.of(all.getFirst());
    List<String[]> rows = new ArrayList<>(all.size());
    for (String[] row : all.subList(1, all.size())) {
      rows.add(row.length == headers.size() ? row : resized(row, headers.size()));
    }
    return new MatchTable(headers, rows);
  }

  /** All rows that hold anything, the first included. */
  static List<String[]> rows(Path file, Words words) {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw Shell.failed(words, "fileUnreadable", file);
    }
    try {
      String text = decoded(Files.readAllBytes(file));
      CsvReader<CsvRecord> reader =
          CsvReader.builder()
              .fieldSeparator(delimiter(text))
              .allowExtraFields(true)
              .allowMissingFields(true)
              .allowExtraCharsAfterClosingQuote(true)
              .ofCsvRecord(text);
      List<String[]> rows = new ArrayList<>();
      for (CsvRecord csv : reader) {
        String[] row = new String[csv.getFieldCount()];
        boolean blank = true;
        for (int i = 0; i < row.length; i++) {
          row[i] = csv.getField(i).strip();
          blank &= row[i].isEmpty();
        }
        if (!blank) {
          rows.add(row);
        }
      }
      return rows;
    } catch (IOException | UncheckedIOException | CsvParseException e) {
      throw Shell.failed(words, "matchUnreadable", file, String.valueOf(e.getMessage()));
    }
  }

  private static String[] resized(String[] row, int size) {
    String[] resized = new String[size];
    for (int i = 0; i < size; i++) {
      resized[i] = i < row.length ? row[i] : "";
    }
    return resized;
  }

  private static String decoded(byte[] bytes) throws CharacterCodingException {
    int first = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
    if (first == 0xFFFE || first == 0xFEFF) {
      return new String(bytes, StandardCharsets.UTF_16);
    }
    String text;
    try {
      text = strictly(bytes, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      text = strictly(bytes, Charset.forName("GB18030"));
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static String strictly(byte[] bytes, Charset charset) throws CharacterCodingException {
    return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  /** What the first line has most of. */
  private static char delimiter(String text) {
    int end = text.indexOf('\n');
    String line = end < 0 ? text : text.substring(0, end);
    char best = ',';
    long most = 0;
    for (char candidate : DELIMITERS.toCharArray()) {
      long count = line.chars().filter(c -> c == candidate).count();
      if (count > most) {
        most = count;
        best = candidate;
      }
    }
    return best;
  }
}
