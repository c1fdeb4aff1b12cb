package io.leadwell.base.workspace.web;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.platform.ProblemCode;
import io.leadwell.base.platform.web.Languages;
import io.leadwell.base.platform.web.Problems;
import io.leadwell.base.workspace.WorkspaceProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the filters refuse, said as every other refusal is. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

  private final Problems problems;
  private final JsonMapper json;

  Refusals(Problems problems, JsonMapper json) {
    this.problems = problems;
    this.json = json;
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
    ResponseEntity<ProblemDetail> answer =
        problems.answer(new Problem(code), Languages.of(request));
    response.setStatus(answer.getStatusCode().value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response
        .getOutputStream()
        .write(json.writeValueAsString(answer.getBody()).getBytes(StandardCharsets.UTF_8));
  }
}
