package io.leadwell.pool.rules;

import io.leadwell.kernel.rules.Facts;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * Says something of leads that follows from what is known of them, and keeps it: a score, a
 * membership. Asked within a transaction, by one at a time, whenever something about the leads
 * changed or the time came that it named. Those with a lower {@code @Order} come first and may tell
 * the facts what they found.
 */
public interface Valuer {

  /**
   * @param leads with all that they did
   * @return when each may have to be looked at again although nothing changes; leads for which that
   *     is never so may be missing
   */
  Map<UUID, Instant> value(Map<UUID, Facts> leads, Instant now);

  /** These leads are no more. */
  void gone(Collection<UUID> leads);
}
