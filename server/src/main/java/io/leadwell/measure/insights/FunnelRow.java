package io.leadwell.measure.insights;

import java.util.Map;

/**
 * One line of a funnel.
 *
 * @param counts leads by stage, in the order of the funnel; rates are for the reader to take
 * @param implied how many of them were only seen at a later stage
 * @param revenueFen of the contracts that count on the report's basis
 */
public record FunnelRow(
    String key,
    String label,
    Map<String, Long> counts,
    Map<String, Long> implied,
    long revenueFen) {}
