package io.leadwell.measure.insights;

import io.leadwell.pool.leads.LeadRow;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One touch behind a figure.
 *
 * @param channel the way down the tree
 * @param person the name, where one is known
 * @param lead null while the person has none open
 */
public record TouchEntry(
    UUID id,
    Instant at,
    String scene,
    @Nullable String channel,
    @Nullable String campaign,
    @Nullable String content,
    @Nullable String keyword,
    Map<String, Object> detail,
    UUID personId,
    @Nullable String person,
    @Nullable LeadRow lead) {}
