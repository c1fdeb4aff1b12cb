package io.leadwell.base.workspace.web;

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

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    // Asynchronous answers and error pages belong to a request that has passed already.
    if (request.getDispatcherType() != DispatcherType.REQUEST
        || !(handler instanceof HandlerMethod method)) {
      return true;
    }
    Caller caller = Callers.of(request);
    Open open = method.getMethodAnnotation(Open.class);
    if (open != null && open.value() == Open.To.ANYBODY) {
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

  private static boolean allowed(Caller caller, @Nullable Allow allow) {
    return allow != null && caller.may(allow.value());
  }
}
