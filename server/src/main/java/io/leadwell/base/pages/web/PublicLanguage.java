package io.leadwell.base.pages.web;

import io.leadwell.base.platform.web.Languages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** The language of a public page: as its address says, else as the browser prefers. */
public final class PublicLanguage {

  private PublicLanguage() {}

  public static Locale of(HttpServletRequest request) {
    String asked = request.getParameter("lang");
    if ("en".equals(asked)) {
      return Locale.ENGLISH;
    }
    return "zh".equals(asked) ? Locale.SIMPLIFIED_CHINESE : Languages.of(request);
  }
}
