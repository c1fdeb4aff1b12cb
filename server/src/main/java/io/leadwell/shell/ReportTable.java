package io.leadwell.shell;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A report as rows of texts and figures; a figure that can't be (a rate on zero) is empty.
 *
 * @param total figures of the whole, where the report has one
 */
record ReportTable(
    List<String> texts,
    List<String> numbers,
    List<Row> rows,
    @Nullable List<Optional<BigDecimal>> total) {

  private static final String NONE = "—";

  /** One row: its texts, then its figures. */
  record Row(List<String> texts, List<Optional<BigDecimal>> figures) {}

  String json() {
    ObjectNode json = Server.JSON.createObjectNode();
    ArrayNode list = json.putArray("rows");
    for (Row row : rows) {
      ObjectNode item = list.addObject();
      for (int i = 0; i < texts.size(); i++) {
        item.put(texts.get(i), row.texts().get(i));
      }
      putFigures(item, row.figures());
    }
    if (total != null) {
      putFigures(json.putObject("total"), total);
    }
    return Server.JSON.writeValueAsString(json);
  }

  private void putFigures(ObjectNode item, List<Optional<BigDecimal>> figures) {
    for (int i = 0; i < numbers.size(); i++) {
      item.put(numbers.get(i), figures.get(i).orElse(null));
    }
  }

  /**
   * Header, rows, and the total as the last row; lines end as RFC 4180 has it, but for the last.
   */
  String csv() {
    return lines("").stream()
        .map(line -> line.stream().map(ReportTable::cell).collect(Collectors.joining(",")))
        .collect(Collectors.joining("\r\n"));
  }

  private static String cell(String value) {
    // A label that begins like a formula would run in a spreadsheet program.
    String safe = value.matches("(?s)[=+@\\t\\r].*|-.*\\D.*") ? "'" + value : value;
    return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  String text() {
    List<List<String>> lines = lines(NONE);
    int[] widths = new int[texts.size() + numbers.size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(line.get(i)));
      }
    }
    return lines.stream().map(line -> padded(line, widths)).collect(Collectors.joining("\n"));
  }

  private String padded(List<String> line, int[] widths) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String blanks = " ".repeat(widths[i] - width(line.get(i)));
      boolean figure = i >= texts.size();
      text.append(i == 0 ? "" : "  ").append(figure ? blanks : "").append(line.get(i));
      text.append(figure ? "" : blanks);
    }
    return text.toString().stripTrailing();
  }

  private List<List<String>> lines(String none) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(joined(texts, numbers));
    rows.forEach(row -> lines.add(joined(row.texts(), printed(row.figures(), none))));
    if (total != null) {
      List<String> heads = new ArrayList<>(List.of("total"));
      while (heads.size() < texts.size()) {
        heads.add("");
      }
      lines.add(joined(heads, printed(total, none)));
    }
    return lines;
  }

  private static List<String> printed(List<Optional<BigDecimal>> figures, String none) {
    return figures.stream().map(f -> f.map(BigDecimal::toPlainString).orElse(none)).toList();
  }

  private static List<String> joined(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  /** Columns on a terminal: Chinese characters take two. */
  private static int width(String text) {
    return text.codePoints().map(c -> c >= 0x1100 && isWide(c) ? 2 : 1).sum();
  }

  private static boolean isWide(int c) {
    return c <= 0x115F
        || (c >= 0x2E80 && c <= 0xA4CF)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6)
        || (c >= 0x20000 && c <= 0x3FFFD);
  }
}
