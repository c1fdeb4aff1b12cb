package io.leadwell.nurture.messaging.web;

import io.leadwell.base.pages.PageFrame;
import io.leadwell.base.pages.Pages;
import io.leadwell.base.pages.PublicLimits;
import io.leadwell.base.pages.PublicLimits.Rate;
import io.leadwell.base.pages.PublicPage;
import io.leadwell.base.pages.web.PublicLanguage;
import io.leadwell.base.platform.Texts;
import io.leadwell.base.workspace.Open;
import io.leadwell.nurture.messaging.Unsubscribing;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where marketing mail is ended. Looking ends nothing, as mail scanners open every link; the button
 * or the one click of a mail program (RFC 8058) does.
 */
@PublicPage
class UnsubscribePage {

  private static final Rate LOOKS = new Rate(30, 60);

  private final Unsubscribing unsubscribing;
  private final Pages pages;
  private final PublicLimits limits;
  private final Texts texts;

  UnsubscribePage(Unsubscribing unsubscribing, Pages pages, PublicLimits limits, Texts texts) {
    this.unsubscribing = unsubscribing;
    this.pages = pages;
    this.limits = limits;
    this.texts = texts;
  }

  @GetMapping("/p/unsubscribe/{token}")
  @Open(Open.To.ANYBODY)
  ResponseEntity<String> ask(@PathVariable String token, HttpServletRequest request) {
    limits.take("unsubscribe", request.getRemoteAddr(), LOOKS);
    String reader = unsubscribing.reader(token).orElse(null);
    return page(reader == null ? HttpStatus.NOT_FOUND : HttpStatus.OK, reader, false, request);
  }

  @PostMapping("/p/unsubscribe/{token}")
  @Open(Open.To.ANYBODY)
  ResponseEntity<String> leave(@PathVariable String token, HttpServletRequest request) {
    limits.take("unsubscribe", request.getRemoteAddr(), LOOKS);
    boolean left = unsubscribing.leave(token);
    String reader = unsubscribing.reader(token).orElse(null);
    return page(left ? HttpStatus.OK : HttpStatus.NOT_FOUND, reader, left, request);
  }

  private ResponseEntity<String> page(
      HttpStatus status, @Nullable String reader, boolean left, HttpServletRequest request) {
    Locale language = PublicLanguage.of(request);
    PageFrame frame = pages.frame(language, texts.of(language, "messaging.leave.title"));
    Map<String, Object> shown = new HashMap<>();
    shown.put("reader", reader);
    shown.put("left", left);
    return pages.answer(status, "messaging/unsubscribe", frame, shown);
  }
}
