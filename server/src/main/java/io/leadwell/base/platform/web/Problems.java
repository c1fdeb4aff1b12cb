package io.leadwell.base.platform.web;

import io.leadwell.base.platform.Outage;
import io.leadwell.base.platform.PlatformProblem;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.platform.ProblemCode;
import io.leadwell.base.platform.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.DisconnectedClientHelper;
import tools.jackson.databind.json.JsonMapper;

/** The one place where a problem becomes an HTTP answer (RFC 9457) in the reader's language. */
@RestControllerAdvice
public class Problems {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  /** {@code character_not_in_repertoire} of the SQL standard. */
  private static final String NO_TEXT = "22021";

  private final Texts texts;
  private final JsonMapper json;

  Problems(Texts texts, JsonMapper json) {
    this.texts = texts;
    this.json = json;
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> problem(Problem problem, HttpServletRequest request) {
    return answer(problem, Languages.of(request));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> invalid(
      MethodArgumentNotValidException invalid, HttpServletRequest request) {
    Locale language = Languages.of(request);
    ProblemDetail body = detail(PlatformProblem.INVALID_REQUEST, List.of(), language);
    body.setProperty(
        "errors",
        invalid.getFieldErrors().stream()
            .map(e -> new FieldMessage(e.getField(), String.valueOf(e.getDefaultMessage())))
            .toList());
    return respond(body);
  }

  @ExceptionHandler({
    HttpMessageNotReadableException.class,
    MissingServletRequestParameterException.class,
    MissingServletRequestPartException.class,
    MultipartException.class,
    HttpMediaTypeNotSupportedException.class,
    // a parameter that is no text in any encoding
    InvalidParameterException.class,
    // a parameter whose name no form would have
    RequestRejectedException.class
  })
  ResponseEntity<ProblemDetail> unreadable(HttpServletRequest request) {
    return respond(detail(PlatformProblem.UNREADABLE_BODY, List.of(), Languages.of(request)));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> wrongType(
      MethodArgumentTypeMismatchException mismatch, HttpServletRequest request) {
    return respond(
        detail(
            PlatformProblem.UNKNOWN_PARAMETER_VALUE,
            List.of(mismatch.getName()),
            Languages.of(request)));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> tooLarge(
      MaxUploadSizeExceededException tooLarge, HttpServletRequest request) {
    return respond(detail(PlatformProblem.FILE_TOO_LARGE, List.of(), Languages.of(request)));
  }

  @ExceptionHandler({NoResourceFoundException.class})
  ResponseEntity<ProblemDetail> notFound(HttpServletRequest request) {
    return respond(detail(PlatformProblem.NOT_FOUND, List.of(), Languages.of(request)));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> method(
      HttpRequestMethodNotSupportedException wrong, HttpServletRequest request) {
    return wrongMethod(request);
  }

  /** Two writers met on one unique row; the loser may simply try again. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> conflict(DuplicateKeyException e, HttpServletRequest request) {
    LOG.info("A unique key was taken: {}", e.getMostSpecificCause().getMessage());
    return respond(detail(PlatformProblem.CONFLICTING_CHANGE, List.of(), Languages.of(request)));
  }

  /** The reader went away in the middle of a download: nobody is left to answer. */
  @ExceptionHandler
  void gone(AsyncRequestNotUsableException e) {
    LOG.debug("The client went away: {}", e.getMessage());
  }

  @ExceptionHandler
  @Nullable ResponseEntity<ProblemDetail> unexpected(Exception e, HttpServletRequest request) {
    if (Outage.causedBy(e)) {
      // It is started again within seconds; a stack trace of each who asked meanwhile helps nobody.
      LOG.warn(
          "No database for {} {}: {}", request.getMethod(), request.getRequestURI(), e.toString());
      return respond(detail(PlatformProblem.DATABASE_AWAY, List.of(), Languages.of(request)));
    }
    if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
      // As above, noticed while a file was being written.
      LOG.debug("The client went away: {}", e.toString());
      return null;
    }
    if (isNoText(e)) {
      return respond(detail(PlatformProblem.UNREADABLE_BODY, List.of(), Languages.of(request)));
    }
    LOG.error("Unexpected failure of {} {}", request.getMethod(), request.getRequestURI(), e);
    return respond(detail(PlatformProblem.UNEXPECTED, List.of(), Languages.of(request)));
  }

  /** PostgreSQL takes every text but one with the character zero in it, which nobody types. */
  private static boolean isNoText(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refused && NO_TEXT.equals(refused.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  /** Also for the filters, which stand before any controller. */
  public ResponseEntity<ProblemDetail> answer(Problem problem, Locale language) {
    ProblemDetail body = detail(problem.code(), problem.arguments(), language);
    if (!problem.fields().isEmpty()) {
      body.setProperty(
          "errors",
          problem.fields().stream()
              .map(f ->
                  new FieldMessage(
                      f.field(), texts.of(language, f.code(), f.arguments().toArray())))
              .toList());
    }
    return respond(body);
  }

  /** As {@link #answer}, written by a filter itself. */
  public void tell(Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    write(answer(problem, Languages.of(request)), response);
  }

  /** For a filter that answers in a controller's place. */
  public void tellWrongMethod(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    write(wrongMethod(request), response);
  }

  /** For a filter that answers in a controller's place. */
  public void tellUnexpected(
      RuntimeException e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ResponseEntity<ProblemDetail> answer = unexpected(e, request);
    if (answer != null) {
      write(answer, response);
    }
  }

  private void write(ResponseEntity<ProblemDetail> answer, HttpServletResponse response)
      throws IOException {
    response.setStatus(answer.getStatusCode().value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response
        .getOutputStream()
        .write(json.writeValueAsString(answer.getBody()).getBytes(StandardCharsets.UTF_8));
  }

  private ResponseEntity<ProblemDetail> wrongMethod(HttpServletRequest request) {
    ProblemDetail body =
        detail(PlatformProblem.METHOD_NOT_ALLOWED, List.of(), Languages.of(request));
    body.setStatus(HttpStatus.METHOD_NOT_ALLOWED);
    return respond(body);
  }

  private ProblemDetail detail(ProblemCode code, List<Object> arguments, Locale language) {
    ProblemDetail body =
        ProblemDetail.forStatusAndDetail(
            status(code.kind()), texts.of(language, "problem." + code.name(), arguments.toArray()));
    body.setTitle(texts.of(language, "problem.kind." + code.kind().name()));
    body.setProperty("code", camel(code.name()));
    return body;
  }

  private static ResponseEntity<ProblemDetail> respond(ProblemDetail body) {
    return ResponseEntity.status(body.getStatus())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(body);
  }

  private static HttpStatus status(ProblemCode.Kind kind) {
    return switch (kind) {
      case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
      case SIGNED_OUT -> HttpStatus.UNAUTHORIZED;
      case FORBIDDEN -> HttpStatus.FORBIDDEN;
      case NOT_FOUND -> HttpStatus.NOT_FOUND;
      case CONFLICT -> HttpStatus.CONFLICT;
      case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
      case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
      case UNAVAILABLE -> HttpStatus.INTERNAL_SERVER_ERROR;
      case AWAY -> HttpStatus.SERVICE_UNAVAILABLE;
    };
  }

  /** {@code BAD_CREDENTIALS} as {@code badCredentials}: the spelling of every JSON name. */
  public static String camel(String name) {
    StringBuilder camel = new StringBuilder();
    for (String word : name.toLowerCase(Locale.ROOT).split("_", -1)) {
      camel.append(
          camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return camel.toString();
  }

  record FieldMessage(String field, String message) {}
}
