package io.leadwell.pool.leads;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody talked to a salesperson on site, and is to be called.
 *
 * @param row what the row of the list is known by: the same row again is the same talk
 * @param about the person, as the list calls them
 * @param memberId the salesperson
 */
public record SiteTalk(
    String row,
    @Nullable UUID importId,
    UUID leadId,
    @Nullable UUID campaignId,
    String about,
    UUID memberId,
    @Nullable String notes,
    Instant dueAt) {}
