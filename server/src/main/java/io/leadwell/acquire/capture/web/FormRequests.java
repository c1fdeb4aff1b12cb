package io.leadwell.acquire.capture.web;

import io.leadwell.acquire.capture.FormContext;
import io.leadwell.acquire.capture.FormVisit;
import io.leadwell.acquire.capture.Way;
import io.leadwell.base.pages.web.PublicLanguage;
import io.leadwell.base.pages.web.VisitorId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Reads from a request who looks at a form and how they got there. */
final class FormRequests {

  private FormRequests() {}

  /** On the form's own page: the address of the page itself, and the browser's cookie. */
  static FormVisit page(HttpServletRequest request, String slug) {
    String query = request.getQueryString();
    return visit(
        request,
        Way.PAGE,
        request.getRequestURL() + (query == null ? "" : "?" + query),
        request.getHeader(HttpHeaders.REFERER),
        VisitorId.of(request).orElse(null),
        "/p/f/" + slug);
  }

  /**
   * In a frame: what the script of the page around it tells, as browsers keep cookies and addresses
   * from frames. Where the frame stands there without our script, its own address and referrer.
   */
  static FormVisit frame(HttpServletRequest request, String slug) {
    String url = request.getParameter("lw_url");
    String query = request.getQueryString();
    String referrer = request.getHeader(HttpHeaders.REFERER);
    boolean told = url != null && !url.isBlank();
    return visit(
        request,
        Way.FRAME,
        told ? url : (referrer == null ? "" : referrer) + (query == null ? "" : "?" + query),
        told ? request.getParameter("lw_ref") : null,
        FormVisit.uuid(request.getParameter("lw_v")),
        "/p/f/" + slug + "/frame");
  }

  /** Told by the script of the form, with what the form carries. */
  static FormVisit begun(HttpServletRequest request, String slug, boolean framed) {
    return visit(
        request,
        framed ? Way.FRAME : Way.PAGE,
        request.getParameter("_url"),
        request.getParameter("_ref"),
        null,
        "/p/f/" + slug);
  }

  private static FormVisit visit(
      HttpServletRequest request,
      Way way,
      @Nullable String url,
      @Nullable String referrer,
      @Nullable UUID visitor,
      String place) {
    Locale language = PublicLanguage.of(request);
    String action = place + "?lang=" + (language.getLanguage().equals("en") ? "en" : "zh");
    return new FormVisit(
        way,
        language,
        url,
        referrer,
        visitor,
        request.getRemoteAddr(),
        request.getHeader(HttpHeaders.USER_AGENT),
        FormContext.NONE,
        action,
        action + "&fresh=1");
  }
}
