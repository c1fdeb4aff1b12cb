package io.leadwell.base.workspace;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who owns leads or signs in.
 *
 * @param canSignIn false for those known by name only, from imported history
 */
public record Member(
    UUID id,
    String name,
    @Nullable String email,
    Role role,
    Scope scope,
    boolean mayExport,
    @Nullable UUID departmentId,
    @Nullable UUID managerId,
    boolean active,
    boolean canSignIn,
    String locale,
    @Nullable Instant lastSignInAt) {

  Member renamed(String newName, String newLocale) {
    return new Member(
        id,
        newName,
        email,
        role,
        scope,
        mayExport,
        departmentId,
        managerId,
        active,
        canSignIn,
        newLocale,
        lastSignInAt);
  }
}
