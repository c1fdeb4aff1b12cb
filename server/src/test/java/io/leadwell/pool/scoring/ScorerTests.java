package io.leadwell.pool.scoring;

import static io.leadwell.tables.scoring.Tables.GRADE_CHANGE;
import static io.leadwell.tables.scoring.Tables.SCORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leadwell.kernel.rules.Condition.Asks;
import io.leadwell.kernel.rules.Facts;
import io.leadwell.kernel.rules.Operator;
import io.leadwell.pool.leads.Arrivals.Arrived;
import io.leadwell.pool.leads.LeadFilter;
import io.leadwell.pool.leads.LeadQuery;
import io.leadwell.pool.leads.LeadRow;
import io.leadwell.pool.leads.Merges;
import io.leadwell.pool.rules.Rules;
import io.leadwell.tables.scoring.tables.records.GradeChangeRow;
import io.leadwell.tables.scoring.tables.records.ScoreRow;
import io.leadwell.testing.OnPostgres;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@OnPostgres
class ScorerTests extends ScoringWorld {

  @Autowired private Merges merges;
  @Autowired private Rules rules;
  @Autowired private Scorer scorer;
  @Autowired private LeadQuery query;
  @Autowired private TransactionTemplate transactions;

  private List<GradeChangeRow> changes(Arrived of) {
    return dsl.selectFrom(GRADE_CHANGE)
        .where(GRADE_CHANGE.LEAD_ID.eq(lead(of)))
        .orderBy(GRADE_CHANGE.ID)
        .fetch();
  }

  private List<UUID> shown(Map<String, String> asked) {
    LeadFilter filter = query.filter(asked);
    return leads.page(filter, LeadFilter.Order.NEWEST_FIRST, null, 50, HEAD).items().stream()
        .map(LeadRow::id)
        .toList();
  }

  @Test
  void whoever_comes_in_is_scored_by_the_model_that_ships() {
    Arrived director = arrive("王伟", "IT总监", Instant.now());
    settle();

    ScoreRow score = score(director);

    assertThat(score.getModelVersion()).isZero();
    // a decider in IT who left a phone: 20 + 8 + 5; a form is worth 25
    assertThat(score.getFit()).isEqualTo(33);
    assertThat(scores.of(lead(director), HEAD).engagement()).isCloseTo(25, within(0.01));
    assertThat(score.getGrade()).isEqualTo("C2");
    assertThat(score.getRoute()).isEqualTo("sdr");
  }

  @Test
  void the_model_that_ships_asks_for_what_there_is() {
    assertThat(models.line("").active().broken()).isEmpty();
    reading.checkRules(DefinitionCheck.whole(reading.shipped()));
  }

  @Test
  void a_touch_changes_grade_and_route_and_the_ledger_says_why() {
    publish("", simple(40));
    Arrived who = arrive("王伟", "总监", Instant.now());
    settle();
    assertThat(score(who).getGrade()).isEqualTo("A2");

    did(who, "content_read", Instant.now());
    did(who, "content_read", Instant.now());
    did(who, "content_read", Instant.now());
    settle();

    assertThat(score(who).getRoute()).isEqualTo("premium");
    assertThat(changes(who))
        .extracting(
            change -> change.getFromRoute() + ">" + change.getToRoute() + " " + change.getWhy())
        .containsExactly("null>sdr first", "sdr>premium deed");
    assertThat(scores.moved("premium", null, 10, HEAD).items())
        .extracting(Scores.Moved::leadId)
        .containsExactly(lead(who));
  }

  private static org.assertj.core.groups.Tuple tuple(Object... values) {
    return org.assertj.core.groups.Tuple.tuple(values);
  }

  @Test
  void nothing_is_written_where_nothing_changed() {
    publish("", simple(40));
    Arrived who = arrive("王伟", "总监", ago(3));
    settle();
    Instant at = score(who).getScoredAt();

    revaluation.everybody();
    settle();

    assertThat(score(who).getScoredAt()).isEqualTo(at);
    assertThat(changes(who)).hasSize(1);
  }

  @Test
  void an_explanation_names_every_point() {
    publish("", simple(40));
    Arrived who = arrive("王伟", "总监", ago(14));
    did(who, "content_read", ago(0));
    settle();

    LeadScore score = scores.of(lead(who), HEAD);

    assertThat(score.fitPoints())
        .extracting(LeadScore.FitPoints::zh, LeadScore.FitPoints::points)
        .containsExactly(tuple("总监", 70));
    assertThat(score.deedPoints())
        .extracting(LeadScore.DeedPoints::key, LeadScore.DeedPoints::points)
        .containsExactly(tuple("read", 10), tuple("form", 40));
    assertThat(score.deedPoints().get(1).worth()).isCloseTo(20, within(0.01));
    assertThat(score.engagement()).isCloseTo(30, within(0.02));
    assertThat(score.next()).isAfter(Instant.now());
    assertThat(score.grade()).isEqualTo(score(who).getGrade());
  }

