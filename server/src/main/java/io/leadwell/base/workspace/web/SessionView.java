package io.leadwell.base.workspace.web;

import io.leadwell.base.workspace.Member;
import io.leadwell.base.workspace.PasswordLength;
import io.leadwell.base.workspace.Sessions;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the app must know before it shows anything. */
record SessionView(
    String state,
    boolean demo,
    @Nullable User user,
    Workspace workspace,
    PasswordLength password,
    String version) {

  /** The name and the usual unit of large sums. */
  record Workspace(String name, String moneyUnit) {}

  /** Who is signed in, and what the app may offer them. */
  record User(
      UUID id,
      String name,
      @Nullable String email,
      String role,
      String scope,
      String locale,
      List<String> permissions,
      @Nullable UUID departmentId) {

    static User of(Member member) {
      return new User(
          member.id(),
          member.name(),
          member.email(),
          member.role().word(),
          member.scope().word(),
          member.locale(),
          Sessions.permissionsOf(member).stream().map(p -> p.word()).sorted().toList(),
          member.departmentId());
    }
  }
}
