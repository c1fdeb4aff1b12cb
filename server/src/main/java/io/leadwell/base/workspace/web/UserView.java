package io.leadwell.base.workspace.web;

import io.leadwell.base.workspace.Member;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member as administrators see one. */
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
        member.lastSignInAt());
  }
}
