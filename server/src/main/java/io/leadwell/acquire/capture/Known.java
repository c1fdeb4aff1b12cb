package io.leadwell.acquire.capture;

import io.leadwell.pool.leads.Fact;
import java.util.List;
import java.util.Map;

/**
 * What a browser told before: facts about the person by their words, and answers to this very form.
 * It fills in what is not asked again, and is never shown.
 */
record Known(Map<String, String> facts, Map<String, List<String>> answers) {

  static final Known NOTHING = new Known(Map.of(), Map.of());

  /** The answer to a field as it is kept; empty where it has to be asked. */
  List<String> of(FormField field) {
    Fact fact = field.kind().fact();
    if (fact == null) {
      return answers.getOrDefault(field.key(), List.of());
    }
    String value = facts.get(fact.word());
    if (value == null) {
      return List.of();
    }
    String city = facts.get(Fact.CITY.word());
    return field.kind() == FieldKind.REGION && city != null ? List.of(value, city) : List.of(value);
  }

  /** Not asked again; a field that decides about others is, as the page cannot know the answer. */
  boolean spares(FormDesign design, FormField field) {
    return field.progressive() && !of(field).isEmpty() && !design.decidesOthers(field);
  }
}
