package io.leadwell.pool.imports;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What an undo removes, by noun ({@code leads}, {@code people}, {@code spend} …), and what stays.
 *
 * @param kept what the import brought and the undo must leave: it is an undo of a part
 * @param shared what others speak of too, so that it would be there without the import: it stays,
 *     and the undo is whole all the same
 */
public record UndoReport(Map<String, Long> removed, List<Kept> kept, List<Kept> shared) {

  public UndoReport {
    // Reports of former releases know of nothing shared.
    shared = Objects.requireNonNullElse(shared, List.of());
  }

  public UndoReport(Map<String, Long> removed, List<Kept> kept) {
    this(removed, kept, List.of());
  }

  /** {@code reason} is the text {@code kept.<reason>} of the owning module; argument 0 counts. */
  public record Kept(String reason, long count) {}
}
