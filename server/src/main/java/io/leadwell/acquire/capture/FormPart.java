package io.leadwell.acquire.capture;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A form as it stands in a page: {@code @template.forms.form(part = …, t = …, assets = …)}.
 *
 * @param hidden what it carries along, by name
 * @param notice above the fields: what is wrong with the whole
 * @param proof where the browser gets work to show; null where none is asked
 * @param goOn everything is right but the work: the script shows it and sends the form again
 * @param again a page that asks everything, where some is not asked again
 * @param texts what the script says, as JSON
 */
public record FormPart(
    UUID formId,
    String slug,
    int version,
    String title,
    @Nullable String intro,
    String action,
    Map<String, String> hidden,
    List<FieldPart> fields,
    @Nullable ConsentPart consent,
    String button,
    @Nullable String notice,
    @Nullable String proof,
    boolean goOn,
    @Nullable String again,
    String texts) {

  /**
   * A question.
   *
   * @param control how it is asked: input, textarea, select, radios, checks, checkbox, region
   * @param required always; one that is asked under a condition says so in {@code needed}
   * @param when the condition, as JSON for the script
   */
  public record FieldPart(
      String control,
      String name,
      String label,
      @Nullable String help,
      @Nullable String placeholder,
      boolean required,
      boolean needed,
      @Nullable String when,
      String type,
      @Nullable String inputMode,
      @Nullable String autocomplete,
      int longest,
      @Nullable String min,
      @Nullable String max,
      List<OptionPart> options,
      String value,
      String city,
      @Nullable String error) {

    /** Named by one element, or a group of its own. */
    public boolean isGroup() {
      return control.equals("radios") || control.equals("checks") || control.equals("region");
    }
  }

  /** An answer that is offered. */
  public record OptionPart(String value, String label, boolean chosen) {}

  /** What is agreed to. */
  public record ConsentPart(
      String text,
      @Nullable String link,
      String linkText,
      boolean required,
      boolean agreed,
      @Nullable String error) {}
}
