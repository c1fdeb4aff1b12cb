package io.leadwell.kernel.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.leadwell.kernel.rules.Condition;
import io.leadwell.kernel.rules.Condition.Asks;
import io.leadwell.kernel.rules.Condition.Did;
import io.leadwell.kernel.rules.Facts;
import io.leadwell.kernel.rules.Kind;
import io.leadwell.kernel.rules.Operator;
import io.leadwell.kernel.rules.Rule;
import io.leadwell.kernel.rules.Vocabulary;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GradingTests {

  private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");
  private static final Duration FORTNIGHT = Duration.ofDays(14);
  private static final Matrix MATRIX = new Matrix(List.of(70, 50, 30), List.of(60, 30, 10));
  private static final Vocabulary WORDS =
      new Vocabulary(
          Map.of("title", Kind.TEXT, "came", Kind.MOMENT),
          Map.of("did", Kind.TEXT),
          ZoneOffset.UTC);

  private static Rule titled(String title) {
    return rule(new Asks("title", Operator.CONTAINS, List.of(title)));
  }

  private static Rule rule(Condition condition) {
    return Rule.of(condition, WORDS);
  }

  private static EngagementRule each(String what, int points, int most) {
    List<Asks> where = List.of(new Asks("did", Operator.IS, List.of(what)));
    return new EngagementRule(what, (Rule.Deeds) rule(new Did(where, 1, null, null)), points, most);
  }

  private static GradeModel model(List<FitRule> fit, EngagementRule... engagement) {
    return new GradeModel(fit, List.of(engagement), FORTNIGHT, MATRIX);
  }

  private static Facts did(Facts facts, String what, Instant at) {
    return facts.deed(at, new Facts().text("did", what));
  }

  private static Instant ago(int days) {
    return NOW.minus(Duration.ofDays(days));
  }

  @Test
  void ten_points_are_five_after_one_half_life_and_two_and_a_half_after_two() {
    GradeModel model = model(List.of(), each("read", 10, 5));
    Facts facts = did(new Facts(), "read", NOW);

    Graded graded = Grading.of(model, facts, NOW);

    assertThat(graded.engagement().at(NOW)).isCloseTo(10, within(1e-9));
    assertThat(graded.engagement().at(NOW.plus(FORTNIGHT))).isCloseTo(5, within(1e-9));
    assertThat(graded.engagement().at(NOW.plus(Duration.ofDays(28)))).isCloseTo(2.5, within(1e-9));
    assertThat(graded.deedsCounted().getFirst().worth(NOW.plus(FORTNIGHT), FORTNIGHT))
        .isCloseTo(5, within(1e-9));
  }

  @Test
  void only_so_many_of_the_latest_deeds_count() {
    GradeModel model = model(List.of(), each("read", 8, 2));
    Facts facts = new Facts();
    did(facts, "read", ago(28));
    did(facts, "read", ago(0));
    did(facts, "read", ago(14));
    did(facts, "left", ago(0));

    Graded graded = Grading.of(model, facts, NOW);

    // 8 of today and 8 of a fortnight ago, which are 4 by now
    assertThat(graded.engagement().at(NOW)).isCloseTo(12, within(1e-9));
    assertThat(graded.deedsCounted()).hasSize(2);
    assertThat(graded.deedsCounted().getFirst().deed().at()).isEqualTo(ago(0));
  }

  @Test
  void a_deed_may_speak_against_somebody() {
    GradeModel model = model(List.of(), each("read", 40, 5), each("left", -30, 1));
    Facts facts = did(did(new Facts(), "read", NOW), "left", NOW);

    Graded graded = Grading.of(model, facts, NOW);

    assertThat(graded.engagement().at(NOW)).isCloseTo(10, within(1e-9));
    assertThat(graded.grade().word()).isEqualTo("D3");
  }

  @Test
  void fit_is_the_sum_of_what_holds_within_its_bounds() {
    List<FitRule> rules =
        List.of(
            new FitRule("head", titled("总监"), 60),
            new FitRule("it", titled("信息"), 60),
            new FitRule("student", titled("学生"), -80));
    GradeModel model = model(rules);

    assertThat(Grading.of(model, new Facts().text("title", "信息总监"), NOW).fit()).isEqualTo(100);
    assertThat(Grading.of(model, new Facts().text("title", "总监"), NOW).fit()).isEqualTo(60);
    assertThat(Grading.of(model, new Facts().text("title", "学生"), NOW).fit()).isZero();
    Graded both = Grading.of(model, new Facts().text("title", "信息总监，学生"), NOW);
    assertThat(both.fit()).isEqualTo(40);
    assertThat(both.fitGiven()).hasSize(3);
  }

  @Test
  void a_threshold_is_the_first_of_its_grade() {
    for (int fit : new int[] {70, 69, 50, 49, 30, 29}) {
      GradeModel model =
          new GradeModel(
              List.of(new FitRule("all", rule(Condition.everybody()), fit)),
              List.of(),
              FORTNIGHT,
              MATRIX);
      String letter = fit >= 70 ? "A" : fit >= 50 ? "B" : fit >= 30 ? "C" : "D";
      assertThat(Grading.of(model, new Facts(), NOW).grade().word()).isEqualTo(letter + "4");
    }
    for (int points : new int[] {60, 59, 30, 29, 10, 9}) {
      Facts facts = did(new Facts(), "read", NOW);
      String figure = points >= 60 ? "1" : points >= 30 ? "2" : points >= 10 ? "3" : "4";
      assertThat(Grading.of(model(List.of(), each("read", points, 1)), facts, NOW).grade().word())
          .isEqualTo("D" + figure);
    }
  }

  @Test
  void what_lies_ahead_counts_when_its_time_has_come() {
    GradeModel model = model(List.of(), each("read", 60, 1));
    Instant tomorrow = NOW.plus(Duration.ofDays(1));
    Facts facts = did(new Facts(), "read", tomorrow);

    Graded today = Grading.of(model, facts, NOW);

    assertThat(today.grade().word()).isEqualTo("D4");
    assertThat(today.next()).isEqualTo(tomorrow);
    assertThat(Grading.of(model, facts, tomorrow).grade().word()).isEqualTo("D1");
  }

  @Test
  void thresholds_that_do_not_fall_are_refused() {
    List<Integer> good = List.of(60, 30, 10);
    for (List<Integer> bad : List.of(List.of(60, 60, 10), List.of(60, 30, 0), List.of(60, 30))) {
      assertThatThrownBy(() -> new Matrix(good, bad)).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> new Matrix(bad, good)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void between_the_times_it_names_a_grade_never_changes_by_itself() {
    Random random = new Random(4);
    Rule fresh = rule(new Asks("came", Operator.WITHIN_LAST, List.of("20")));
    Rule busy = rule(new Did(List.of(new Asks("did", Operator.IS, List.of("read"))), 2, null, 30));
    GradeModel model =
        model(
            List.of(new FitRule("fresh", fresh, 40), new FitRule("busy", busy, 35)),
            each("read", 25, 3),
            each("left", -15, 2));
    int flips = 0;
    for (int lead = 0; lead < 200; lead++) {
      Facts facts = new Facts().moment("came", ago(random.nextInt(25)));
      for (int deed = random.nextInt(6); deed > 0; deed--) {
        Duration offset = Duration.ofMinutes(random.nextInt(80_000) - 60_000);
        did(facts, random.nextInt(4) == 0 ? "left" : "read", NOW.plus(offset));
      }
      Instant at = NOW;
      Graded stored = Grading.of(model, facts, at);
      for (int step = 0; step < 400; step++) {
        at = at.plus(Duration.ofHours(3)).plusSeconds(random.nextInt(3_000));
        if (stored.next() != null && !stored.next().isAfter(at)) {
          // Looked at again on time, as often as there is a time in between.
          while (stored.next() != null && !stored.next().isAfter(at)) {
            stored = Grading.of(model, facts, stored.next());
          }
          flips++;
        }
        assertThat(stored.grade()).isEqualTo(Grading.of(model, facts, at).grade());
      }
      assertThat(stored.next()).isNull();
    }
    assertThat(flips).isGreaterThan(400);
  }
}
