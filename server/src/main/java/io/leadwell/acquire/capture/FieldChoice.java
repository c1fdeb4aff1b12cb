package io.leadwell.acquire.capture;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One of the answers a field offers.
 *
 * @param value what is kept of it, in whatever language it was chosen
 */
public record FieldChoice(String value, Bilingual label) {

  public FieldChoice(@Nullable String value, @Nullable Bilingual label) {
    this.value = value == null ? "" : Plain.line(value);
    this.label = label == null ? Bilingual.NONE : label;
  }

  String shown(Locale language) {
    return label.isBlank() ? value : label.in(language);
  }
}
