package io.leadwell.acquire.content.web;

import io.leadwell.acquire.capture.FormPart;
import io.leadwell.acquire.capture.FormVisit;
import io.leadwell.acquire.capture.Posted;
import io.leadwell.acquire.capture.Taking;
import io.leadwell.acquire.content.GateForms;
import io.leadwell.acquire.content.Hub;
import io.leadwell.acquire.content.Item;
import io.leadwell.acquire.content.ItemStatus;
import io.leadwell.acquire.content.Passes;
import io.leadwell.acquire.content.Readings;
import io.leadwell.acquire.content.Readings.Reading;
import io.leadwell.base.pages.PageFrame;
import io.leadwell.base.pages.Pages;
import io.leadwell.base.pages.PagesProblem;
import io.leadwell.base.pages.PublicLimits;
import io.leadwell.base.pages.PublicLimits.Rate;
import io.leadwell.base.pages.PublicPage;
import io.leadwell.base.pages.QrPicture;
import io.leadwell.base.pages.web.PublicLanguage;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Open;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of an item. */
@PublicPage
class ItemPageController {

  private static final Rate LOOKS = new Rate(90, 180);
  private static final int RELATED = 4;

  private final Hub hub;
  private final Readings readings;
  private final Passes passes;
  private final GateForms gates;
  private final Pages pages;
  private final PublicLimits limits;

  ItemPageController(
      Hub hub,
      Readings readings,
      Passes passes,
      GateForms gates,
      Pages pages,
      PublicLimits limits) {
    this.hub = hub;
    this.readings = readings;
    this.passes = passes;
    this.gates = gates;
    this.pages = pages;
    this.limits = limits;
  }

  @GetMapping(PublicAddress.ITEMS + "{slug}")
  @Open(Open.To.ANYBODY)
  ResponseEntity<String> item(
      @PathVariable String slug,
      @RequestParam(required = false) @Nullable String preview,
      HttpServletRequest request) {
    limits.take("content", request.getRemoteAddr(), LOOKS);
    Item item = hub.at(slug).orElseThrow(() -> new Problem(PagesProblem.PAGE_NOT_FOUND));
    boolean colleague = passes.opensPreview(item.id(), preview);
    if (item.status() != ItemStatus.PUBLISHED && !colleague) {
      throw new Problem(PagesProblem.PAGE_NOT_FOUND);
    }
    if (!item.slug().equals(slug)) {
      return moved(item, request.getQueryString());
    }
    return page(item, colleague ? preview : null, null, request);
  }

  /** The form of the gate, filled in. */
  @PostMapping(
      path = PublicAddress.ITEMS + "{slug}",
      consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  @Open(Open.To.ANYBODY)
  ResponseEntity<String> register(@PathVariable String slug, HttpServletRequest request) {
    limits.take("content", request.getRemoteAddr(), LOOKS);
    Item item =
        hub.at(slug)
            .filter(found -> found.status() == ItemStatus.PUBLISHED)
            .orElseThrow(() -> new Problem(PagesProblem.PAGE_NOT_FOUND));
    UUID form = item.said().gate().formId();
    if (form == null || !item.said().gate().closed()) {
      throw new Problem(PagesProblem.PAGE_NOT_FOUND);
    }
    String sent = ReaderCookie.sent(request);
    String fresh = passes.holder(sent).isPresent() ? null : passes.newCookie();
    UUID holder = passes.holder(fresh == null ? sent : fresh).orElseThrow();
    FormVisit visit = GateVisit.of(request, item);
    return switch (gates.take(item, form, holder, visit, Posted.of(request.getParameterMap()))) {
      case Taking.Taken _ -> {
        ResponseEntity.BodyBuilder answer =
            ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(visit.action() + "#read"));
        if (fresh != null) {
          answer.header(HttpHeaders.SET_COOKIE, ReaderCookie.made(fresh, request));
        }
        yield answer.build();
      }
      case Taking.Again(FormPart part) -> page(item, null, part, request);
    };
  }

  /**
   * @param again the form of the gate as it was sent, with what is wrong; null when none was sent
   */
  private ResponseEntity<String> page(
      Item item, @Nullable String preview, @Nullable FormPart again, HttpServletRequest request) {
    String sent = ReaderCookie.sent(request);
    UUID known = passes.holder(sent).orElse(null);
    String fresh = known == null && item.said().gate().closed() ? passes.newCookie() : null;
    UUID holder = fresh == null ? known : passes.holder(fresh).orElseThrow();
    Reading reading = readings.open(item, holder, preview != null);
    Locale language = PublicLanguage.of(request);
    Map<String, Object> shown = new HashMap<>();
    shown.put("reading", reading);
    shown.put("files", FileAddresses.of(reading, holder, preview, passes));
    shown.put("byline", hub.byline(item));
    shown.put("related", hub.related(item, RELATED));
    shown.put("byAuthor", hub.byAuthorOf(item, RELATED));
    shown.put("code", QrPicture.svg(PublicAddress.whole(PublicAddress.of(item))));
    shown.put("preview", preview != null);
    shown.put("gate", gate(reading, again, request));
    ResponseEntity<String> page =
        pages.answer(
            again == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
            "content/item",
            frame(reading, preview != null, language),
            shown);
    return fresh == null
        ? page
        : ResponseEntity.status(page.getStatusCode())
            .headers(page.getHeaders())
            .header(HttpHeaders.SET_COOKIE, ReaderCookie.made(fresh, request))
            .body(page.getBody());
  }

  private @Nullable FormPart gate(
      Reading reading, @Nullable FormPart again, HttpServletRequest request) {
    if (again != null || reading.whole()) {
      return again;
    }
    boolean fresh = "1".equals(request.getParameter("fresh"));
    return gates.part(reading.item(), GateVisit.of(request, reading.item()), fresh).orElse(null);
  }

  private PageFrame frame(Reading reading, boolean preview, Locale language) {
    Item item = reading.item();
    String cover = item.said().cover();
    PageFrame frame =
        pages
            .frame(language, item.title())
            .describedAs(item.said().summary())
            .pictured(cover == null ? null : PublicAddress.whole(PublicAddress.picture(cover)));
    return preview
        ? frame.notWatched()
        : frame.at(PublicAddress.whole(PublicAddress.of(item))).about(item.title());
  }

  private static ResponseEntity<String> moved(Item item, @Nullable String query) {
    String address = PublicAddress.of(item) + (query == null ? "" : "?" + query);
    return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
        .location(URI.create(address))
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
        .build();
  }
}
