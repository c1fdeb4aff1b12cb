package io.leadwell.kernel.scoring;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rows of cells with a header, kept by column. Fill it, then read it; it is not thread-safe. */
public final class LeadTable {

  private final List<TextColumn> columns = new ArrayList<>();
  private int rows;

  /** A header without name is called by its place, and one that comes twice gets a number. */
  public LeadTable(List<String> header) {
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < header.size(); i++) {
      String wanted = header.get(i).strip().isEmpty() ? "column " + (i + 1) : header.get(i).strip();
      String name = wanted;
      for (int n = 2; !taken.add(name); n++) {
        name = wanted + " (" + n + ")";
      }
      columns.add(new TextColumn(name));
    }
  }

  /** Cells that are missing at the end of a row are empty, cells too many are dropped. */
  public void add(List<String> cells) {
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).add(i < cells.size() ? cells.get(i) : "");
    }
    rows++;
  }

  public int rows() {
    return rows;
  }

  public List<String> names() {
    return columns.stream().map(TextColumn::name).toList();
  }

  /** The cell of a row and a column by their places, both from 0. */
  public String cell(int row, int column) {
    return columns.get(column).text(row);
  }

  TextColumn column(int place) {
    return columns.get(place);
  }

  List<TextColumn> columns() {
    return columns;
  }
}
