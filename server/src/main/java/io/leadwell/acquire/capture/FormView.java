package io.leadwell.acquire.capture;

import io.leadwell.acquire.capture.FormPart.ConsentPart;
import io.leadwell.acquire.capture.FormPart.FieldPart;
import io.leadwell.acquire.capture.FormPart.OptionPart;
import io.leadwell.base.platform.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How a version of a form looks to a visitor, empty or with what was typed. */
@Component
class FormView {

  /** A form to be shown. */
  record Shown(
      UUID formId,
      String slug,
      int version,
      FormDesign design,
      FormVisit visit,
      String token,
      Posted posted,
      Map<String, Wrong> wrong,
      Known known,
      boolean proof,
      boolean goOn) {}

  private static final List<String> SAID =
      List.of("required", "pick", "consent", "email", "phone", "number", "working");

  private final Texts texts;
  private final JsonMapper json;

  FormView(Texts texts, JsonMapper json) {
    this.texts = texts;
    this.json = json;
  }

  FormPart of(Shown shown) {
    FormDesign design = shown.design();
    Locale language = shown.visit().language();
    List<FieldPart> fields = new ArrayList<>();
    Map<String, String> hidden = carried(shown);
    boolean spared = false;
    for (FormField field : design.fields()) {
      if (field.kind() == FieldKind.HIDDEN) {
        hidden.put(field.key(), hidden(field, shown));
      } else if (shown.known().spares(design, field) && !shown.wrong().containsKey(field.key())) {
        spared = true;
      } else {
        fields.add(field(field, shown));
      }
    }
    String title = design.title().in(language);
    return new FormPart(
        shown.formId(),
        shown.slug(),
        shown.version(),
        title.isEmpty() ? texts.of(language, "capture.page.untitled") : title,
        blankless(design.intro().in(language)),
        shown.visit().action(),
        hidden,
        fields,
        consent(shown),
        Objects.requireNonNullElse(
            blankless(design.button().in(language)), texts.of(language, "capture.page.submit")),
        notice(shown),
        shown.proof() ? "/p/f/" + shown.slug() + "/challenge" : null,
        shown.goOn(),
        spared ? shown.visit().again() : null,
        said(language));
  }

  private static Map<String, String> carried(Shown shown) {
    FormVisit visit = shown.visit();
    Map<String, String> hidden = new LinkedHashMap<>();
    hidden.put(Posted.TOKEN, shown.token());
    put(hidden, Posted.LANDING, visit.url());
    put(hidden, Posted.REFERRER, visit.referrer());
    if (visit.way() == Way.FRAME && visit.visitor() != null) {
      hidden.put(Posted.VISITOR, visit.visitor().toString());
    }
    return hidden;
  }

  private static void put(Map<String, String> hidden, String name, @Nullable String value) {
    if (value != null) {
      hidden.put(name, value);
    }
  }

  private static String hidden(FormField field, Shown shown) {
    if (shown.posted().has(field.key())) {
      return shown.posted().first(field.key());
    }
    String told =
        field.parameter() == null
            ? null
            : Parameters.of(shown.visit().url()).get(field.parameter());
    String value = told == null ? field.value() : Plain.cut(told, FieldKind.HIDDEN.longest());
    return Objects.requireNonNullElse(value, "");
  }

  private FieldPart field(FormField field, Shown shown) {
    Locale language = shown.visit().language();
    List<String> typed = shown.posted().of(field);
    String control = control(field);
    boolean text = control.equals("input") || control.equals("textarea");
    Wrong wrong = shown.wrong().get(field.key());
    return new FieldPart(
        control,
        field.key(),
        Objects.requireNonNullElse(blankless(field.label().in(language)), field.key()),
        blankless(field.help().in(language)),
        blankless(field.placeholder().in(language)),
        field.required() && field.when() == null && !control.equals("checks"),
        field.required(),
        field.when() == null ? null : json.writeValueAsString(field.when()),
        type(field),
        inputMode(field),
        autocomplete(field),
        text ? longest(field) : 0,
        text || field.kind() == FieldKind.DATE ? limit(field, field.min()) : null,
        text || field.kind() == FieldKind.DATE ? limit(field, field.max()) : null,
        options(field, typed, language),
        typed.isEmpty() ? "" : typed.getFirst(),
        field.kind() == FieldKind.REGION ? shown.posted().city(field) : "",
        wrong == null ? null : said(language, wrong));
  }

  private static String control(FormField field) {
    return switch (field.kind()) {
      case NEED, LONG_TEXT -> "textarea";
      case CHECKBOX -> "checkbox";
      case CHOICES -> "checks";
      case REGION -> "region";
      case CHOICE -> field.choices().size() > 6 ? "select" : "radios";
      case INDUSTRY, COMPANY_SIZE -> field.picks() ? "select" : "input";
      default -> "input";
    };
  }

  private static String type(FormField field) {
    return switch (field.kind()) {
      case PHONE -> "tel";
      case EMAIL -> "email";
      case DATE -> "date";
      default -> "text";
    };
  }

  private static @Nullable String inputMode(FormField field) {
    return field.kind() == FieldKind.NUMBER ? "decimal" : null;
  }

  private static @Nullable String autocomplete(FormField field) {
    return switch (field.kind()) {
      case NAME -> "name";
      case PHONE -> "tel";
      case EMAIL -> "email";
      case COMPANY -> "organization";
      case TITLE -> "organization-title";
      default -> null;
    };
  }

  private static int longest(FormField field) {
    boolean counted = field.kind() != FieldKind.NUMBER && field.kind() != FieldKind.DATE;
    return counted && field.max() != null ? Integer.parseInt(field.max()) : field.kind().longest();
  }

  /** Fewest and most characters are not a browser's min and max. */
  private static @Nullable String limit(FormField field, @Nullable String limit) {
    return field.kind() == FieldKind.NUMBER || field.kind() == FieldKind.DATE ? limit : null;
  }

  private static List<OptionPart> options(FormField field, List<String> typed, Locale language) {
    List<FieldChoice> offered =
        field.kind() == FieldKind.REGION ? Provinces.CHOICES : field.choices();
    return offered.stream()
        .map(choice ->
            new OptionPart(choice.value(), choice.shown(language), typed.contains(choice.value())))
        .toList();
  }

  private @Nullable ConsentPart consent(Shown shown) {
    FormDesign.ConsentAsked consent = shown.design().consent();
    if (consent == null) {
      return null;
    }
    Locale language = shown.visit().language();
    Wrong wrong = shown.wrong().get(Posted.CONSENT);
    return new ConsentPart(
        consent.text().in(language),
        consent.link(),
        Objects.requireNonNullElse(
            blankless(consent.linkText().in(language)), texts.of(language, "capture.page.privacy")),
        consent.required(),
        !shown.posted().first(Posted.CONSENT).isEmpty(),
        wrong == null ? null : said(language, wrong));
  }

  private @Nullable String notice(Shown shown) {
    Locale language = shown.visit().language();
    Wrong whole = shown.wrong().get("");
    if (whole != null) {
      return said(language, whole);
    }
    return shown.wrong().isEmpty()
        ? null
        : texts.of(language, "capture.page.wrong", shown.wrong().size());
  }

  private String said(Locale language, Wrong wrong) {
    return texts.of(language, wrong.text(), wrong.arguments().toArray());
  }

  private String said(Locale language) {
    Map<String, String> said = new LinkedHashMap<>();
    SAID.forEach(key -> said.put(key, texts.of(language, "capture.answer." + key)));
    return json.writeValueAsString(said);
  }

  private static @Nullable String blankless(String text) {
    return text.isEmpty() ? null : text;
  }
}
