package io.leadwell.acquire.content.web;

import io.leadwell.acquire.content.Hub;
import io.leadwell.acquire.content.HubPage;
import io.leadwell.base.pages.PageFrame;
import io.leadwell.base.pages.Pages;
import io.leadwell.base.pages.PublicLimits;
import io.leadwell.base.pages.PublicLimits.Rate;
import io.leadwell.base.pages.PublicPage;
import io.leadwell.base.pages.web.PublicLanguage;
import io.leadwell.base.platform.Texts;
import io.leadwell.base.workspace.Open;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The front page of everything that is published. */
@PublicPage
class HubController {

  private static final Rate LOOKS = new Rate(60, 120);

  private final Hub hub;
  private final Pages pages;
  private final PublicLimits limits;
  private final Texts texts;

  HubController(Hub hub, Pages pages, PublicLimits limits, Texts texts) {
    this.hub = hub;
    this.pages = pages;
    this.limits = limits;
    this.texts = texts;
  }

  @GetMapping(PublicAddress.HUB)
  @Open(Open.To.ANYBODY)
  ResponseEntity<String> home(
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String tag,
      @RequestParam(required = false) @Nullable String page,
      HttpServletRequest request) {
    limits.take("hub", request.getRemoteAddr(), LOOKS);
    Locale language = PublicLanguage.of(request);
    HubQuery query = HubQuery.of(q, kind, tag, request.getParameter("lang"));
    HubPage found = hub.page(query.text(), query.kind(), query.tag(), number(page));
    PageFrame frame =
        pages
            .frame(language, texts.of(language, "content.hub.title"))
            .describedAs(texts.of(language, "content.hub.hint"))
            .at(query.plain() ? PublicAddress.whole(PublicAddress.HUB) : null);
    Map<String, Object> shown = new HashMap<>();
    shown.put("hub", found);
    shown.put("query", query);
    return pages.answer(HttpStatus.OK, "content/hub", frame, shown);
  }

  private static int number(@Nullable String page) {
    try {
      return page == null ? 1 : Integer.parseInt(page);
    } catch (NumberFormatException e) {
      return 1;
    }
  }
}
