package io.leadwell.base.workspace;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator changes about a member; null leaves a field as it is.
 *
 * @param departmentId empty takes the member out of the department
 * @param managerId empty takes the manager away
 */
public record MemberChange(
    @Nullable String name,
    @Nullable String email,
    @Nullable Role role,
    @Nullable Scope scope,
    @Nullable Optional<UUID> departmentId,
    @Nullable Optional<UUID> managerId,
    @Nullable Boolean active,
    @Nullable Boolean mayExport,
    @Nullable String password) {}
