package io.leadwell.base.workspace;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key for programs; its secret is shown once and not kept.
 *
 * @param createdBy the name of the member, or "Leadwell" for the command line
 */
public record ApiKey(
    UUID id,
    String name,
    Role role,
    String prefix,
    Instant createdAt,
    String createdBy,
    @Nullable Instant lastUsedAt,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt) {}
