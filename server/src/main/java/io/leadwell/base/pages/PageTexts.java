package io.leadwell.base.pages;

import io.leadwell.base.platform.Texts;
import java.util.Locale;

/** The texts of a page in its reader's language. */
public final class PageTexts {

  private final Texts texts;
  private final Locale language;

  PageTexts(Texts texts, Locale language) {
    this.texts = texts;
    this.language = language;
  }

  public String of(String key, Object... arguments) {
    return texts.of(language, key, arguments);
  }
}
