package io.leadwell.kernel.scoring;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to train on. All columns are names of the table's header.
 *
 * @param positive the label's value that is the win; null: decided by known words, else the rarer
 * @param time the column of days by which the out-of-time figure cuts, or null
 * @param id the column that names the rows and is not learned from, or null
 * @param without columns not to learn from
 * @param keep columns to learn from although they look like leaks or identifiers
 * @param seed of the folds and the trees: the same seed and rows give the same answer, whatever the
 *     order of the rows
 */
public record TrainingPlan(
    String label,
    @Nullable String positive,
    @Nullable String time,
    @Nullable String id,
    Set<String> without,
    Set<String> keep,
    long seed) {

  public TrainingPlan {
    without = Set.copyOf(without);
    keep = Set.copyOf(keep);
  }

  public static TrainingPlan of(String label) {
    return new TrainingPlan(label, null, null, null, Set.of(), Set.of(), 1);
  }
}
