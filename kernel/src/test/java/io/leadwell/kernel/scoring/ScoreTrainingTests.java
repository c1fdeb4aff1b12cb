package io.leadwell.kernel.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leadwell.kernel.scoring.LeftOut.Clue;
import io.leadwell.kernel.scoring.LeftOut.Why;
import io.leadwell.kernel.scoring.ScoreResult.NotEnough;
import io.leadwell.kernel.scoring.ScoreResult.Reason;
import io.leadwell.kernel.scoring.ScoreResult.Unlearnable;
import io.leadwell.kernel.scoring.ScoredLeads.ScoredLead;
import io.leadwell.kernel.scoring.TrainedScore.OutOfTime;
import io.leadwell.kernel.scoring.TrainedScore.Tenth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScoreTrainingTests {

  private static final InventedLeads LEADS = InventedLeads.of(4_000, 11);
  private static final TrainingPlan PLAN = TrainingPlan.of("Converted");
  private static final TrainedScore SCORE = trained(LEADS.table(), PLAN);

  private static TrainedScore trained(LeadTable table, TrainingPlan plan) {
    ScoreResult result = ScoreTraining.train(table, plan);
    assertThat(result).isInstanceOf(TrainedScore.class);
    return (TrainedScore) result;
  }

  private static LeadTable table(List<String> header, List<List<String>> rows) {
    LeadTable table = new LeadTable(header);
    rows.forEach(table::add);
    return table;
  }

  @Test
  void the_score_comes_near_to_the_chance_that_made_the_leads() {
    assertThat(SCORE.auc()).isBetween(LEADS.ceiling() - 0.015, LEADS.ceiling() + 0.005);
    assertThat(SCORE.standardError()).isBetween(0.003, 0.012);
    assertThat(SCORE.aucOfFolds()).hasSize(5);
  }

  @Test
  void every_planted_leak_is_named_and_nothing_else() {
    Map<String, Clue> clues =
        SCORE.leftOut().stream().collect(Collectors.toMap(LeftOut::column, LeftOut::clue));
    assertThat(clues)
        .containsEntry("Lead Number", Clue.NEARLY_UNIQUE)
        .containsEntry("Language", Clue.ONE_VALUE)
        .containsEntry("Close date", Clue.FILLED_FOR_ONE)
        .containsEntry("Copy", Clue.TELLS_ALONE)
        .containsEntry("Contract amount", Clue.TELLS_ALONE)
        .containsEntry("Lost reason", Clue.FILLED_FOR_ONE)
        .containsEntry("Lead quality", Clue.NAMED_AFTER)
        .containsEntry("Nothing", Clue.NO_VALUE)
        .containsEntry("Second source", Clue.SAME_AS)
        .containsKey("Tags")
        .hasSize(10);
  }

  @Test
  void a_strong_honest_column_is_kept() {
    assertThat(SCORE.used())
        .filteredOn(column -> column.column().equals("Engagement"))
        .singleElement()
        .satisfies(column -> assertThat(column.auc()).isBetween(0.8, 0.93));
  }

  @Test
  void a_column_wanted_stays_and_one_unwanted_goes() {
    TrainingPlan plan =
        new TrainingPlan(
            "Converted", null, null, "Lead Number", Set.of("Engagement"), Set.of("Tags"), 1);
    TrainedScore score = trained(LEADS.table(), plan);
    assertThat(score.used()).extracting("column").contains("Tags").doesNotContain("Engagement");
    assertThat(score.auc()).isGreaterThan(0.9);
  }

  @Test
  void the_order_of_the_rows_changes_nothing() {
    List<List<String>> rows = new ArrayList<>(LEADS.rows);
    Collections.shuffle(rows, new Random(5));
    TrainedScore other = trained(table(InventedLeads.HEADER, rows), PLAN);
    assertThat(other.auc()).isEqualTo(SCORE.auc());
    assertThat(other.card()).isEqualTo(SCORE.card());
    assertThat(other.calibration()).isEqualTo(SCORE.calibration());
  }

  @Test
  void predicted_shares_come_true() {
    assertThat(SCORE.calibration()).hasSize(10);
    for (Tenth tenth : SCORE.calibration()) {
      assertThat(tenth.predicted()).isCloseTo(tenth.actual(), within(0.08));
    }
    assertThat(SCORE.expectedError()).isLessThan(0.03);
    assertThat(SCORE.brier()).isLessThan(0.2);
  }

  @Test
  void points_add_up_to_the_score_and_better_leads_have_more() {
    double[] points = new double[LEADS.won.length];
    for (int row = 0; row < points.length; row++) {
      ScoredLead lead = SCORE.leads().of(row, 3);
      points[row] = lead.points();
      assertThat(lead.probability()).isBetween(0.0, 1.0);
      assertThat(lead.reasons()).hasSizeLessThanOrEqualTo(3);
    }
    assertThat(Auc.of(points, LEADS.won)).isCloseTo(LEADS.ceiling(), within(0.02));
    assertThat(SCORE.card().lines()).isNotEmpty();
  }

  @Test
  void leads_without_outcome_are_scored_and_not_learned_from() {
    List<List<String>> rows = new ArrayList<>(LEADS.rows.subList(0, 1000));
    List<String> open = new ArrayList<>(LEADS.rows.get(1000));
    open.set(open.size() - 1, "");
    rows.add(open);
    TrainedScore score = trained(table(InventedLeads.HEADER, rows), PLAN);
    assertThat(score.rows()).isEqualTo(1000);
    assertThat(score.unlabelled()).isEqualTo(1);
    assertThat(score.leads().of(1000, 3).probability()).isBetween(0.0, 1.0);
    assertThat(score.aucOfFolds()).as("small files are dealt three times").hasSize(15);
  }

  @Test
  void the_later_fifth_is_told_from_the_earlier() {
    TrainingPlan plan = new TrainingPlan("Converted", null, "Created", null, Set.of(), Set.of(), 1);
    OutOfTime later = Objects.requireNonNull(trained(LEADS.table(), plan).outOfTime());
    assertThat(later.auc()).isCloseTo(LEADS.ceiling(), within(0.04));
    assertThat(later.learned() + later.told()).isEqualTo(4_000);
    assertThat(later.told()).isBetween(780, 1_000);
  }

  @Test
  void trees_are_taken_where_the_scorecard_cannot_see_it() {
    SplittableRandom random = new SplittableRandom(2);
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      double a = random.nextGaussian();
      double b = random.nextGaussian();
      boolean won = random.nextDouble() < (a * b > 0 ? 0.7 : 0.2);
      rows.add(List.of("" + a, "" + b, won ? "yes" : "no"));
    }
    TrainedScore score = trained(table(List.of("a", "b", "y"), rows), TrainingPlan.of("y"));
    assertThat(score.model()).isNotEqualTo(ModelKind.SCORECARD);
    assertThat(score.auc()).isGreaterThan(0.71); // 0.75 is the ceiling; the scorecard sees 0.5
    assertThat(score.leftOut()).isEmpty();
  }

  @Test
  void a_column_that_knows_the_outcome_behind_a_mask_is_found_by_the_gap() {
    SplittableRandom random = new SplittableRandom(4);
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      double honest = random.nextGaussian();
      boolean won = random.nextDouble() < Logistic.chance(honest);
      double mask = 3 * random.nextGaussian();
      double masked = (won ? 2.5 : -2.5) + mask; // alone 0.88, with the mask beside it all
      rows.add(List.of("" + honest, "" + masked, "" + mask, won ? "1" : "0"));
    }
    TrainedScore score =
        trained(table(List.of("honest", "masked", "mask", "y"), rows), TrainingPlan.of("y"));
    assertThat(score.leftOut())
        .singleElement()
        .satisfies(column -> {
          assertThat(column.column()).isEqualTo("masked");
          assertThat(column.clue()).isEqualTo(Clue.GAP);
          assertThat(column.figure()).isLessThan(0.8);
        });
    assertThat(score.used()).extracting("column").containsExactly("honest", "mask");
  }

  @Test
  void too_few_are_told_as_too_few() {
    assertThat(ScoreTraining.train(table(InventedLeads.HEADER, LEADS.rows.subList(0, 150)), PLAN))
        .isInstanceOf(NotEnough.class);
    LeadTable seldom = new InventedLeads(400, 3, -9).table();
    assertThat(ScoreTraining.train(seldom, PLAN))
        .isInstanceOfSatisfying(NotEnough.class, few -> assertThat(few.positives()).isLessThan(50));
  }

  @Test
  void a_label_that_cannot_be_read_is_told() {
    TrainingPlan source = TrainingPlan.of("Source");
    assertThat(ScoreTraining.train(LEADS.table(), source))
        .isInstanceOfSatisfying(
            Unlearnable.class,
            no -> {
              assertThat(no.reason()).isEqualTo(Reason.LABEL_MANY_VALUES);
              assertThat(no.values()).contains("Referral");
            });
    assertThat(ScoreTraining.train(LEADS.table(), TrainingPlan.of("Language")))
        .extracting("reason")
        .isEqualTo(Reason.LABEL_ONE_VALUE);
    assertThat(
            ScoreTraining.train(
                LEADS.table(),
                new TrainingPlan("Source", "nowhere", null, null, Set.of(), Set.of(), 1)))
        .extracting("reason")
        .isEqualTo(Reason.LABEL_WITHOUT_POSITIVE);
    assertThat(
            ScoreTraining.train(
                LEADS.table(),
                new TrainingPlan("Converted", null, "Coin", null, Set.of(), Set.of(), 1)))
        .extracting("reason")
        .isEqualTo(Reason.TIME_UNREADABLE);
  }

  @Test
  void whoever_asks_for_it_leaves_a_column_out() {
    TrainingPlan plan =
        new TrainingPlan("Converted", null, null, null, Set.of("Coin"), Set.of(), 1);
    assertThat(trained(table(InventedLeads.HEADER, LEADS.rows.subList(0, 600)), plan).leftOut())
        .filteredOn(column -> column.column().equals("Coin"))
        .singleElement()
        .satisfies(column -> assertThat(column.why()).isEqualTo(Why.ASKED));
  }
}
