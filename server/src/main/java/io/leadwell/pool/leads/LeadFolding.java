package io.leadwell.pool.leads;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which leads become one when their people do. Two open leads of one business line are one buying
 * cycle, as long as nobody works on the second: who works on a lead keeps it, so one that is past
 * {@link Stage#LEAD}, has another owner, had an opportunity or has a key of a list stays.
 */
final class LeadFolding {

  /**
   * A lead as folding needs it.
   *
   * @param keyed whether a list gave it a key of its own
   * @param deals whether an opportunity ever moved it
   */
  record Cycle(
      UUID id,
      UUID personId,
      String line,
      Stage stage,
      @Nullable UUID owner,
      boolean keyed,
      boolean deals,
      Instant firstContactAt) {

    boolean isOpen() {
      return stage != Stage.WON && stage != Stage.LOST;
    }

    /** Nothing was done with it but receiving it. */
    boolean isUntouched() {
      return stage == Stage.LEAD && !keyed && !deals;
    }
  }

  /** The lead that others go into: further on, else somebody's, else known by a key, else older. */
  private static final Comparator<Cycle> KEPT_FIRST =
      Comparator.<Cycle, Boolean>comparing(cycle -> cycle.isUntouched())
          .thenComparing(cycle -> cycle.owner() == null)
          .thenComparing(Cycle::firstContactAt)
          .thenComparing(Cycle::id);

  private LeadFolding() {}

  /** The lead each folded one goes into, by the folded one. Of one person's own leads none goes. */
  static Map<UUID, UUID> of(List<Cycle> leads) {
    Map<String, List<Cycle>> byLine = new TreeMap<>();
    leads.stream()
        .filter(Cycle::isOpen)
        .forEach(lead -> byLine.computeIfAbsent(lead.line(), _ -> new ArrayList<>()).add(lead));
    Map<UUID, UUID> folds = new HashMap<>();
    for (List<Cycle> open : byLine.values()) {
      Cycle kept = open.stream().min(KEPT_FIRST).orElseThrow();
      open.stream()
          .filter(lead -> !lead.personId().equals(kept.personId()))
          .filter(Cycle::isUntouched)
          .filter(lead -> lead.owner() == null || Objects.equals(lead.owner(), kept.owner()))
          .forEach(lead -> folds.put(lead.id(), kept.id()));
    }
    return folds;
  }
}
