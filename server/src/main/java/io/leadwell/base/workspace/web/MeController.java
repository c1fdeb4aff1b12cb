package io.leadwell.base.workspace.web;

import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Members;
import io.leadwell.base.workspace.Open;
import io.leadwell.base.workspace.OwnChange;
import io.leadwell.base.workspace.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Routes of the one who is signed in. */
@RestController
@RequestMapping("/api/v1/me")
class MeController {

  private final Members members;
  private final Sessions sessions;

  MeController(Members members, Sessions sessions) {
    this.members = members;
    this.sessions = sessions;
  }

  @PatchMapping
  @Open(Open.To.SIGNED_IN)
  SessionView.User change(@RequestBody Change change, HttpServletRequest request, Caller caller) {
    OwnChange wanted =
        new OwnChange(
            change.name(), change.locale(), change.currentPassword(), change.newPassword());
    return SessionView.User.of(members.changeOwn(wanted, SessionCookie.token(request), caller));
  }

  @GetMapping("/sessions")
  @Open(Open.To.SIGNED_IN)
  List<Device> sessions(HttpServletRequest request, Caller caller) {
    UUID member = caller.memberId();
    if (member == null) {
      return List.of();
    }
    String token = SessionCookie.token(request);
    UUID current = token == null ? null : sessions.idOf(token).orElse(null);
    return sessions.of(member).stream()
        .map(s ->
            new Device(
                s.id(),
                s.createdAt(),
                s.lastSeenAt(),
                s.ip(),
                s.userAgent(),
                s.id().equals(current)))
        .toList();
  }

  @DeleteMapping("/sessions/{id}")
  @Open(Open.To.SIGNED_IN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(@PathVariable UUID id, Caller caller) {
    sessions.end(id, caller);
  }

  record Device(
      UUID id,
      Instant createdAt,
      Instant lastSeenAt,
      @Nullable String ip,
      @Nullable String userAgent,
      boolean current) {}

  record Change(
      @Nullable String name,
      @Nullable String locale,
      @Nullable String currentPassword,
      @Nullable String newPassword) {}
}
