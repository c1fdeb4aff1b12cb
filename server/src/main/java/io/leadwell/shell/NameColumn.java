package io.leadwell.shell;

import io.leadwell.base.platform.Problem;
import io.leadwell.kernel.matching.Folding;
import io.leadwell.pool.imports.TableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Columns of names out of a file: by the name of the column, by what its header says, or the whole
 * line where the file has one column and perhaps no header.
 */
final class NameColumn {

  static final List<String> SHORT =
      List.of("short", "简称", "公司简称", "企业简称", "short name", "abbreviation", "abbr", "alias");

  static final List<String> FULL =
      List.of("full", "全称", "公司全称", "企业全称", "full name", "legal name", "registered name");

  private static final List<String> ANY =
      List.of(
          "name",
          "names",
          "公司",
          "公司名称",
          "公司名",
          "企业",
          "企业名称",
          "企业名",
          "单位",
          "单位名称",
          "名称",
          "客户",
          "客户名称",
          "机构名称",
          "company",
          "company name",
          "organization",
          "organisation");

  private static final List<String> SHORT_ENDS = List.of("简称", "shortname", "short", "名称", "name");

  private static final List<String> FULL_ENDS = List.of("全称", "fullname", "full", "名称", "name");

  private static final int LOOK_AT = 50;

  private record Table(List<List<String>> rows, String delimiter) {}

  private final Words words;

  NameColumn(Words words) {
    this.words = words;
  }

  /** The names of one column, in the order of the file, without blank ones. */
  List<String> names(Path file, Optional<String> wanted, List<String> likely) {
    Table table = read(file);
    List<List<String>> rows = table.rows();
    if (rows.isEmpty()) {
      throw Shell.failed(words, "noNames", file);
    }
    List<String> header = rows.getFirst();
    int column = wanted.isPresent() ? named(header, wanted.get(), file) : guessed(header, likely);
    if (column >= 0) {
      String line = header.size() == 1 ? table.delimiter() : null;
      List<String> names = column(rows.subList(1, rows.size()), column, line);
      if (names.isEmpty()) {
        throw Shell.failed(words, "noNames", file);
      }
      return names;
    }
    boolean ragged =
        rows.stream().limit(LOOK_AT).mapToInt(List::size).distinct().count() > 1
            || header.size() == 1;
    if (!ragged) {
      throw Shell.failed(words, "columnUnclear", file, String.join(", ", header));
    }
    return column(rows, 0, table.delimiter());
  }

  /** Two columns side by side. */
  List<List<String>> table(Path file, List<List<String>> likely) {
    List<List<String>> rows = read(file).rows();
    List<String> header = rows.isEmpty() ? List.of() : rows.getFirst();
    List<Integer> columns = new ArrayList<>();
    for (List<String> names : likely) {
      columns.add(exactly(header, names));
    }
    boolean told = columns.get(0) >= 0 && columns.get(1) >= 0;
    if (!told && header.size() < 2) {
      throw Shell.failed(words, "twoColumns", file);
    }
    List<List<String>> table = new ArrayList<>();
    for (List<String> row : told ? rows.subList(1, rows.size()) : rows) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        int column = told ? columns.get(i) : i;
        cells.add(column >= 0 && column < row.size() ? row.get(column).strip() : "");
      }
      table.add(cells);
    }
    return table;
  }

  private Table read(Path file) {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw Shell.failed(words, "fileUnreadable", file);
    }
    List<List<String>> rows = new ArrayList<>();
    try (TableFile table = TableFile.open(file)) {
      for (List<String> row = table.next(); row != null; row = table.next()) {
        rows.add(row);
      }
      return new Table(rows, table.delimiter());
    } catch (Problem problem) {
      throw Shell.failed(words, "notATable", file, words.problem(problem));
    } catch (IOException e) {
      throw Shell.failed(words, "fileUnreadable", file);
    }
  }

  private int named(List<String> header, String wanted, Path file) {
    int column = exactly(header, List.of(wanted));
    if (column < 0) {
      throw Shell.failed(words, "columnMissing", wanted, String.join(", ", header) + " – " + file);
    }
    return column;
  }

  private static int guessed(List<String> header, List<String> likely) {
    for (List<String> names : List.of(likely, ANY)) {
      int column = exactly(header, names);
      if (column >= 0) {
        return column;
      }
    }
    return endingWith(header, likely.equals(SHORT) ? SHORT_ENDS : FULL_ENDS);
  }

  private static int endingWith(List<String> header, List<String> ends) {
    for (String end : ends) {
      for (int i = 0; i < header.size(); i++) {
        if (Folding.key(header.get(i)).endsWith(end)) {
          return i;
        }
      }
    }
    return -1;
  }

  private static int exactly(List<String> header, List<String> names) {
    for (String name : names) {
      for (int i = 0; i < header.size(); i++) {
        if (Folding.key(header.get(i)).equals(Folding.key(name))) {
          return i;
        }
      }
    }
    return -1;
  }

  /** A file of one column may hold names with commas that nobody quoted. */
  private static List<String> column(List<List<String>> rows, int column, @Nullable String joined) {
    return rows.stream()
        .map(row ->
            joined != null ? String.join(joined, row) : column < row.size() ? row.get(column) : "")
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toList());
  }
}
