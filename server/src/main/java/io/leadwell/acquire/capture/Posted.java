package io.leadwell.acquire.capture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a browser sent with a form, cleaned and bounded; names that begin with _ are ours. */
public final class Posted {

  static final String TOKEN = "_token";
  static final String CONSENT = "_consent";

  /** People do not see it; what fills everything fills it too. */
  static final String HONEYPOT = "_homepage";

  static final String PROOF = "_proof";
  static final String LANDING = "_url";
  static final String REFERRER = "_ref";
  static final String VISITOR = "_visitor";
  static final String SCRIPTED = "_js";
  static final String FRESH = "_fresh";

  private static final int MOST_VALUES = 300;

  private final Map<String, List<String>> values;

  private Posted(Map<String, List<String>> values) {
    this.values = values;
  }

  static Posted nothing() {
    return new Posted(Map.of());
  }

  /** As a servlet has them. */
  public static Posted of(Map<String, String[]> parameters) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    parameters.forEach((name, sent) -> {
      List<String> clean = new ArrayList<>();
      for (int i = 0; i < Math.min(sent.length, MOST_VALUES); i++) {
        clean.add(Plain.text(sent[i]));
      }
      values.put(name, clean);
    });
    return new Posted(values);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /** The first value; empty where there is none. */
  String first(String name) {
    List<String> all = values.getOrDefault(name, List.of());
    return all.isEmpty() ? "" : all.getFirst();
  }

  @Nullable String orNull(String name) {
    String value = first(name);
    return value.isEmpty() ? null : value;
  }

  /** What a field was filled in with: nothing that is empty, and one value where one is asked. */
  List<String> of(FormField field) {
    List<String> filled =
        values.getOrDefault(field.key(), List.of()).stream().filter(v -> !v.isEmpty()).toList();
    return field.kind() == FieldKind.CHOICES || filled.size() < 2
        ? filled
        : List.of(filled.getFirst());
  }

  /** The city beside a province. */
  String city(FormField field) {
    return first(cityOf(field));
  }

  static String cityOf(FormField field) {
    return field.key() + ".city";
  }
}
