package io.leadwell.pool.notes;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file that somebody put beside a lead or a company. */
public record KeptFile(
    UUID id,
    @Nullable UUID leadId,
    @Nullable UUID companyId,
    String name,
    String mediaType,
    long bytes,
    String author,
    boolean mine,
    Instant uploadedAt) {}
