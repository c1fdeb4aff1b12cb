package io.leadwell.pool.imports;

import io.leadwell.kernel.matching.Folding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Rows of a file as rows of the import: mapped, typed, faults noted. */
final class RowMaker {

  private static final Pattern TOTAL =
      Pattern.compile(
          "(?:合计|总计|小计|总和|汇总|总合计)(?:共?\\d+[行条项个]?)?|(?:grand|sub)?totals?(?:account|campaigns?|adgroups?|keywords?|search)?|sum|summary");

  /** A total of everything, where nothing stands beside it. */
  private static final Set<String> ALL = Set.of("全部", "All");

  /** What stands in place of a value that a total doesn't have. */
  private static final Set<String> DASHES = Set.of("", "-", "--", "—", "——");

  /** A field and the columns that feed it. */
  private record Feed(ImportField field, List<Integer> columns) {}

  private final List<String> names;
  private final CellParser parser;
  private final List<Feed> feeds = new ArrayList<>();
  private final Map<String, Object> defaults = new LinkedHashMap<>();
  private final List<ImportField> required;
  private final boolean leaveBlank;
  private final boolean[] used;
  private long leftBlank;
  private final List<String> leftBlankExamples = new ArrayList<>();

  RowMaker(List<ImportField> fields, Mapping mapping, List<String> names) {
    this.names = names;
    this.parser = new CellParser(mapping.options(), fields);
    this.leaveBlank = "blank".equals(mapping.options().unreadable());
    this.required = fields.stream().filter(ImportField::required).toList();
    this.used = new boolean[names.size()];
    Map<String, List<String>> sources = mapping.sources();
    for (ImportField field : fields) {
      List<Integer> columns =
          sources.getOrDefault(field.name(), List.of()).stream().map(names::indexOf).toList();
      if (!columns.isEmpty()) {
        feeds.add(new Feed(field, columns));
        columns.forEach(column -> used[column] = true);
      }
      String fixed = mapping.defaults().get(field.name());
      if (fixed != null && parser.parse(field, fixed) instanceof ParsedCell.Value(Object value)) {
        defaults.put(field.name(), value);
      }
    }
  }

  /** Spreadsheets add lines that sum up; they are nobody's. */
  boolean isTotal(RawRow row) {
    if (ALL.contains(row.cell(0).strip()) && DASHES.contains(row.cell(1).strip())) {
      return true;
    }
    for (String cell : row.cells()) {
      if (!DASHES.contains(cell.strip())) {
        return TOTAL.matcher(Folding.key(cell)).matches();
      }
    }
    return false;
  }

  ImportRow make(RawRow row) {
    Map<String, String> raw = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      String cell = row.cell(i);
      if (!cell.isBlank()) {
        raw.put(names.get(i), cell);
      }
    }
    Map<String, Object> values = new LinkedHashMap<>();
    ImportRow made = new ImportRow(row.number(), values, raw);
    boolean[] unreadable = faults(row, made);
    for (Feed feed : feeds) {
      fill(feed, row, unreadable, values, made);
    }
    defaults.forEach(values::putIfAbsent);
    if (!made.refused()) {
      for (ImportField field : required) {
        if (!values.containsKey(field.name())) {
          made.refuse(field.name(), "imports.requiredBlank");
        }
      }
    }
    return made;
  }

  /** Values left blank because they could not be read. */
  long leftBlank() {
    return leftBlank;
  }

  List<String> leftBlankExamples() {
    return leftBlankExamples;
  }

  private boolean[] faults(RawRow row, ImportRow made) {
    boolean[] unreadable = new boolean[names.size()];
    for (RawRow.CellFault fault : row.faults()) {
      int column = fault.column();
      if (column < 0) {
        made.refuse(null, fault.code(), fault.arguments().toArray());
      } else if (column < names.size()) {
        unreadable[column] = true;
        if (!used[column] && fault.code().equals("imports.cellTooLong")) {
          made.refuse(null, fault.code(), fault.arguments().toArray());
        }
      }
    }
    for (int i = names.size(); i < row.cells().size(); i++) {
      if (!row.cells().get(i).isBlank()) {
        made.refuse(null, "imports.tooManyCells", row.cells().size(), names.size());
        break;
      }
    }
    return unreadable;
  }

  private void fill(
      Feed feed, RawRow row, boolean[] unreadable, Map<String, Object> values, ImportRow made) {
    StringBuilder joined = new StringBuilder();
    for (int column : feed.columns()) {
      String cell = row.cell(column);
      if (unreadable[column]) {
        for (RawRow.CellFault fault : row.faults()) {
          if (fault.column() == column) {
            refuse(feed.field(), fault.value(), fault.code(), fault.arguments(), made);
          }
        }
        continue;
      }
      switch (parser.parse(feed.field(), cell)) {
        case ParsedCell.Blank() -> {}
        case ParsedCell.Refused(String code, List<Object> arguments) ->
            refuse(feed.field(), cell, code, arguments, made);
        case ParsedCell.Value(Object value) -> {
          if (feed.columns().size() == 1) {
            values.put(feed.field().name(), value);
          } else {
            joined.append(joined.isEmpty() ? "" : "\n").append(value);
          }
        }
      }
    }
    if (!joined.isEmpty()) {
      values.put(feed.field().name(), joined.toString());
    }
  }

  private void refuse(
      ImportField field, String cell, String code, List<Object> arguments, ImportRow made) {
    if (leaveBlank && !field.required() && !field.key()) {
      leftBlank++;
      if (leftBlankExamples.size() < 8) {
        leftBlankExamples.add(CellParser.shortened(cell.strip()));
      }
      return;
    }
    made.refuseValue(field.name(), CellParser.shortened(cell.strip()), code, arguments.toArray());
  }
}
