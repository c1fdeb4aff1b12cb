package io.leadwell.pool.notes;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote down about a lead or a company.
 *
 * @param leadId the lead it stands at now, where it is one
 * @param mine whether the reader wrote it, and may change it
 */
public record Note(
    UUID id,
    @Nullable UUID leadId,
    @Nullable UUID companyId,
    String body,
    boolean pinned,
    String author,
    boolean mine,
    Instant writtenAt,
    @Nullable Instant editedAt) {}
