package io.leadwell.pool.leads;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody the workspace knows and does not sell to.
 *
 * @param kind {@code competitor}, {@code peer} or {@code blocked}
 * @param what {@code company}, {@code domain}, {@code phone} or {@code email}
 */
public record KnownParty(
    UUID id,
    String kind,
    String what,
    String value,
    @Nullable String note,
    @Nullable String addedBy,
    Instant addedAt) {}