  @Test
  void the_list_shows_and_asks_for_grade_and_route() {
    publish("", simple(40));
    Arrived director = arrive("王伟", "总监", Instant.now());
    Arrived clerk = arrive("李娜", "文员", ago(100));
    settle();

    assertThat(leads.get(lead(director), HEAD).grade()).isEqualTo("A2");
    assertThat(leads.get(lead(clerk), HEAD).route()).isEqualTo("incubation");
    assertThat(shown(Map.of("score.grade", "A1,A2"))).containsExactly(lead(director));
    assertThat(shown(Map.of("score.route", "incubation"))).containsExactly(lead(clerk));
    assertThat(rules.count(rules.understand(asks("at_least")), HEAD.visible(), Instant.now()))
        .isEqualTo(1);
  }

  private static Asks asks(String word) {
    return new Asks("score.engagement", Operator.of(word).orElseThrow(), List.of("30"));
  }

  @Test
  void a_field_that_nobody_knows_is_refused_as_a_filter() {
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> query.filter(Map.of("score.x", "1")))
        .hasMessageContaining("RULE_INVALID");
  }

  @Test
  void two_made_one_have_the_deeds_of_both_and_two_again_their_own() {
    publish("", simple(40));
    Arrived one = arrive("王伟", "总监", ago(1));
    Arrived other = arrive("王伟", "总监", ago(1));
    did(one, "content_read", ago(0));
    did(other, "content_read", ago(0));
    settle();
    double apart = score(one).getEngagementMass();

    UUID merge = merges.merge(lead(one), lead(other), HEAD);
    settle();
    List<ScoreRow> together = dsl.selectFrom(SCORE).fetch();
    assertThat(together).hasSize(1);
    // one form and one content more; of forms only one counts
    assertThat(together.getFirst().getEngagementMass()).isGreaterThan(apart * 1.1);

    merges.undo(merge, HEAD);
    settle();
    assertThat(score(one).getEngagementMass()).isCloseTo(apart, within(apart * 1e-9));
    assertThat(score(other).getEngagementMass()).isCloseTo(apart, within(apart * 0.01));
  }

  @Test
  void a_line_with_a_model_of_its_own_is_scored_by_it() {
    publish("", simple(40));
    publish("云平台", simple(90));
    Arrived cloud = arrive("王伟", "总监", "云平台", Instant.now());
    Arrived other = arrive("李娜", "总监", "", Instant.now());
    settle();

    assertThat(score(cloud).getGrade()).isEqualTo("A1");
    assertThat(score(cloud).getBusinessLine()).isEqualTo("云平台");
    assertThat(score(other).getGrade()).isEqualTo("A2");
  }

  @Test
  void looked_at_when_due_a_grade_is_at_every_time_what_it_would_be_anew() {
    publish("", simple(40));
    Random random = new Random(7);
    List<Arrived> all = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Arrived who = arrive("某人" + i, i % 2 == 0 ? "总监" : "文员", ago(random.nextInt(20)));
      for (int deed = random.nextInt(5); deed > 0; deed--) {
        did(who, "content_read", ago(random.nextInt(30)));
      }
      all.add(who);
    }
    settle();
    Map<UUID, Instant> due = new HashMap<>();
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    all.forEach(who -> look(List.of(lead(who)), due, Instant.now()));
    int looked = 0;
    ReadyModel model = reading.ready("", 1, simple(40));
    for (int step = 0; step < 120; step++) {
      now = now.plus(Duration.ofHours(11)).plusSeconds(random.nextInt(5_000));
      Instant by = now;
      List<UUID> wait =
          due.keySet().stream()
              .filter(id -> !due.getOrDefault(id, Instant.MAX).isAfter(by))
              .toList();
      looked += wait.size();
      look(wait, due, now);
      Map<UUID, Facts> facts =
          rules.facts(all.stream().map(ScoringWorld::lead).toList(), Rules.EVER);
      for (Arrived who : all) {
        String fresh = model.grade(facts.getOrDefault(lead(who), new Facts()), now).grade().word();
        assertThat(score(who).getGrade()).as(who + " at " + now).isEqualTo(fresh);
      }
    }
    assertThat(looked).isGreaterThan(8);
    assertThat(due).isEmpty();
  }

  private void look(List<UUID> leads, Map<UUID, Instant> due, Instant now) {
    if (leads.isEmpty()) {
      return;
    }
    leads.forEach(due::remove);
    transactions.executeWithoutResult(
        _ -> due.putAll(scorer.value(rules.facts(leads, Rules.EVER), now)));
  }
}
