package io.leadwell.pool.leads;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What lists show of how good leads are: told by whoever scores them. */
public interface LeadGrades {

  /**
   * @param grade {@code A1} to {@code D4}
   * @param route where leads of the grade go
   */
  record Graded(String grade, String route) {}

  /** Of those that are scored already. */
  Map<UUID, Graded> of(Collection<UUID> leads);
}
