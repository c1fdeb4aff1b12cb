package io.leadwell.base.workspace;

import org.jspecify.annotations.Nullable;

/**
 * Whether the audit log is as it was written.
 *
 * @param brokenAt the first entry that doesn't fit, or null
 */
public record AuditCheck(long entries, boolean intact, @Nullable String brokenAt) {}
