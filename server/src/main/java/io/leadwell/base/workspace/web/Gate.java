package io.leadwell.base.workspace.web;

import io.leadwell.base.platform.PlatformProblem;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Open;
import io.leadwell.base.workspace.WorkspaceProblem;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets a request through to a controller method only by what is written on it: a permission that
 * the caller has, or that it is open. A method that says neither is closed to everybody.
 */
final class Gate implements HandlerInterceptor {

  private static final long LARGEST_OF_A_STRANGER = 64 * 1024;

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    // Asynchronous answers and error pages belong to a request that has passed already.
    if (request.getDispatcherType() != DispatcherType.REQUEST
        || !(handler instanceof HandlerMethod method)) {
      return true;
    }
    refuseAnyType(request.getContentType());
    Caller caller = Callers.of(request);
    Open open = method.getMethodAnnotation(Open.class);
    if (open != null && open.value() == Open.To.ANYBODY) {
      refuseLarge(request);
      return true;
    }
    if (caller == null) {
      throw new Problem(WorkspaceProblem.SIGNED_OUT);
    }
    if (open == null && !allowed(caller, method.getMethodAnnotation(Allow.class))) {
      throw new Problem(WorkspaceProblem.FORBIDDEN);
    }
    return true;
  }

  /**
   * What strangers send is read into memory by whoever parses it. Public places, which take more
   * than a name and a password, have limits of their own.
   */
  private static void refuseLarge(HttpServletRequest request) {
    boolean endless =
        request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null;
    if (!Places.isPublic(request)
        && (endless || request.getContentLengthLong() > LARGEST_OF_A_STRANGER)) {
      throw new Problem(PlatformProblem.BODY_TOO_LARGE);
    }
  }

  /** A body is of one type; what reads bodies breaks over one that says it may be any. */
  private static void refuseAnyType(@Nullable String type) {
    if (type != null && type.split(";", 2)[0].contains("*")) {
      throw new Problem(PlatformProblem.UNREADABLE_BODY);
    }
  }

  private static boolean allowed(Caller caller, @Nullable Allow allow) {
    return allow != null && caller.may(allow.value());
  }
}
