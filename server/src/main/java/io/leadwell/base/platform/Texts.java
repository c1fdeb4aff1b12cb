package io.leadwell.base.platform;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/**
 * Texts in the reader's language, from {@code i18n/<module>.properties} (Chinese, the default) and
 * {@code i18n/<module>_en.properties}.
 */
@Component
public class Texts {

  /** One bundle per module; a new module adds its name. */
  public static final List<String> BUNDLES =
      List.of(
          "platform",
          "workspace",
          "calendar",
          "pages",
          "campaigns",
          "leads",
          "deals",
          "imports",
          "capture",
          "insights",
          "content",
          "baidu",
          "links",
          "collect",
          "wecom",
          "messaging",
          "tasks",
          "rules",
          "segments",
          "qualification",
          "events",
          "scoring",
          "consent",
          "fields",
          "notes");

  private static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

  private final ResourceBundleMessageSource source = new ResourceBundleMessageSource();

  Texts() {
    source.setBasenames(BUNDLES.stream().map(name -> "i18n/" + name).toArray(String[]::new));
    source.setDefaultEncoding(StandardCharsets.UTF_8.name());
    source.setFallbackToSystemLocale(false);
    source.setAlwaysUseMessageFormat(true);
  }

  /** The text of {@code key}; an unknown key throws, so a missing text fails its test. */
  public String of(Locale locale, String key, Object... arguments) {
    return source.getMessage(key, arguments, locale);
  }

  /** The language of ours that a request prefers, by its Accept-Language header. */
  public static Locale languageOf(List<Locale.LanguageRange> wanted) {
    Locale found =
        Locale.lookup(wanted, List.of(Locale.CHINESE, Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH));
    return found != null && found.getLanguage().equals("en")
        ? Locale.ENGLISH
        : LANGUAGES.getFirst();
  }
}
