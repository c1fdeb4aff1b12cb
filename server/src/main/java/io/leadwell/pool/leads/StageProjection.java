package io.leadwell.pool.leads;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger says of one lead at a glance: its stage, since when, and the first entry into
 * each stage. A pure fold of the entries; the lead's columns hold its result.
 *
 * <p>Won is won. Else, after the last break (lost, nurture, recycled) the furthest stage of the
 * funnel entered since, or the break itself. Without a break the furthest stage, whatever the order
 * of the dates: history often has impossible ones.
 */
record StageProjection(Stage stage, Instant since, Map<Stage, Instant> first) {

  /** An entry of the ledger that was not withdrawn. */
  record Entered(Stage stage, Instant at) {}

  private static final Comparator<Entered> BY_TIME =
      Comparator.comparing(Entered::at).thenComparing(Entered::stage);
  private static final Comparator<Entered> BY_PROGRESS =
      Comparator.comparing(Entered::stage).thenComparing(Entered::at);

  static StageProjection of(List<Entered> entries, Instant firstContact) {
    EnumMap<Stage, Instant> first = new EnumMap<>(Stage.class);
    Entered lastBreak = null;
    for (Entered entry : entries) {
      first.merge(entry.stage(), entry.at(), (a, b) -> a.isBefore(b) ? a : b);
      if (!Stage.FUNNEL.contains(entry.stage())
          && (lastBreak == null || BY_TIME.compare(entry, lastBreak) > 0)) {
        lastBreak = entry;
      }
    }
    Instant wonAt = first.get(Stage.WON);
    if (wonAt != null) {
      return new StageProjection(Stage.WON, wonAt, first);
    }
    Entered furthest = null;
    for (Entered entry : entries) {
      if (Stage.FUNNEL.contains(entry.stage())
          && isAfter(entry, lastBreak)
          && isFurther(entry, furthest)) {
        furthest = entry;
      }
    }
    Entered current = furthest == null ? lastBreak : furthest;
    return current == null
        ? new StageProjection(Stage.LEAD, firstContact, first)
        : new StageProjection(current.stage(), current.at(), first);
  }

  private static boolean isAfter(Entered entry, @Nullable Entered lastBreak) {
    return lastBreak == null || entry.at().isAfter(lastBreak.at());
  }

  private static boolean isFurther(Entered entry, @Nullable Entered than) {
    return than == null || BY_PROGRESS.compare(entry, than) > 0;
  }
}
