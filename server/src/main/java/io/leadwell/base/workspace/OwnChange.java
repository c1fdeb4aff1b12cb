package io.leadwell.base.workspace;

import org.jspecify.annotations.Nullable;

/** What members change about themselves; a new password asks for the current one. */
public record OwnChange(
    @Nullable String name,
    @Nullable String locale,
    @Nullable String currentPassword,
    @Nullable String newPassword) {}
