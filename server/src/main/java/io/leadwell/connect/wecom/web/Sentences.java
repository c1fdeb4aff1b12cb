package io.leadwell.connect.wecom.web;

import io.leadwell.base.platform.Texts;
import io.leadwell.base.platform.web.Languages;
import io.leadwell.connect.wecom.Trouble;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What went wrong at Tencent, in the reader's language, with what to do. */
@Component
class Sentences {

  private final Texts texts;

  Sentences(Texts texts) {
    this.texts = texts;
  }

  String of(String code, List<Object> arguments, HttpServletRequest request) {
    Locale language = Languages.of(request);
    return texts.of(language, code, arguments.toArray());
  }

  @Nullable String of(@Nullable Trouble trouble, HttpServletRequest request) {
    return trouble == null ? null : of(trouble.code(), trouble.arguments(), request);
  }
}
