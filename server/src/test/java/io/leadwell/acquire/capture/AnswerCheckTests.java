package io.leadwell.acquire.capture;

import static io.leadwell.acquire.capture.Samples.choice;
import static io.leadwell.acquire.capture.Samples.design;
import static io.leadwell.acquire.capture.Samples.field;
import static io.leadwell.acquire.capture.Samples.hidden;
import static io.leadwell.acquire.capture.Samples.limited;
import static io.leadwell.acquire.capture.Samples.posted;
import static io.leadwell.acquire.capture.Samples.progressive;
import static io.leadwell.acquire.capture.Samples.ruled;
import static io.leadwell.acquire.capture.Samples.when;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.pool.leads.Fact;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerCheckTests {

  private static final FormField PHONE = field("phone", FieldKind.PHONE, false);

  private static AnswerCheck.Checked check(FormDesign design, String... pairs) {
    return AnswerCheck.check(design, posted(pairs), Known.NOTHING);
  }

  private static String wrong(FormField field, String typed) {
    AnswerCheck.Checked checked =
        check(design(PHONE, field), "phone", "13800138000", field.key(), typed);
    Wrong wrong = checked.wrong().get(field.key());
    return wrong == null ? "" : wrong.text().substring("capture.answer.".length());
  }

  private static String kept(FormField field, String typed) {
    AnswerCheck.Checked checked =
        check(design(PHONE, field), "phone", "13800138000", field.key(), typed);
    assertThat(checked.wrong()).isEmpty();
    return String.join("|", checked.answers().getOrDefault(field.key(), List.of()));
  }

  @Test
  void phone_and_mailbox_are_kept_in_their_one_form() {
    AnswerCheck.Checked checked =
        check(
            design(PHONE, field("email", FieldKind.EMAIL, false)),
            "phone",
            " 138-0013 8000 ",
            "email",
            "　Wang.Wei@Example.COM ");

    assertThat(checked.wrong()).isEmpty();
    assertThat(checked.facts().get(Fact.PHONE)).isEqualTo("+8613800138000");
    assertThat(checked.facts().get(Fact.EMAIL)).isEqualTo("wang.wei@example.com");
  }

  @ParameterizedTest
  @CsvSource({
    "PHONE, 123, phone",
    "PHONE, not a phone, phone",
    "EMAIL, wang at example, email",
    "DATE, 2026-02-30, date",
    "DATE, soon, date",
    "NUMBER, 1e999999999, number",
    "NUMBER, twelve, number",
    "NUMBER, 1.2.3, number"
  })
  void what_is_none_of_its_kind_is_told_apart(FieldKind kind, String typed, String expected) {
    FormField asked = field("asked", kind, false);
    assertThat(wrong(asked, typed)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "DATE, 2026年3月5日, 2026-03-05",
    "DATE, 2026/3/5, 2026-03-05",
    "NUMBER, '1,234.50', 1234.50",
    "NUMBER, １２, 12",
    "TEXT, '  two   words ', two words",
    "LONG_TEXT, '  one\ntwo ', 'one\ntwo'",
    "CHECKBOX, on, yes"
  })
  void what_is_typed_in_another_way_is_kept_in_one(FieldKind kind, String typed, String expected) {
    assertThat(kept(field("asked", kind, false), typed)).isEqualTo(expected);
  }

  @Test
  void limits_are_kept() {
    assertThat(wrong(limited("n", FieldKind.NUMBER, "1", "10"), "0")).isEqualTo("number_from");
    assertThat(wrong(limited("n", FieldKind.NUMBER, "1", "10"), "11")).isEqualTo("number_to");
    assertThat(wrong(limited("d", FieldKind.DATE, "2026-01-01", null), "2025-12-31"))
        .isEqualTo("date_from");
    assertThat(wrong(limited("t", FieldKind.TEXT, "2", "5"), "x")).isEqualTo("too_short");
    assertThat(wrong(limited("t", FieldKind.TEXT, "2", "5"), "123456")).isEqualTo("too_long");
    assertThat(wrong(field("t", FieldKind.TEXT, false), "x".repeat(501))).isEqualTo("too_long");
  }

  @Test
  void a_rule_asks_for_more_than_a_phone_or_a_mailbox() {
    FormField mobile = ruled("m", FieldKind.PHONE, FormField.Rule.MOBILE);
    FormField company = ruled("e", FieldKind.EMAIL, FormField.Rule.COMPANY_MAILBOX);
    FormField other = field("email", FieldKind.EMAIL, false);

    assertThat(check(design(mobile, other), "m", "021-62345678", "email", "a@b.cn").wrong())
        .containsEntry("m", Wrong.of("mobile"));
    assertThat(check(design(mobile), "m", "13800138000").wrong()).isEmpty();
    assertThat(check(design(company), "e", "wang@QQ.com").wrong())
        .containsEntry("e", Wrong.of("company_mailbox"));
    assertThat(check(design(company), "e", "wang@example.com").wrong()).isEmpty();
  }

  @Test
  void what_must_be_answered_is_asked_for_and_nothing_is_taken_from_outside_the_choices() {
    FormField one = choice("one", FieldKind.CHOICE, true, "A", "B");
    FormField many = choice("many", FieldKind.CHOICES, true, "A", "B", "C");

    assertThat(check(design(PHONE, one, many), "phone", "13800138000").wrong())
        .containsEntry("one", Wrong.of("pick"))
        .containsEntry("many", Wrong.of("pick"));
    assertThat(wrong(one, "D")).isEqualTo("choice");
    AnswerCheck.Checked checked =
        check(
            design(PHONE, one, many),
            "phone",
            "13800138000",
            "one",
            "A",
            "one",
            "B",
            "many",
            "C",
            "many",
            "A",
            "many",
            "C");
    assertThat(checked.answers()).containsEntry("one", List.of("A"));
    assertThat(checked.answers()).containsEntry("many", List.of("C", "A"));
  }

  @Test
  void without_any_way_to_reach_somebody_nothing_is_taken() {
    FormDesign both = design(PHONE, field("email", FieldKind.EMAIL, false));

    assertThat(check(both, "name", "王伟").wrong()).containsEntry("phone", Wrong.of("contact"));
    assertThat(check(both, "email", "a@b.cn").wrong()).isEmpty();
  }

  @Test
  void a_question_under_a_condition_is_asked_only_when_it_holds() {
    FormDesign design =
        design(
            PHONE,
            choice("has", FieldKind.CHOICE, true, "有", "没有"),
            when(field("which", FieldKind.TEXT, true), "has", ShownWhen.Test.ONE_OF, "有"),
            when(field("why", FieldKind.TEXT, true), "which", ShownWhen.Test.FILLED));

    assertThat(check(design, "phone", "13800138000", "has", "有").wrong()).containsOnlyKeys("which");
    AnswerCheck.Checked not =
        check(design, "phone", "13800138000", "has", "没有", "which", "smuggled", "why", "smuggled");
    assertThat(not.wrong()).isEmpty();
    assertThat(not.answers()).doesNotContainKeys("which", "why");
    assertThat(check(design, "phone", "13800138000", "has", "有", "which", "SAP").wrong())
        .as("what is asked decides what is asked next")
        .containsOnlyKeys("why");
  }

  @Test
  void a_region_is_a_province_we_know_and_any_city() {
    FormField region = field("region", FieldKind.REGION, true);
    AnswerCheck.Checked shanghai =
        check(design(PHONE, region), "phone", "13800138000", "region", "上海市", "region.city", "上海市");

    assertThat(shanghai.facts().get(Fact.PROVINCE)).isEqualTo("上海市");
    assertThat(shanghai.facts().get(Fact.CITY)).isEqualTo("上海市");
    assertThat(wrong(region, "Atlantis")).isEqualTo("pick");
  }

  @Test
  void a_hidden_field_has_what_the_page_carried_or_its_default() {
    FormField hidden = hidden("pack", "basic", "pack");

    assertThat(check(design(PHONE, hidden), "phone", "13800138000").answers())
        .containsEntry("pack", List.of("basic"));
    assertThat(check(design(PHONE, hidden), "phone", "13800138000", "pack", "pro").answers())
        .containsEntry("pack", List.of("pro"));
    assertThat(
            check(design(PHONE, hidden), "phone", "13800138000", "pack", "x".repeat(9_000))
                .answers())
        .as("nobody typed it, so nobody can correct it")
        .containsEntry("pack", List.of("x".repeat(500)));
  }

  @Test
  void what_is_known_is_not_asked_again_and_what_is_typed_wins() {
    FormDesign design = design(PHONE, progressive(field("company", FieldKind.COMPANY, true)));
    Known known = new Known(Map.of("company", "云帆科技"), Map.of());

    AnswerCheck.Checked spared = AnswerCheck.check(design, posted("phone", "13800138000"), known);
    assertThat(spared.wrong()).isEmpty();
    assertThat(spared.facts().get(Fact.COMPANY)).isEqualTo("云帆科技");
    assertThat(
            AnswerCheck.check(design, posted("phone", "13800138000", "company", "新公司"), known)
                .facts()
                .get(Fact.COMPANY))
        .isEqualTo("新公司");
    assertThat(
            AnswerCheck.check(design, posted("phone", "13800138000", "company", ""), known).wrong())
        .as("a field that was asked and left empty is empty")
        .containsOnlyKeys("company");
  }

  @Test
  void a_field_that_decides_about_others_is_always_asked() {
    FormDesign design =
        design(
            PHONE,
            progressive(choice("has", FieldKind.CHOICE, true, "有", "没有")),
            when(field("which", FieldKind.TEXT, true), "has", ShownWhen.Test.ONE_OF, "有"));
    Known known = new Known(Map.of(), Map.of("has", List.of("有")));

    assertThat(AnswerCheck.check(design, posted("phone", "13800138000"), known).wrong())
        .containsOnlyKeys("has");
  }

  @Test
  void nothing_that_no_database_takes_is_kept() {
    FormField text = field("t", FieldKind.TEXT, false);

    assertThat(kept(text, "a\u0000b\u0007\u009fc")).isEqualTo("abc");
    assertThat(kept(text, "x\ud800y\udc00z😀")).isEqualTo("xyz😀");
    assertThat(kept(text, "\u0000\u0001")).isEmpty();
    assertThat(kept(text, "\ufeff\u00a0\u3000x\u2028")).isEqualTo("x");
  }

  @Test
  void consent_is_needed_where_the_form_asks_for_it() {
    FormDesign design = Samples.agreed(design(PHONE), "我同意");

    assertThat(check(design, "phone", "13800138000").wrong()).containsOnlyKeys("_consent");
    AnswerCheck.Checked agreed = check(design, "phone", "13800138000", "_consent", "yes");
    assertThat(agreed.wrong()).isEmpty();
    assertThat(agreed.consent()).isTrue();
  }
}
