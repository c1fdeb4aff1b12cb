package io.leadwell.base.workspace.web;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.platform.ProblemCode;
import io.leadwell.base.platform.web.Problems;
import io.leadwell.base.workspace.WorkspaceProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** What the filters refuse, said as every other refusal is. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

  private final Problems problems;

  Refusals(Problems problems) {
    this.problems = problems;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException {
    refuse(WorkspaceProblem.SIGNED_OUT, request, response);
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
      throws IOException {
    refuse(WorkspaceProblem.FORBIDDEN, request, response);
  }

  void refuse(ProblemCode code, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    problems.tell(new Problem(code), request, response);
  }
}
