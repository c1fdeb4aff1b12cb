package io.leadwell.measure.insights;

import java.util.List;

/** How long leads take from the first contact to each stage, and from stage to stage. */
public record Durations(Question question, List<DurationRow> rows, DurationRow total) {}
