package io.leadwell.pool.imports;

import java.util.List;
import java.util.Map;

/**
 * What an undo removes, by noun ({@code leads}, {@code people}, {@code spend} …), and what stays.
 */
public record UndoReport(Map<String, Long> removed, List<Kept> kept) {

  /** {@code reason} is the text {@code kept.<reason>} of the owning module; argument 0 counts. */
  public record Kept(String reason, long count) {}
}
