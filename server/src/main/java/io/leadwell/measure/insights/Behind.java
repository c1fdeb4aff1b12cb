package io.leadwell.measure.insights;

import org.jspecify.annotations.Nullable;

/**
 * The figure whose leads are asked for.
 *
 * @param row the key of its row, or {@code *} for the total
 * @param impliedOnly only those that were seen at a later stage without entering this one
 * @param problem the leads with this problem, instead of a figure
 */
public record Behind(
    Question question,
    String row,
    Figure figure,
    boolean impliedOnly,
    @Nullable DataProblem problem) {

  Behind of(Question other) {
    return new Behind(other, row, figure, impliedOnly, problem);
  }
}
