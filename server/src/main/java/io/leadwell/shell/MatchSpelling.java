package io.leadwell.shell;

import io.leadwell.kernel.matching.Cleaning;
import io.leadwell.kernel.matching.Column;
import io.leadwell.kernel.matching.Meaning;
import io.leadwell.pool.leads.NameSound;
import java.util.ArrayList;
import java.util.List;

/**
 * Spellings that need a library and are handed to the kernel: names and firms in Simplified
 * characters, and beside a Chinese name how it sounds.
 */
final class MatchSpelling {

  private final List<Column> schema;
  private final int name;

  /**
   * @param name the column that is also to be had in pinyin, or -1
   */
  private MatchSpelling(List<Column> schema, int name) {
    this.schema = schema;
    this.name = name;
  }

  static MatchSpelling of(List<Column> columns) {
    List<Column> schema = new ArrayList<>(columns);
    List<Meaning> meanings = columns.stream().map(Column::meaning).toList();
    int name = meanings.indexOf(Meaning.FULL_NAME);
    if (name >= 0 && !meanings.contains(Meaning.PINYIN)) {
      schema.add(new Column(schema.get(name).name() + " (pinyin)", Meaning.PINYIN));
      return new MatchSpelling(schema, name);
    }
    return new MatchSpelling(schema, -1);
  }

  List<Column> schema() {
    return schema;
  }

  /** The rows with what is added to them. */
  List<String[]> spelt(List<String[]> rows) {
    List<String[]> spelt = new ArrayList<>(rows.size());
    for (String[] row : rows) {
      String[] cells = java.util.Arrays.copyOf(row, schema.size());
      for (int i = 0; i < row.length; i++) {
        cells[i] = NameSound.simplified(row[i]);
      }
      if (name >= 0) {
        cells[row.length] = NameSound.pinyin(Cleaning.fullName(cells[name]));
      }
      spelt.add(cells);
    }
    return spelt;
  }
}
