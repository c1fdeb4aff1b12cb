package io.leadwell.base.workspace.web;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.FirstRun;
import io.leadwell.base.workspace.Members;
import io.leadwell.base.workspace.Open;
import io.leadwell.base.workspace.Sessions;
import io.leadwell.base.workspace.SignedIn;
import io.leadwell.base.workspace.Visitor;
import io.leadwell.base.workspace.WorkspaceProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Routes into the workspace and out of it. */
@RestController
@RequestMapping("/api/v1")
class SessionController {

  private final Sessions sessions;
  private final FirstRun firstRun;
  private final Members members;
  private final SessionViews views;
  private final CookieCsrfTokenRepository csrfTokens;

  SessionController(
      Sessions sessions,
      FirstRun firstRun,
      Members members,
      SessionViews views,
      CookieCsrfTokenRepository csrfTokens) {
    this.sessions = sessions;
    this.firstRun = firstRun;
    this.members = members;
    this.views = views;
    this.csrfTokens = csrfTokens;
  }

  @GetMapping("/session")
  @Open(Open.To.ANYBODY)
  SessionView session(HttpServletRequest request) {
    // Reading the token makes its cookie go out with this answer.
    if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
      token.getToken();
    }
    Caller caller = Callers.of(request);
    UUID id = caller == null ? null : caller.memberId();
    return views.of(caller != null, id == null ? null : members.find(id).orElse(null));
  }

  @PostMapping("/setup")
  @Open(Open.To.ANYBODY)
  SessionView setup(
      @RequestBody Setup setup, HttpServletRequest request, HttpServletResponse response) {
    FirstRun.Draft draft =
        new FirstRun.Draft(
            Words.orEmpty(setup.code()),
            Words.orEmpty(setup.workspaceName()),
            Words.orEmpty(setup.name()),
            Words.orEmpty(setup.email()),
            Words.orEmpty(setup.password()),
            setup.locale() == null ? "zh-CN" : setup.locale());
    return entered(() -> firstRun.open(draft, visitor(request)), request, response);
  }

  @PostMapping("/login")
  @Open(Open.To.ANYBODY)
  SessionView login(
      @RequestBody Login login, HttpServletRequest request, HttpServletResponse response) {
    return entered(
        () ->
            sessions.signIn(
                Words.orEmpty(login.email()),
                Words.orEmpty(login.password()),
                SessionCookie.token(request),
                visitor(request)),
        request,
        response);
  }

  @PostMapping("/logout")
  @Open(Open.To.ANYBODY)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void logout(HttpServletRequest request, HttpServletResponse response) {
    String token = SessionCookie.token(request);
    if (token != null) {
      sessions.signOut(token, request.getRemoteAddr());
    }
    SessionCookie.take(request, response);
  }

  private SessionView entered(
      Supplier<SignedIn> way, HttpServletRequest request, HttpServletResponse response) {
    try {
      SignedIn signedIn = way.get();
      SessionCookie.give(request, response, signedIn.token());
      // Who knew the token of the time before must not know the one of this session.
      csrfTokens.saveToken(csrfTokens.generateToken(request), request, response);
      return views.of(true, signedIn.member());
    } catch (Problem problem) {
      if (problem.code() == WorkspaceProblem.TOO_MANY_ATTEMPTS
          && problem.arguments().getFirst() instanceof Long minutes) {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(minutes * 60));
      }
      throw problem;
    }
  }

  private static Visitor visitor(HttpServletRequest request) {
    return new Visitor(request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT));
  }

  record Login(@Nullable String email, @Nullable String password) {}

  record Setup(
      @Nullable String code,
      @Nullable String workspaceName,
      @Nullable String name,
      @Nullable String email,
      @Nullable String password,
      @Nullable String locale) {}
}
