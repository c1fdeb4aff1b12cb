package io.leadwell.pool.leads;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A company as lists show it, counted over the leads the reader may see.
 *
 * @param revenueFen what the contracts of its leads sum to, in fen
 * @param custom values of a house's own fields, by names such as {@code company.turnover}
 */
public record CompanyRow(
    UUID id,
    String name,
    @Nullable String industry,
    @Nullable String size,
    @Nullable String province,
    @Nullable String city,
    @Nullable String domain,
    @Nullable String uscc,
    int people,
    int leads,
    int wonLeads,
    long revenueFen,
    @Nullable Instant lastTouchAt,
    Instant createdAt,
    Map<String, Object> custom) {

  /** The same with the house's own fields as a reader may see them. */
  CompanyRow showing(Map<String, Object> others) {
    return new CompanyRow(
        id,
        name,
        industry,
        size,
        province,
        city,
        domain,
        uscc,
        people,
        leads,
        wonLeads,
        revenueFen,
        lastTouchAt,
        createdAt,
        others);
  }
}
