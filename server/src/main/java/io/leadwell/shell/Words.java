package io.leadwell.shell;

import io.leadwell.base.platform.Problem;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** What the command line says, in the language of the terminal. */
final class Words {

  private final Locale language;
  private final ResourceBundle bundle;

  private Words(Locale language) {
    this.language = language;
    this.bundle =
        ResourceBundle.getBundle(
            "i18n/shell",
            language,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** Chinese where LC_ALL, LC_MESSAGES or LANG says so, English otherwise, as the launcher. */
  static Words ofEnvironment(Map<String, String> environment) {
    for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
      String value = environment.getOrDefault(name, "");
      if (!value.isEmpty()) {
        return new Words(value.startsWith("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH);
      }
    }
    return new Words(Locale.ENGLISH);
  }

  String say(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), language).format(arguments);
  }

  /** What is wrong with a file, in the words that the screens have for it. */
  String problem(Problem problem) {
    ResourceBundle imports =
        ResourceBundle.getBundle(
            "i18n/imports",
            language,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return new MessageFormat(imports.getString("problem." + problem.code().name()), language)
        .format(problem.arguments().toArray());
  }

  /** For the Accept-Language header. */
  String languageTag() {
    return language.equals(Locale.ENGLISH) ? "en" : "zh-CN";
  }
}
