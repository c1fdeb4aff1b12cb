package io.leadwell.pool.scoring;

import io.leadwell.pool.leads.LeadRow;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a draft would change.
 *
 * @param revision of the draft that was looked at
 * @param state {@code running}, {@code done}, {@code cancelled} or {@code failed}
 * @param looked so many leads were looked at
 * @param total so many are to be looked at; unknown before it began
 * @param leads so many there are; more than {@code total} where a sample is looked at
 * @param outcome once it is done
 */
public record Simulation(
    UUID id,
    String line,
    int revision,
    String state,
    int looked,
    @Nullable Integer total,
    @Nullable Integer leads,
    Instant startedAt,
    String startedBy,
    @Nullable Outcome outcome) {

  /**
   * @param grades how many leads go from a grade to which, those that stay included
   * @param routes how many go from a route to which, those that stay included
   */
  public record Outcome(
      int gradeChanged, int routeChanged, List<Shift> grades, List<Shift> routes) {}

  /**
   * @param examples some of them, as far as the reader may see them
   */
  public record Shift(String from, String to, int leads, List<LeadRow> examples) {}
}
