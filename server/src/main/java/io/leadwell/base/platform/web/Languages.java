package io.leadwell.base.platform.web;

import io.leadwell.base.platform.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;

/** The language an answer is written in. */
public final class Languages {

  private Languages() {}

  public static Locale of(HttpServletRequest request) {
    String header = request.getHeader("Accept-Language");
    if (header == null || header.length() > 200) {
      return Locale.SIMPLIFIED_CHINESE;
    }
    try {
      return Texts.languageOf(Locale.LanguageRange.parse(header));
    } catch (IllegalArgumentException e) {
      return Texts.languageOf(List.of());
    }
  }
}
