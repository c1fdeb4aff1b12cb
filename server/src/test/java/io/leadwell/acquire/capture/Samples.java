package io.leadwell.acquire.capture;

import io.leadwell.acquire.capture.FormDesign.Assigned;
import io.leadwell.acquire.capture.FormDesign.ConsentAsked;
import io.leadwell.acquire.capture.FormDesign.Ending;
import io.leadwell.acquire.capture.FormDesign.Guard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Forms and what is filled into them. */
final class Samples {

  private Samples() {}

  static Bilingual both(String zh, String en) {
    return new Bilingual(zh, en);
  }

  static FormField field(String key, FieldKind kind, boolean required) {
    return full(key, kind, required, List.of(), null, null, null, null, false);
  }

  static FormField when(FormField field, String other, ShownWhen.Test is, String... values) {
    return full(
        field.key(),
        field.kind(),
        field.required(),
        field.choices(),
        field.min(),
        field.max(),
        field.rule(),
        new ShownWhen(other, is, List.of(values)),
        field.progressive());
  }

  static FormField choice(String key, FieldKind kind, boolean required, String... values) {
    List<FieldChoice> choices =
        Arrays.stream(values).map(v -> new FieldChoice(v, both(v, v + " (en)"))).toList();
    return full(key, kind, required, choices, null, null, null, null, false);
  }

  static FormField limited(String key, FieldKind kind, @Nullable String min, @Nullable String max) {
    return full(key, kind, false, List.of(), min, max, null, null, false);
  }

  static FormField ruled(String key, FieldKind kind, FormField.Rule rule) {
    return full(key, kind, true, List.of(), null, null, rule, null, false);
  }

  static FormField progressive(FormField field) {
    return full(
        field.key(),
        field.kind(),
        field.required(),
        field.choices(),
        field.min(),
        field.max(),
        field.rule(),
        field.when(),
        true);
  }

  static FormField hidden(String key, @Nullable String value, @Nullable String parameter) {
    return new FormField(
        key,
        FieldKind.HIDDEN,
        Bilingual.NONE,
        null,
        null,
        false,
        List.of(),
        null,
        null,
        null,
        null,
        false,
        value,
        parameter);
  }

  private static FormField full(
      String key,
      FieldKind kind,
      boolean required,
      List<FieldChoice> choices,
      @Nullable String min,
      @Nullable String max,
      FormField.@Nullable Rule rule,
      @Nullable ShownWhen when,
      boolean progressive) {
    return new FormField(
        key,
        kind,
        both("字段" + key, "Field " + key),
        null,
        null,
        required,
        choices,
        min,
        max,
        rule,
        when,
        progressive,
        null,
        null);
  }

  static FormDesign design(FormField... fields) {
    return new FormDesign(
        both("预约演示", "Book a demo"),
        both("说明", "Intro"),
        List.of(fields),
        both("提交", "Send"),
        null,
        Assigned.NOTHING,
        new Ending(both("谢谢您", "Thanks a lot"), null, null, null),
        Guard.USUAL);
  }

  /** Name, phone, company. */
  static FormDesign usual() {
    return design(
        field("name", FieldKind.NAME, true),
        field("phone", FieldKind.PHONE, true),
        field("company", FieldKind.COMPANY, false));
  }

  static FormDesign agreed(FormDesign design, String text) {
    return new FormDesign(
        design.title(),
        design.intro(),
        design.fields(),
        design.button(),
        new ConsentAsked(both(text, text), "https://example.com/privacy", null, true, null),
        design.assigned(),
        design.ending(),
        design.guard());
  }

  static FormDesign assigned(FormDesign design, Assigned assigned) {
    return new FormDesign(
        design.title(),
        design.intro(),
        design.fields(),
        design.button(),
        design.consent(),
        assigned,
        design.ending(),
        design.guard());
  }

  static FormDesign ending(FormDesign design, Ending ending) {
    return new FormDesign(
        design.title(),
        design.intro(),
        design.fields(),
        design.button(),
        design.consent(),
        design.assigned(),
        ending,
        design.guard());
  }

  static FormDesign guarded(FormDesign design, Guard guard) {
    return new FormDesign(
        design.title(),
        design.intro(),
        design.fields(),
        design.button(),
        design.consent(),
        design.assigned(),
        design.ending(),
        guard);
  }

  /** Pairs of name and value; a name may come again. */
  static Map<String, List<String>> filled(String... pairs) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.computeIfAbsent(pairs[i], _ -> new ArrayList<>()).add(pairs[i + 1]);
    }
    return fields;
  }

  static Posted posted(Map<String, List<String>> filled) {
    Map<String, String[]> parameters = new LinkedHashMap<>();
    filled.forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
    return Posted.of(parameters);
  }

  static Posted posted(String... pairs) {
    return posted(filled(pairs));
  }
}
