package io.leadwell.acquire.content;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was planned beside what was made of it and how that was read, over all items. */
@Service
public class PlanFigures {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final PlanStore store;
  private final Items items;
  private final Clock clock;

  PlanFigures(PlanStore store, Items items, Clock clock) {
    this.store = store;
    this.items = items;
    this.clock = clock;
  }

  /** Every department that planned or made something; and the work of which nobody said whose. */
  @Transactional(readOnly = true)
  public List<DepartmentPlan> departments() {
    List<DepartmentPlan> made = store.departments(LocalDate.now(clock.withZone(ZONE)));
    Map<UUID, Long> reads =
        reads(made.stream().flatMap(department -> department.items().stream()).toList());
    return made.stream()
        .map(department ->
            department.read(
                department.items().stream().mapToLong(item -> reads.getOrDefault(item, 0L)).sum()))
        .toList();
  }

  /** How often the items of these entries were read to the end, by item. */
  @Transactional(readOnly = true)
  public Map<UUID, Long> readsOf(Collection<PlanEntry> entries) {
    return reads(
        entries.stream().map(entry -> entry.said().itemId()).filter(Objects::nonNull).toList());
  }

  private Map<UUID, Long> reads(List<UUID> ids) {
    return items.readers(items.titles(ids)).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, read -> read.getValue().ends()));
  }
}
