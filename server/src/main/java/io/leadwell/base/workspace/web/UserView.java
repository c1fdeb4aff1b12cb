package io.leadwell.base.workspace.web;

import io.leadwell.base.workspace.Member;
import io.leadwell.base.workspace.Permission;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member as administrators see one.
 *
 * @param mayExport the right given to this member
 * @param exportsByRole the role has that right already
 */
record UserView(
    UUID id,
    String name,
    @Nullable String email,
    String role,
    String scope,
    @Nullable UUID departmentId,
    @Nullable UUID managerId,
    boolean active,
    boolean canSignIn,
    boolean mayExport,
    boolean exportsByRole,
    @Nullable Instant lastSignInAt) {

  static UserView of(Member member) {
    return new UserView(
        member.id(),
        member.name(),
        member.email(),
        member.role().word(),
        member.scope().word(),
        member.departmentId(),
        member.managerId(),
        member.active(),
        member.canSignIn(),
        member.mayExport(),
        member.role().permissions().contains(Permission.LEADS_EXPORT),
        member.lastSignInAt());
  }
}
