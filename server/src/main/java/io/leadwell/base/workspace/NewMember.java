package io.leadwell.base.workspace;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody about to join.
 *
 * @param email null, like the password, for a member known by name only
 * @param scope null for the usual one of the role
 * @param locale {@code zh-CN} or {@code en}
 */
public record NewMember(
    String name,
    @Nullable String email,
    @Nullable String password,
    Role role,
    @Nullable Scope scope,
    @Nullable UUID departmentId,
    @Nullable UUID managerId,
    boolean mayExport,
    String locale) {}
