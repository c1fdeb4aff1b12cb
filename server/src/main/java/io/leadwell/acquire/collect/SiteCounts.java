package io.leadwell.acquire.collect;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What came in for a site and what became of it. Every hit is counted once, so the lines add up to
 * what was delivered.
 */
public record SiteCounts(List<Line> lines, List<Day> days) {

  /**
   * Hits that ended in one way.
   *
   * @param step where they ended
   * @param outcome stored, duplicate, or the word of a {@link Reason}
   */
  public record Line(String step, String outcome, Ending ending, long hits) {}

  /** Hits of a day by what became of them. */
  public record Day(LocalDate day, Map<Ending, Long> hits) {}
}
