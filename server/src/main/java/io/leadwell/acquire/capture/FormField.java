package io.leadwell.acquire.capture;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A question of a form.
 *
 * @param key names the answer, in submissions and in the page
 * @param min least number, earliest day, fewest characters, by kind; {@code max} likewise
 * @param rule what is asked of a phone or mailbox beyond being one
 * @param when null: always asked
 * @param progressive not asked again from a visitor who answered it before
 * @param value of a hidden field whose parameter the address lacks
 * @param parameter of the address that fills a hidden field
 * @param tells the name of the house's own field that the answer fills, such as {@code lead.budget}
 */
public record FormField(
    String key,
    FieldKind kind,
    Bilingual label,
    Bilingual help,
    Bilingual placeholder,
    boolean required,
    List<FieldChoice> choices,
    @Nullable String min,
    @Nullable String max,
    @Nullable Rule rule,
    @Nullable ShownWhen when,
    boolean progressive,
    @Nullable String value,
    @Nullable String parameter,
    @Nullable String tells) {

  /** What a phone or mailbox must be. */
  public enum Rule {
    /** A mobile phone of mainland China. */
    MOBILE,
    /** No mailbox that anybody can have for nothing. */
    COMPANY_MAILBOX;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Rule of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /** What is missing in a draft is empty. */
  public FormField(
      @Nullable String key,
      @Nullable FieldKind kind,
      @Nullable Bilingual label,
      @Nullable Bilingual help,
      @Nullable Bilingual placeholder,
      boolean required,
      @Nullable List<FieldChoice> choices,
      @Nullable String min,
      @Nullable String max,
      @Nullable Rule rule,
      @Nullable ShownWhen when,
      boolean progressive,
      @Nullable String value,
      @Nullable String parameter,
      @Nullable String tells) {
    this.key = Objects.requireNonNullElse(key, "");
    this.kind = Objects.requireNonNullElse(kind, FieldKind.TEXT);
    this.label = Objects.requireNonNullElse(label, Bilingual.NONE);
    this.help = Objects.requireNonNullElse(help, Bilingual.NONE);
    this.placeholder = Objects.requireNonNullElse(placeholder, Bilingual.NONE);
    this.required = required && kind != FieldKind.HIDDEN;
    this.choices = choices == null ? List.of() : choices.stream().filter(Objects::nonNull).toList();
    this.min = blankless(min);
    this.max = blankless(max);
    this.rule = rule;
    this.when = kind == FieldKind.HIDDEN ? null : when;
    this.progressive = progressive && kind != FieldKind.HIDDEN;
    this.value = blankless(value);
    this.parameter = blankless(parameter);
    this.tells = kind != null && kind.fact() != null ? null : blankless(tells);
  }

  /** One that fills none of the house's own fields. */
  public FormField(
      @Nullable String key,
      @Nullable FieldKind kind,
      @Nullable Bilingual label,
      @Nullable Bilingual help,
      @Nullable Bilingual placeholder,
      boolean required,
      @Nullable List<FieldChoice> choices,
      @Nullable String min,
      @Nullable String max,
      @Nullable Rule rule,
      @Nullable ShownWhen when,
      boolean progressive,
      @Nullable String value,
      @Nullable String parameter) {
    this(
        key,
        kind,
        label,
        help,
        placeholder,
        required,
        choices,
        min,
        max,
        rule,
        when,
        progressive,
        value,
        parameter,
        null);
  }

  private static @Nullable String blankless(@Nullable String text) {
    String clean = text == null ? "" : Plain.line(text);
    return clean.isEmpty() ? null : clean;
  }

  /** Answered by picking, not by typing. */
  boolean picks() {
    return kind.offersChoices() && !choices.isEmpty();
  }

  boolean isChoice(String value) {
    return choices.stream().anyMatch(choice -> choice.value().equals(value));
  }

  /** The answer as a reader sees it. */
  String shown(String answer, Locale language) {
    return choices.stream()
        .filter(choice -> choice.value().equals(answer))
        .findFirst()
        .map(choice -> choice.shown(language))
        .orElse(answer);
  }
}
