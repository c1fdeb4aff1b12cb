package io.leadwell.base.workspace;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which entries of the audit log are wanted; null means any. */
public record AuditFilter(
    @Nullable UUID actor,
    @Nullable String action,
    @Nullable Instant from,
    @Nullable Instant before) {}
