package io.leadwell.acquire.content;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a department planned, made, and how often that was read to the end.
 *
 * @param departmentId null is the work of which nobody said whose it is
 * @param late entries past their day that are not published
 * @param items all it made, published or not
 */
public record DepartmentPlan(
    @Nullable UUID departmentId,
    long planned,
    long published,
    long late,
    long expectedLeads,
    long expectedReads,
    long reads,
    List<UUID> items) {

  DepartmentPlan read(long times) {
    return new DepartmentPlan(
        departmentId, planned, published, late, expectedLeads, expectedReads, times, items);
  }
}
