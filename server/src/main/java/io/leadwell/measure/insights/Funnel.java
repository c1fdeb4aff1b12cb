package io.leadwell.measure.insights;

import java.util.List;

/** How many leads reached each stage: in rows, and in all by a count of its own. */
public record Funnel(
    Question question, List<FunnelRow> rows, FunnelRow total, List<ProblemCount> problems) {}
