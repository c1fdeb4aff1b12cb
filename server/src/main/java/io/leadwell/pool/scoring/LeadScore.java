package io.leadwell.pool.scoring;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The score of a lead with every point of it, as it is now.
 *
 * @param fit within 0 to 100
 * @param fitSum what the rules sum to, which may lie beyond
 * @param engagement what it is worth now
 * @param objects the person objects to being judged by what they do, so no deed counts
 * @param line the business line whose model it is; empty for that of all others
 * @param version of the model; 0 is the one that ships
 * @param next when time alone may change the grade
 * @param changes the latest first
 * @param chance to win, as a score learned from our own wins says, where one is applied
 */
public record LeadScore(
    String grade,
    String route,
    int fit,
    int fitSum,
    double engagement,
    boolean objects,
    String line,
    int version,
    int halfLifeDays,
    List<Integer> fitFrom,
    List<Integer> engagementFrom,
    List<FitPoints> fitPoints,
    List<DeedPoints> deedPoints,
    @Nullable Instant next,
    List<Change> changes,
    Learned.@Nullable Chance chance) {

  /** A rule that holds. */
  public record FitPoints(
      String key, String group, @Nullable String zh, @Nullable String en, int points) {}

  /**
   * A deed that counts.
   *
   * @param points when it happened
   * @param worth what they are worth now
   * @param scene what it was
   * @param content what was read, watched or downloaded
   * @param page the first page that was looked at
   */
  public record DeedPoints(
      String key,
      @Nullable String zh,
      @Nullable String en,
      int points,
      double worth,
      Instant at,
      @Nullable String scene,
      @Nullable String content,
      @Nullable String page) {}

  /**
   * @param why {@code first}, {@code model}, {@code fit}, {@code deed} or {@code time}
   */
  public record Change(
      @Nullable String fromGrade,
      String toGrade,
      @Nullable String fromRoute,
      String toRoute,
      int version,
      String why,
      Instant at) {}
}
