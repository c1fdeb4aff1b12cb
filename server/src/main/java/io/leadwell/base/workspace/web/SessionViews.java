package io.leadwell.base.workspace.web;

import io.leadwell.base.workspace.Member;
import io.leadwell.base.workspace.Members;
import io.leadwell.base.workspace.MoneyUnit;
import io.leadwell.base.workspace.Workspace;
import io.leadwell.base.workspace.Workspaces;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Composes the answer of every route that begins or ends a session. */
@Component
class SessionViews {

  private final Workspaces workspaces;
  private final String version;

  SessionViews(Workspaces workspaces, @Value("${spring.application.version:dev}") String version) {
    this.workspaces = workspaces;
    this.version = version;
  }

  SessionView of(boolean signedIn, @Nullable Member member) {
    Optional<Workspace> workspace = workspaces.current();
    String state = signedIn ? "signedIn" : workspace.isPresent() ? "anonymous" : "setup";
    return new SessionView(
        state,
        workspace.map(Workspace::demo).orElse(false),
        member == null ? null : SessionView.User.of(member),
        new SessionView.Workspace(
            workspace.map(Workspace::name).orElse("Leadwell"),
            workspace.map(Workspace::moneyUnit).orElse(MoneyUnit.WAN).word()),
        Members.passwordLength(),
        version);
  }
}
