package io.leadwell.base.workspace.web;

import io.leadwell.base.platform.Outage;
import io.leadwell.base.platform.PlatformProblem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Keys;
import io.leadwell.base.workspace.Sessions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who asks: by API key where one is sent, else by the session's cookie. */
final class CallerFilter extends OncePerRequestFilter {

  private static final String BEARER = "Bearer ";

  private final Sessions sessions;
  private final Keys keys;
  private final Refusals refusals;

  CallerFilter(Sessions sessions, Keys keys, Refusals refusals) {
    this.sessions = sessions;
    this.keys = keys;
    this.refusals = refusals;
  }

  /** A key sent by a program; a page of another site can't make a browser send this header. */
  static @Nullable String bearer(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? header.substring(BEARER.length()).strip()
        : null;
  }

  /** The app's own files are the same for everybody. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !Places.isService(request.getRequestURI());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      callerOf(request).ifPresent(caller -> remember(request, caller));
    } catch (RuntimeException e) {
      if (!Outage.causedBy(e)) {
        throw e;
      }
      // Before any controller: nobody else would say so in words.
      refusals.refuse(PlatformProblem.DATABASE_AWAY, request, response);
      return;
    }
    chain.doFilter(request, response);
  }

  private Optional<Caller> callerOf(HttpServletRequest request) {
    String key = bearer(request);
    if (key != null) {
      return keys.callerOf(key, request.getRemoteAddr());
    }
    String token = SessionCookie.token(request);
    return token == null ? Optional.empty() : sessions.callerOf(token, request.getRemoteAddr());
  }

  private static void remember(HttpServletRequest request, Caller caller) {
    Callers.keep(request, caller);
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(
            caller,
            null,
            caller.permissions().stream().map(p -> new SimpleGrantedAuthority(p.word())).toList()));
    SecurityContextHolder.setContext(context);
  }
}
