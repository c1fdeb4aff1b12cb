package io.leadwell.acquire.content.web;

import io.leadwell.acquire.capture.FormVisit;
import io.leadwell.acquire.capture.Way;
import io.leadwell.acquire.content.GateForms;
import io.leadwell.acquire.content.Item;
import io.leadwell.base.pages.web.PublicLanguage;
import io.leadwell.base.pages.web.VisitorId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/** Who stands before a gate, and how they got there. */
final class GateVisit {

  private GateVisit() {}

  static FormVisit of(HttpServletRequest request, Item item) {
    Locale language = PublicLanguage.of(request);
    String query = request.getQueryString();
    String action =
        PublicAddress.of(item) + "?lang=" + (language.getLanguage().equals("en") ? "en" : "zh");
    return new FormVisit(
        Way.CONTENT,
        language,
        request.getRequestURL() + (query == null ? "" : "?" + query),
        request.getHeader(HttpHeaders.REFERER),
        VisitorId.of(request).orElse(null),
        request.getRemoteAddr(),
        request.getHeader(HttpHeaders.USER_AGENT),
        GateForms.context(item),
        action,
        action + "&fresh=1#gate");
  }
}
