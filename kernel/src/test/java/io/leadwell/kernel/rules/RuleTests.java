package io.leadwell.kernel.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.leadwell.kernel.rules.Condition.All;
import io.leadwell.kernel.rules.Condition.Any;
import io.leadwell.kernel.rules.Condition.Asks;
import io.leadwell.kernel.rules.Condition.Did;
import io.leadwell.kernel.rules.Condition.Not;
import io.leadwell.kernel.rules.Refused.Reason;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleTests {

  private static final Instant NOW = Instant.parse("2026-05-04T02:00:00Z");
  private static final Vocabulary WORDS =
      new Vocabulary(
          Map.of(
              "title", Kind.TEXT,
              "stage", Kind.CHOICE,
              "revenue", Kind.NUMBER,
              "touched", Kind.MOMENT,
              "opted", Kind.FLAG,
              "score", Kind.FADING),
          Map.of("scene", Kind.CHOICE, "page", Kind.TEXT, "seconds", Kind.NUMBER),
          ZoneId.of("Asia/Shanghai"));

  private static Asks asks(String field, Operator operator, String... values) {
    return new Asks(field, operator, List.of(values));
  }

  private static boolean holds(Condition condition, Facts facts) {
    return Rule.of(condition, WORDS).holds(facts, NOW);
  }

  private static Facts ago(int days) {
    return new Facts().moment("touched", NOW.minus(Duration.ofDays(days)));
  }

  @Test
  void words_are_compared_without_regard_to_case_and_choices_as_they_stand() {
    Facts facts = new Facts().text("title", "VP of Sales").choice("stage", "mql");
    assertThat(holds(asks("title", Operator.IS, "vp OF sales", "CTO"), facts)).isTrue();
    assertThat(holds(asks("title", Operator.CONTAINS, "SALES"), facts)).isTrue();
    assertThat(holds(asks("title", Operator.STARTS_WITH, "vp"), facts)).isTrue();
    assertThat(holds(asks("title", Operator.STARTS_WITH, "sales"), facts)).isFalse();
    assertThat(holds(asks("stage", Operator.IS, "MQL"), facts)).isFalse();
    assertThat(holds(asks("stage", Operator.IS, "mql"), facts)).isTrue();
  }

  @Test
  void what_is_unknown_is_nothing_and_therefore_is_not_it() {
    Facts nothing = new Facts();
    assertThat(holds(asks("title", Operator.IS, "cto"), nothing)).isFalse();
    assertThat(holds(asks("title", Operator.IS_NOT, "cto"), nothing)).isTrue();
    assertThat(holds(asks("title", Operator.NOT_CONTAINS, "cto"), nothing)).isTrue();
    assertThat(holds(asks("title", Operator.UNKNOWN), nothing)).isTrue();
    assertThat(holds(asks("revenue", Operator.AT_MOST, "5"), nothing)).isFalse();
    assertThat(holds(asks("touched", Operator.LONGER_AGO, "5"), nothing)).isFalse();
    assertThat(holds(asks("opted", Operator.IS, "false"), nothing)).isTrue();
    assertThat(holds(asks("score", Operator.AT_MOST, "0"), nothing)).isTrue();
    assertThat(holds(new Not(asks("title", Operator.IS, "cto")), nothing)).isTrue();
  }

  @Test
  void of_several_words_one_suffices_and_a_negative_one_asks_all() {
    Facts facts = new Facts().choices("stage", List.of("a", "b"));
    assertThat(holds(asks("stage", Operator.IS, "b", "c"), facts)).isTrue();
    assertThat(holds(asks("stage", Operator.IS_NOT, "b", "c"), facts)).isFalse();
    assertThat(holds(asks("stage", Operator.IS_NOT, "c"), facts)).isTrue();
  }

  @Test
  void all_any_and_not_are_those_of_logic() {
    Facts facts = new Facts().choice("stage", "mql");
    Asks yes = asks("stage", Operator.IS, "mql");
    Asks no = asks("stage", Operator.IS, "won");
    assertThat(holds(new All(List.of()), facts)).isTrue();
    assertThat(holds(new Any(List.of()), facts)).isFalse();
    assertThat(holds(new All(List.of(yes, no)), facts)).isFalse();
    assertThat(holds(new Any(List.of(no, yes)), facts)).isTrue();
    assertThat(holds(new Not(new All(List.of(yes, no))), facts)).isTrue();
  }

  @Test
  void numbers_include_their_bounds() {
    Facts facts = new Facts().number("revenue", new BigDecimal("10.00"));
    assertThat(holds(asks("revenue", Operator.BETWEEN, "10", "10"), facts)).isTrue();
    assertThat(holds(asks("revenue", Operator.IS, "10.0"), facts)).isTrue();
    assertThat(holds(asks("revenue", Operator.AT_LEAST, "10.01"), facts)).isFalse();
  }

  @Test
  void days_are_those_of_the_zone_and_the_last_one_is_whole() {
    Facts late = new Facts().moment("touched", Instant.parse("2026-05-03T15:59:59Z"));
    Facts next = new Facts().moment("touched", Instant.parse("2026-05-03T16:00:00Z"));
    Asks third = asks("touched", Operator.BETWEEN, "2026-05-01", "2026-05-03");
    assertThat(holds(third, late)).isTrue();
    assertThat(holds(third, next)).isFalse();
    assertThat(holds(asks("touched", Operator.BEFORE, "2026-05-04"), late)).isTrue();
    assertThat(holds(asks("touched", Operator.AFTER, "2026-05-04"), next)).isTrue();
  }

  @Test
  void the_last_days_end_now_and_what_is_longer_ago_begins_where_they_do() {
    assertThat(holds(asks("touched", Operator.WITHIN_LAST, "7"), ago(0))).isTrue();
    assertThat(holds(asks("touched", Operator.WITHIN_LAST, "7"), ago(6))).isTrue();
    assertThat(holds(asks("touched", Operator.WITHIN_LAST, "7"), ago(7))).isFalse();
    assertThat(holds(asks("touched", Operator.LONGER_AGO, "7"), ago(7))).isTrue();
    assertThat(holds(asks("touched", Operator.WITHIN_NEXT, "7"), ago(-7))).isTrue();
    assertThat(holds(asks("touched", Operator.WITHIN_NEXT, "7"), ago(0))).isFalse();
  }

  @Test
  void two_cases_in_thirty_days_and_nothing_for_fourteen() {
    Condition rule =
        new All(
            List.of(
                new Did(List.of(asks("page", Operator.CONTAINS, "/cases")), 2, null, 30),
                new Did(List.of(asks("scene", Operator.IS, "call")), 0, 0, 14)));
    Facts twice = new Facts().deed(days(20), page("/cases/a")).deed(days(29), page("/CASES/b"));
    assertThat(holds(rule, twice)).isTrue();
    assertThat(holds(rule, new Facts().deed(days(20), page("/cases/a")))).isFalse();
    assertThat(holds(rule, twice.deed(days(13), new Facts().choice("scene", "call")))).isFalse();
  }

  @Test
  void a_rule_says_when_time_alone_may_change_it() {
    assertThat(flips(asks("touched", Operator.WITHIN_LAST, "7"), ago(3))).isEqualTo(days(-4));
    assertThat(flips(asks("touched", Operator.WITHIN_LAST, "7"), ago(8))).isNull();
    assertThat(flips(asks("touched", Operator.LONGER_AGO, "7"), ago(3))).isEqualTo(days(-4));
    assertThat(flips(asks("touched", Operator.WITHIN_NEXT, "7"), ago(-9))).isEqualTo(days(-2));
    assertThat(flips(asks("title", Operator.IS, "a"), new Facts().text("title", "a"))).isNull();
    assertThat(
            flips(
                new Did(List.of(), 2, null, 30),
                new Facts().deed(days(20), new Facts()).deed(days(29), new Facts())))
        .isEqualTo(days(-1));
  }

  @Test
  void reasons_tell_each_part_with_its_own_answer_and_its_count() {
    Condition rule =
        new Any(
            List.of(
                asks("stage", Operator.IS, "won"),
                new Did(List.of(asks("page", Operator.CONTAINS, "price")), 2, null, null)));
    Reasons reasons =
        Reasons.of(Rule.of(rule, WORDS), new Facts().deed(days(1), page("/price")), NOW);
    assertThat(reasons.holds()).isFalse();
    assertThat(reasons.parts()).extracting(Reasons::holds).containsExactly(false, false);
    assertThat(reasons.parts()).extracting(Reasons::count).containsExactly(-1, 1);
  }

  @Test
  void what_cannot_be_understood_is_refused_with_its_field() {
    refused(asks("colour", Operator.IS, "red"), Reason.UNKNOWN_FIELD, "colour");
    refused(asks("revenue", Operator.CONTAINS, "1"), Reason.OPERATOR, "revenue");
    refused(asks("stage", Operator.IS), Reason.VALUES, "stage");
    refused(asks("revenue", Operator.BETWEEN, "1"), Reason.VALUES, "revenue");
    refused(asks("revenue", Operator.AT_LEAST, "many"), Reason.VALUE, "revenue");
    refused(asks("revenue", Operator.AT_LEAST, "1e999999"), Reason.VALUE, "revenue");
    refused(asks("touched", Operator.WITHIN_LAST, "0"), Reason.VALUE, "touched");
    refused(asks("touched", Operator.AFTER, "2026-02-30"), Reason.VALUE, "touched");
    refused(asks("opted", Operator.IS, "maybe"), Reason.VALUE, "opted");
    refused(asks("title", Operator.CONTAINS, " "), Reason.VALUE, "title");
    refused(
        new Did(List.of(asks("title", Operator.KNOWN)), 1, null, null),
        Reason.UNKNOWN_FIELD,
        "title");
    refused(new Did(List.of(), 3, 2, null), Reason.VALUE, "did");
    Condition deep = asks("stage", Operator.KNOWN);
    for (int i = 0; i < 7; i++) {
      deep = new Not(deep);
    }
    refused(deep, Reason.TOO_LARGE, "");
    refused(new All(Collections.nCopies(101, asks("stage", Operator.KNOWN))), Reason.TOO_LARGE, "");
  }

  @Test
  void every_operator_of_every_kind_is_understood() {
    Map<Kind, String[]> values =
        Map.of(
            Kind.TEXT, new String[] {"a", "b"},
            Kind.CHOICE, new String[] {"a", "b"},
            Kind.NUMBER, new String[] {"1", "2"},
            Kind.FADING, new String[] {"1", "2"},
            Kind.MOMENT, new String[] {"2026-05-01", "2026-05-02"},
            Kind.FLAG, new String[] {"true", "false"});
    WORDS
        .fields()
        .forEach((field, kind) ->
            kind.operators()
                .forEach(operator -> {
                  boolean days =
                      kind == Kind.MOMENT && operator.word().matches("within.*|longer.*");
                  String[] given =
                      days ? new String[] {"7"} : values.getOrDefault(kind, new String[0]);
                  int most =
                      kind == Kind.FLAG || kind == Kind.NUMBER && operator == Operator.IS
                          ? 1
                          : operator.most;
                  String[] some = Arrays.copyOf(given, Math.min(given.length, most));
                  assertThat(Rule.of(asks(field, operator, some), WORDS)).isNotNull();
                }));
  }

  private static void refused(Condition condition, Reason reason, String field) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> Rule.of(condition, WORDS))
        .satisfies(refused -> {
          assertThat(refused.reason()).isEqualTo(reason);
          assertThat(refused.field()).isEqualTo(field);
        });
  }

  private static @Nullable Instant flips(Condition condition, Facts facts) {
    return Rule.of(condition, WORDS).flips(facts, NOW);
  }

  private static Instant days(int ago) {
    return NOW.minus(Duration.ofDays(ago));
  }

  private static Facts page(String path) {
    return new Facts().text("page", path);
  }
}
