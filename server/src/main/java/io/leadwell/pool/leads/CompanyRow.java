package io.leadwell.pool.leads;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A company as lists show it, counted over the leads the reader may see.
 *
 * @param revenueFen what the contracts of its leads sum to, in fen
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
    Instant createdAt) {}
