package io.leadwell.acquire.capture;

import io.leadwell.base.platform.Texts;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What is said after a form, in the words of the form or, where it has none, in ours. */
@Component
class ThanksWords {

  private final Texts texts;

  ThanksWords(Texts texts) {
    this.texts = texts;
  }

  Thanks of(FormDesign design, Locale language) {
    FormDesign.Ending ending = design.ending();
    return new Thanks(
        texts.of(language, "capture.page.thanks"),
        or(ending.text().in(language), texts.of(language, "capture.page.thanksText")),
        ending.redirect(),
        ending.download(),
        or(ending.downloadText().in(language), texts.of(language, "capture.page.download")),
        design.assigned().kiosk());
  }

  private static String or(String said, String usual) {
    return said.isEmpty() ? usual : said;
  }
}
