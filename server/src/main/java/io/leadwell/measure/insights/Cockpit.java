package io.leadwell.measure.insights;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first screen of whoever answers for growth. All on the basis of the period; null where there
 * is nothing to compare or divide with.
 *
 * @param funnel leads by stage
 * @param empty nothing has come in yet, at any time
 */
public record Cockpit(
    long revenueFen,
    @Nullable Long previousRevenueFen,
    @Nullable Long lastYearRevenueFen,
    long won,
    long leads,
    long mql,
    @Nullable Long spendFen,
    @Nullable Double romi,
    @Nullable Double cycleMedianDays,
    @Nullable Double cycleP90Days,
    List<SourceShare> sourceShare,
    FunnelCounts funnel,
    List<Month> months,
    List<SheetRow> channels,
    List<SheetRow> campaigns,
    List<ProblemCount> problems,
    boolean empty) {

  /** What one source class brought. */
  public record SourceShare(String sourceClass, String label, long revenueFen, long won) {}

  /** Leads by stage. */
  public record FunnelCounts(Map<String, Long> counts) {}

  /** One month of the trend. */
  public record Month(
      String month,
      long leads,
      long mql,
      long opportunity,
      long won,
      long revenueFen,
      @Nullable Long spendFen) {}
}
