package io.leadwell.base.pages.web;

import io.leadwell.base.pages.PageFrame;
import io.leadwell.base.pages.Pages;
import io.leadwell.base.pages.PagesProblem;
import io.leadwell.base.platform.PlatformProblem;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.platform.ProblemCode;
import io.leadwell.base.platform.web.Languages;
import io.leadwell.base.platform.web.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What strangers may send to public pages: a form as browsers send it, and not more than anybody
 * types. It stands right behind the security headers, as whoever asks for a parameter reads the
 * body, and files are written to disk before a controller is asked.
 */
@Component
@Order(PublicBodies.BEHIND_SECURITY)
class PublicBodies extends OncePerRequestFilter {

  static final int BEHIND_SECURITY = -90;

  private static final long LARGEST = 64 * 1024;
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final Pages pages;
  private final Problems problems;

  PublicBodies(Pages pages, Problems problems) {
    this.pages = pages;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return !(path.equals("/p") || path.startsWith("/p/"));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (READING.contains(request.getMethod())) {
      chain.doFilter(new PublicParameters(request, ""), response);
      return;
    }
    long length = request.getContentLengthLong();
    if (length < 0 || length > LARGEST) {
      refuse(request, response, PlatformProblem.BODY_TOO_LARGE);
    } else if (length > 0 && !isForm(request.getContentType())) {
      refuse(request, response, PagesProblem.NOT_A_FORM);
    } else {
      byte[] body = request.getInputStream().readNBytes((int) length);
      chain.doFilter(
          new PublicParameters(request, new String(body, StandardCharsets.US_ASCII)), response);
    }
  }

  private static boolean isForm(@Nullable String type) {
    try {
      return type != null
          && MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(MediaType.parseMediaType(type));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response, ProblemCode problem)
      throws IOException {
    Locale language = Languages.of(request);
    ResponseEntity<ProblemDetail> said = problems.answer(new Problem(problem), language);
    ProblemDetail detail = Objects.requireNonNull(said.getBody());
    PageFrame frame = pages.frame(language, Objects.requireNonNullElse(detail.getTitle(), ""));
    response.setStatus(said.getStatusCode().value());
    response.setContentType("text/html;charset=UTF-8");
    // What is still on its way is not read.
    response.setHeader("Connection", "close");
    response
        .getOutputStream()
        .write(
            pages
                .render(
                    "problem",
                    frame,
                    Map.of("sentence", Objects.requireNonNullElse(detail.getDetail(), "")))
                .getBytes(StandardCharsets.UTF_8));
  }
}
