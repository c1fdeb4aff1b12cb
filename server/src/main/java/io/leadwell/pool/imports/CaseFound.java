package io.leadwell.pool.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that a kind treats alike by a rule, counted before anything is written.
 *
 * @param name the rule that decides them
 * @param action what it says
 */
public record CaseFound(String name, String action, long count, List<Sample> samples) {

  /** A row for the reader to recognise the case by. */
  public record Sample(long row, @Nullable String who, List<Difference> differences) {}

  /**
   * @param field the name of an {@link ImportField}
   * @param have what is here; null where there is nothing
   * @param owner whose it is, where it is somebody else's
   */
  public record Difference(
      String field, @Nullable String have, @Nullable String says, @Nullable String owner) {}
}
