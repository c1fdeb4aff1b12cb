package io.leadwell.pool.scoring;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A training on our own wins.
 *
 * @param state {@code running}, {@code done}, {@code not_enough}, {@code failed} or {@code
 *     cancelled}
 * @param applied whether it is shown beside the rules
 * @param report what came of it, where it came to something
 */
public record Learned(
    int version,
    String state,
    int looked,
    @Nullable Integer total,
    Instant startedAt,
    String startedBy,
    boolean applied,
    @Nullable Report report) {

  /**
   * @param closed leads whose outcome is known
   * @param leastClosed so many are needed
   * @param leastOfEach so many won and so many not won are needed
   * @param auc by five folds; none where there was not enough
   * @param aucLater learned from the earlier ones, told of the later ones
   * @param laterFrom the first day of the later ones
   * @param sampled whether only some of the leads were looked at
   */
  public record Report(
      int closed,
      int wins,
      int leastClosed,
      int leastOfEach,
      int open,
      @Nullable String model,
      @Nullable Double auc,
      @Nullable Double aucError,
      @Nullable Double aucLater,
      @Nullable Double aucLaterError,
      @Nullable String laterFrom,
      @Nullable Double calibrationError,
      boolean sampled,
      List<Tenth> calibration,
      List<Used> used,
      List<Out> leftOut) {}

  /** A tenth of the closed leads by rising chance: what was said, and what happened. */
  public record Tenth(double predicted, double actual, int leads) {}

  /** A column that was learned from; {@code auc} of it alone. */
  public record Used(String column, double informationValue, double auc) {}

  /** A column that was not learned from. */
  public record Out(String column, String why) {}

  /** A reason of one lead: points away from the average. */
  public record Reason(String column, double points) {}

  /** What a version says of a lead. */
  public record Chance(double chance, int version, Instant learnedAt, List<Reason> reasons) {}
}
