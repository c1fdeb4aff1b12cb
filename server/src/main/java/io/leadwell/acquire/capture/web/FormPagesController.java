package io.leadwell.acquire.capture.web;

import io.leadwell.acquire.capture.FormPart;
import io.leadwell.acquire.capture.FormVisit;
import io.leadwell.acquire.capture.OpenForms;
import io.leadwell.acquire.capture.Posted;
import io.leadwell.acquire.capture.Taking;
import io.leadwell.acquire.capture.Thanks;
import io.leadwell.base.pages.PageFrame;
import io.leadwell.base.pages.Pages;
import io.leadwell.base.pages.PublicLimits;
import io.leadwell.base.pages.PublicLimits.Rate;
import io.leadwell.base.pages.PublicPage;
import io.leadwell.base.pages.web.PublicLanguage;
import io.leadwell.base.workspace.Open;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Forms on pages of their own, and in frames of other sites. */
@PublicPage
@RequestMapping("/p/f/{slug:[a-z0-9-]{1,60}}")
class FormPagesController {

  private static final String FRAME_POLICY =
      "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'self'";

  /** A hall of visitors scans one code and goes out by one address. */
  private static final Rate LOOKS = new Rate(600, 1200);

  private final OpenForms forms;
  private final Pages pages;
  private final PublicLimits limits;

  FormPagesController(OpenForms forms, Pages pages, PublicLimits limits) {
    this.forms = forms;
    this.pages = pages;
    this.limits = limits;
  }

  @GetMapping
  @Open(Open.To.ANYBODY)
  ResponseEntity<String> page(@PathVariable String slug, HttpServletRequest request) {
    look(request);
    FormVisit visit = FormRequests.page(request, slug);
    FormPart part = forms.page(slug, visit, isFresh(request));
    return form(HttpStatus.OK, part, visit, request, false);
  }

  @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  @Open(Open.To.ANYBODY)
  ResponseEntity<String> take(@PathVariable String slug, HttpServletRequest request) {
    return take(slug, FormRequests.page(request, slug), request, false);
  }

  @GetMapping("/thanks")
  @Open(Open.To.ANYBODY)
  ResponseEntity<String> thanks(
      @PathVariable String slug, @RequestParam String t, HttpServletRequest request) {
    return thanks(slug, t, request, false);
  }

  @GetMapping("/frame")
  @Open(Open.To.ANYBODY)
  ResponseEntity<String> frame(
      @PathVariable String slug, HttpServletRequest request, HttpServletResponse response) {
    look(request);
    allowFrames(slug, response);
    FormVisit visit = FormRequests.frame(request, slug);
    FormPart part = forms.page(slug, visit, isFresh(request));
    return form(HttpStatus.OK, part, visit, request, true);
  }

  @PostMapping(path = "/frame", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  @Open(Open.To.ANYBODY)
  ResponseEntity<String> takeFromFrame(
      @PathVariable String slug, HttpServletRequest request, HttpServletResponse response) {
    allowFrames(slug, response);
    return take(slug, FormRequests.frame(request, slug), request, true);
  }

  @GetMapping("/frame/thanks")
  @Open(Open.To.ANYBODY)
  ResponseEntity<String> thanksInFrame(
      @PathVariable String slug,
      @RequestParam String t,
      HttpServletRequest request,
      HttpServletResponse response) {
    allowFrames(slug, response);
    return thanks(slug, t, request, true);
  }

  private ResponseEntity<String> take(
      String slug, FormVisit visit, HttpServletRequest request, boolean framed) {
    return switch (forms.take(slug, visit, Posted.of(request.getParameterMap()))) {
      case Taking.Taken taken ->
          ResponseEntity.status(HttpStatus.SEE_OTHER)
              .location(
                  URI.create(
                      "/p/f/"
                          + slug
                          + (framed ? "/frame" : "")
                          + "/thanks?lang="
                          + (english(visit.language()) ? "en" : "zh")
                          + "&t="
                          + taken.token()))
              .build();
      case Taking.Again(FormPart part) ->
          form(HttpStatus.UNPROCESSABLE_CONTENT, part, visit, request, framed);
    };
  }

  private ResponseEntity<String> form(
      HttpStatus status,
      FormPart part,
      FormVisit visit,
      HttpServletRequest request,
      boolean framed) {
    PageFrame frame = pages.frame(visit.language(), part.title()).describedAs(part.intro());
    return pages.answer(
        status,
        "forms/page",
        framed ? frame.framed() : frame.at(request.getRequestURL().toString()),
        Map.of("part", part));
  }

  private ResponseEntity<String> thanks(
      String slug, String token, HttpServletRequest request, boolean framed) {
    look(request);
    Locale language = PublicLanguage.of(request);
    Thanks said = forms.thanks(slug, token, language);
    PageFrame frame = pages.frame(language, said.title());
    return pages.answer(
        HttpStatus.OK,
        "forms/thanks",
        framed ? frame.framed() : frame,
        Map.of(
            "said",
            said,
            "next",
            "/p/f/"
                + slug
                + (framed ? "/frame" : "")
                + "?lang="
                + (english(language) ? "en" : "zh")));
  }

  private void look(HttpServletRequest request) {
    limits.take("form", request.getRemoteAddr(), LOOKS);
  }

  /** The chain's own header says ourselves only. */
  private void allowFrames(String slug, HttpServletResponse response) {
    List<String> sites = forms.sites(slug);
    response.setHeader(
        "Content-Security-Policy",
        FRAME_POLICY + (sites.isEmpty() ? "" : " " + String.join(" ", sites)));
  }

  private static boolean isFresh(HttpServletRequest request) {
    return "1".equals(request.getParameter("fresh"));
  }

  private static boolean english(Locale language) {
    return language.getLanguage().equals("en");
  }
}
