package io.leadwell.pool.imports;

import io.leadwell.base.platform.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A first look at a file: its columns, a few values of each, about how many rows.
 *
 * @param rows an estimate until the check has counted, or null
 */
record Examination(
    FileShape shape, List<String> names, List<List<String>> samples, @Nullable Long rows) {

  private static final int SAMPLES = 5;
  private static final int LOOK_AT_ROWS = 300;
  private static final int LONGEST_SAMPLE = 80;
  private static final int SHOWN_CELLS = 12;
  private static final Pattern DIMENSION =
      Pattern.compile("<dimension ref=\"[A-Z]+[0-9]+:[A-Z]+([0-9]{1,7})\"");

  static Examination of(Path path, FileShape shape) throws IOException {
    try (SourceFile file = SourceFile.open(path, shape)) {
      List<Set<String>> samples = new ArrayList<>();
      file.names().forEach(_ -> samples.add(new LinkedHashSet<>()));
      int rows = 0;
      for (RawRow row = file.next(); row != null && rows < LOOK_AT_ROWS; row = file.next()) {
        rows++;
        for (int i = 0; i < samples.size(); i++) {
          String cell = row.cell(i).strip();
          if (samples.get(i).size() < SAMPLES && !cell.isEmpty()) {
            samples.get(i).add(cut(cell));
          }
        }
      }
      if (rows == 0) {
        throw new Problem(ImportsProblem.FILE_WITHOUT_ROWS);
      }
      Long all = rows < LOOK_AT_ROWS ? Long.valueOf(rows) : estimate(path, shape, file.headerRow());
      return new Examination(
          shape.with(file.headerRow()),
          file.names(),
          samples.stream().map(List::<String>copyOf).toList(),
          all);
    }
  }

  /** The cells of a row that say something, as far as one looks at them. */
  static List<String> shown(RawRow row) {
    return row.cells().stream()
        .map(String::strip)
        .filter(cell -> !cell.isEmpty())
        .limit(SHOWN_CELLS)
        .map(Examination::cut)
        .toList();
  }

  private static String cut(String cell) {
    return cell.substring(0, Math.min(LONGEST_SAMPLE, cell.length()));
  }

  private static @Nullable Long estimate(Path path, FileShape shape, long headerRow)
      throws IOException {
    if (shape.workbook()) {
      return dimension(path, shape.sheets().indexOf(shape.sheet()), headerRow);
    }
    long lines = 0;
    byte[] block = new byte[1 << 16];
    try (InputStream in = java.nio.file.Files.newInputStream(path)) {
      int got;
      while ((got = in.read(block)) > 0) {
        for (int i = 0; i < got; i++) {
          lines += block[i] == '\n' ? 1 : 0;
        }
      }
    }
    return Math.max(1, lines - headerRow);
  }

  /** Most programs write how far a sheet reaches at its beginning. */
  private static @Nullable Long dimension(Path path, int sheet, long headerRow) throws IOException {
    try (ZipFile zip = new ZipFile(path.toFile())) {
      ZipEntry entry = zip.getEntry("xl/worksheets/sheet" + (sheet + 1) + ".xml");
      if (entry == null) {
        return null;
      }
      try (InputStream in = zip.getInputStream(entry)) {
        String start = new String(in.readNBytes(2_000), StandardCharsets.UTF_8);
        Matcher found = DIMENSION.matcher(start);
        return found.find()
            ? Long.valueOf(Math.max(1, Long.parseLong(found.group(1)) - headerRow))
            : null;
      }
    }
  }
}
