package io.leadwell.pool.leads;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Leads that somebody has chosen from the list: those ticked, or all of a filter.
 *
 * @param ids these alone; null where the filter says which
 */
public record LeadChoice(@Nullable LeadFilter filter, @Nullable List<UUID> ids) {

  public LeadChoice {
    if ((filter == null) == (ids == null)) {
      throw new IllegalArgumentException("Either a filter or leads");
    }
  }

  public static LeadChoice of(LeadFilter filter) {
    return new LeadChoice(filter, null);
  }

  public static LeadChoice of(Collection<UUID> ids) {
    return new LeadChoice(null, List.copyOf(ids));
  }
}
