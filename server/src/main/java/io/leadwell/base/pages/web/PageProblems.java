package io.leadwell.base.pages.web;

import io.leadwell.base.pages.PageFrame;
import io.leadwell.base.pages.Pages;
import io.leadwell.base.pages.PagesProblem;
import io.leadwell.base.pages.PublicPage;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.platform.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** A problem on a public page is told on a page. */
@ControllerAdvice(annotations = PublicPage.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageProblems {

  private final Problems problems;
  private final Pages pages;

  PageProblems(Problems problems, Pages pages) {
    this.problems = problems;
    this.pages = pages;
  }

  @ExceptionHandler
  ResponseEntity<String> problem(Problem problem, HttpServletRequest request) {
    Locale language = PublicLanguage.of(request);
    ResponseEntity<ProblemDetail> said = problems.answer(problem, language);
    ProblemDetail detail = Objects.requireNonNull(said.getBody());
    PageFrame frame = pages.frame(language, Objects.requireNonNullElse(detail.getTitle(), ""));
    ResponseEntity<String> page =
        pages.answer(
            said.getStatusCode(),
            "problem",
            frame,
            Map.of("sentence", Objects.requireNonNullElse(detail.getDetail(), "")));
    if (problem.code() == PagesProblem.TOO_FAST) {
      return ResponseEntity.status(page.getStatusCode())
          .headers(page.getHeaders())
          .header(HttpHeaders.RETRY_AFTER, String.valueOf(problem.arguments().getFirst()))
          .body(page.getBody());
    }
    return page;
  }

  /** An address that names nothing. */
  @ExceptionHandler({MethodArgumentTypeMismatchException.class, InvalidParameterException.class})
  ResponseEntity<String> mistyped(HttpServletRequest request) {
    return problem(new Problem(PagesProblem.PAGE_NOT_FOUND), request);
  }
}
