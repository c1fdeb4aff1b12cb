package io.leadwell.shell;

import io.leadwell.kernel.matching.Column;
import java.util.ArrayList;
import java.util.List;

/** Spellings that need a library and are handed to the kernel beside what was typed. */
final class MatchSpelling {

  private final List<Column> schema;

  private MatchSpelling(List<Column> schema) {
    this.schema = schema;
  }

  static MatchSpelling of(List<Column> schema) {
    return new MatchSpelling(new ArrayList<>(schema));
  }

  List<Column> schema() {
    return schema;
  }

  void add(List<String[]> rows) {
    rows.size();
  }
}
