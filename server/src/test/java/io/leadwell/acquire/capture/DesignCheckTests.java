package io.leadwell.acquire.capture;

import static io.leadwell.acquire.capture.Samples.choice;
import static io.leadwell.acquire.capture.Samples.design;
import static io.leadwell.acquire.capture.Samples.ending;
import static io.leadwell.acquire.capture.Samples.field;
import static io.leadwell.acquire.capture.Samples.guarded;
import static io.leadwell.acquire.capture.Samples.limited;
import static io.leadwell.acquire.capture.Samples.usual;
import static io.leadwell.acquire.capture.Samples.when;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.acquire.capture.FormDesign.Ending;
import io.leadwell.acquire.capture.FormDesign.Guard;
import io.leadwell.base.platform.Problem;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DesignCheckTests {

  private static final FormField PHONE = field("phone", FieldKind.PHONE, true);

  private static List<String> places(List<Problem.Field> flaws) {
    return flaws.stream().map(Problem.Field::field).toList();
  }

  private static List<String> published(FormDesign design) {
    return places(DesignCheck.ofPublished(design));
  }

  @Test
  void a_usual_form_has_no_flaw() {
    assertThat(published(usual())).isEmpty();
  }

  @Test
  void a_form_without_a_way_to_reach_anybody_is_not_published() {
    FormField conditional = when(PHONE, "more", ShownWhen.Test.FILLED);
    assertThat(published(design(field("name", FieldKind.NAME, true)))).contains("fields");
    assertThat(published(design(field("more", FieldKind.TEXT, false), conditional)))
        .contains("fields");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1a", "Name", "a b", "a-b", "名字", "_token", "lang", "a\"><script>"})
  void a_key_is_a_word_that_means_nothing_else(String key) {
    assertThat(places(DesignCheck.ofDraft(design(PHONE, field(key, FieldKind.TEXT, false)))))
        .contains("fields[1].key");
  }

  @Test
  void keys_and_facts_are_asked_once() {
    assertThat(published(design(PHONE, field("phone", FieldKind.TEXT, false))))
        .containsExactly("fields[1].key");
    assertThat(published(design(PHONE, field("other", FieldKind.PHONE, false))))
        .containsExactly("fields[1].kind");
  }

  @Test
  void a_condition_looks_up_and_at_answers_that_can_be_given() {
    FormField has = choice("has", FieldKind.CHOICE, true, "有", "没有");
    FormField text = field("which", FieldKind.TEXT, true);

    assertThat(published(design(PHONE, has, when(text, "has", ShownWhen.Test.ONE_OF, "有"))))
        .isEmpty();
    assertThat(published(design(PHONE, has, when(text, "has", ShownWhen.Test.ONE_OF, "也许"))))
        .containsExactly("fields[2].when");
    assertThat(published(design(PHONE, when(text, "has", ShownWhen.Test.ONE_OF, "有"), has)))
        .as("below it")
        .containsExactly("fields[1].when");
    assertThat(published(design(PHONE, when(text, "which", ShownWhen.Test.FILLED))))
        .as("itself")
        .containsExactly("fields[1].when");
  }

  @Test
  void limits_fit_their_kind_and_are_in_order() {
    assertThat(published(design(PHONE, limited("n", FieldKind.NUMBER, "5", "1"))))
        .containsExactly("fields[1].max");
    assertThat(published(design(PHONE, limited("d", FieldKind.DATE, "soon", null))))
        .containsExactly("fields[1].max");
    assertThat(published(design(PHONE, limited("t", FieldKind.TEXT, null, "100000"))))
        .containsExactly("fields[1].max");
    assertThat(published(design(PHONE, limited("d", FieldKind.DATE, "2026-01-01", "2026-12-31"))))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "data:text/html,<script>",
        "//evil.example",
        "/relative",
        "ftp://example.com",
        "https://user:secret@example.com",
        "https://",
        "http://exa mple.com",
        "https://example.com/\"onmouseover=\"x"
      })
  void only_pages_of_the_web_are_gone_on_to(String address) {
    assertThat(places(DesignCheck.ofDraft(ending(usual(), new Ending(null, address, null, null)))))
        .containsExactly("ending.redirect");
    assertThat(places(DesignCheck.ofDraft(ending(usual(), new Ending(null, null, address, null)))))
        .containsExactly("ending.download");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*", "example.com", "https://example.com/path", "https://a.com; script-src *",
        "https://exa mple.com", "'unsafe-inline'", "https://a.com\r\nX: y", "https://*"
      })
  void only_sites_may_stand_in_a_content_policy(String site) {
    FormDesign framed = guarded(usual(), new Guard(null, List.of(site)));
    assertThat(places(DesignCheck.ofDraft(framed))).containsExactly("guard.sites");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://www.example.com", "https://*.example.com", "http://localhost:8080"})
  void sites_are_scheme_and_host(String site) {
    assertThat(published(guarded(usual(), new Guard(null, List.of(site))))).isEmpty();
  }

  @Test
  void nothing_is_larger_than_a_form_needs() {
    FormField many =
        new FormField(
            "many",
            FieldKind.CHOICE,
            Samples.both("x".repeat(201), ""),
            null,
            null,
            false,
            Collections.nCopies(301, new FieldChoice("same", null)),
            null,
            null,
            null,
            null,
            false,
            null,
            null);
    assertThat(places(DesignCheck.ofDraft(design(PHONE, many))))
        .contains("fields[1].label", "fields[1].choices");
    FormField[] fields = new FormField[DesignCheck.MOST_FIELDS + 1];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = field("f" + i, FieldKind.TEXT, false);
    }
    assertThat(places(DesignCheck.ofDraft(design(fields)))).contains("fields");
  }
}
