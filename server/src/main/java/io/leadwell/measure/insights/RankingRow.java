package io.leadwell.measure.insights;

import java.util.Map;

/**
 * One line of the ranking of contents.
 *
 * @param items how many first became public in the period
 * @param visitors browsers, counted once for each content
 * @param dwellMs milliseconds in sight, all together
 * @param ends how often something was read or watched to its end
 * @param registrations forms filled in at a gate
 * @param counts leads by stage whose first content this was
 */
public record RankingRow(
    String key,
    String label,
    long items,
    long views,
    long visitors,
    long dwellMs,
    long ends,
    long shares,
    long downloads,
    long registrations,
    Map<String, Long> counts,
    long revenueFen) {}
