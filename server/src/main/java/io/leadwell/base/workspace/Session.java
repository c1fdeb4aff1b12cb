package io.leadwell.base.workspace;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One browser in which a member is signed in. */
public record Session(
    UUID id,
    Instant createdAt,
    Instant lastSeenAt,
    @Nullable String ip,
    @Nullable String userAgent) {}
