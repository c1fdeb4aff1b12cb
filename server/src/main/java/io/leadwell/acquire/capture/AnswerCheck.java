package io.leadwell.acquire.capture;

import io.leadwell.pool.leads.Fact;
import io.leadwell.pool.leads.Facts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody answered, checked against the version of the form that they were shown. */
final class AnswerCheck {

  /**
   * @param answers as they are kept, by key; a field that was not asked has none
   * @param wrong by key; empty when the form may be taken
   */
  record Checked(
      Map<String, List<String>> answers, Map<String, Wrong> wrong, Facts facts, boolean consent) {}

  private final FormDesign design;
  private final Posted posted;
  private final Known known;

  /** What conditions look at: what was typed, right or wrong, as the browser has it. */
  private final Map<String, List<String>> heard = new HashMap<>();

  private final Map<String, List<String>> answers = new LinkedHashMap<>();
  private final Map<String, Wrong> wrong = new LinkedHashMap<>();

  private AnswerCheck(FormDesign design, Posted posted, Known known) {
    this.design = design;
    this.posted = posted;
    this.known = known;
  }

  static Checked check(FormDesign design, Posted posted, Known known) {
    return new AnswerCheck(design, posted, known).checked();
  }

  private Checked checked() {
    for (FormField field : design.fields()) {
      if (isAsked(field)) {
        read(field);
      }
    }
    FormDesign.ConsentAsked consent = design.consent();
    boolean agreed = consent != null && !posted.first(Posted.CONSENT).isEmpty();
    if (consent != null && consent.required() && !agreed) {
      wrong.put(Posted.CONSENT, Wrong.of("consent"));
    }
    Facts facts = facts();
    if (facts.get(Fact.PHONE) == null && facts.get(Fact.EMAIL) == null) {
      design.fields().stream()
          .filter(field -> field.kind().reaches() && isAsked(field))
          .findFirst()
          .ifPresent(field -> wrong.putIfAbsent(field.key(), Wrong.of("contact")));
    }
    return new Checked(answers, wrong, facts, agreed);
  }

  /** Decided by what stands above; a field that was not asked itself says nothing. */
  private boolean isAsked(FormField field) {
    ShownWhen when = field.when();
    return when == null || when.holds(heard.getOrDefault(when.field(), List.of()));
  }

  private void read(FormField field) {
    List<String> typed = posted.of(field);
    if (typed.isEmpty() && field.kind() == FieldKind.HIDDEN && !posted.has(field.key())) {
      typed = field.value() == null ? List.of() : List.of(field.value());
    }
    heard.put(field.key(), typed);
    if (!typed.isEmpty()) {
      answer(field, typed);
    } else if (!posted.has(field.key()) && known.spares(design, field)) {
      answers.put(field.key(), known.of(field));
    } else if (field.required()) {
      wrong.put(field.key(), Wrong.of(field.picks() ? "pick" : "required"));
    }
  }

  private void answer(FormField field, List<String> typed) {
    List<String> kept = new ArrayList<>();
    for (String one : typed) {
      Answer answer =
          field.kind() == FieldKind.HIDDEN
              ? Answer.of(field, one.substring(0, Math.min(one.length(), 500)))
              : Answer.of(field, one);
      if (!keep(field, answer, kept)) {
        return;
      }
    }
    if (field.kind() == FieldKind.REGION && !Provinces.isOne(kept.getFirst())) {
      wrong.put(field.key(), Wrong.of("pick"));
      return;
    }
    String city = field.kind() == FieldKind.REGION ? posted.city(field) : "";
    if (city.isEmpty() || keep(field, Answer.of(field, city), kept)) {
      answers.put(
          field.key(),
          field.kind() == FieldKind.CHOICES ? kept.stream().distinct().toList() : kept);
    }
  }

  private boolean keep(FormField field, Answer answer, List<String> kept) {
    Wrong mistake = answer.wrong();
    String value = answer.kept();
    if (mistake != null || value == null) {
      wrong.put(field.key(), mistake == null ? Wrong.of("required") : mistake);
      return false;
    }
    kept.add(value);
    return true;
  }

  private Facts facts() {
    Facts.Builder facts = Facts.build();
    for (FormField field : design.fields()) {
      List<String> answer = answers.getOrDefault(field.key(), List.of());
      @Nullable Fact fact = field.kind().fact();
      if (fact != null && !answer.isEmpty()) {
        facts.with(fact, answer.getFirst());
        if (field.kind() == FieldKind.REGION && answer.size() > 1) {
          facts.with(Fact.CITY, answer.get(1));
        }
      }
      if (field.tells() != null && !answer.isEmpty()) {
        // read by its type as it comes into the pool
        facts.custom(field.tells(), String.join("\n", answer));
      }
    }
    return facts.done();
  }
}
