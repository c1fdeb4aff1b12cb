package io.leadwell.pool.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.kernel.rules.Condition.Asks;
import io.leadwell.kernel.rules.Operator;
import io.leadwell.pool.leads.Arrivals.Arrived;
import io.leadwell.pool.leads.Stage;
import io.leadwell.pool.rules.Rules;
import io.leadwell.testing.OnPostgres;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnPostgres
class LearnedScoresTests extends ScoringWorld {

  @Autowired private LearnedScores learned;
  @Autowired private LearnedWork work;
  @Autowired private Rules rules;

  private Learned train() {
    work.run(learned.begin(HEAD));
    return learned.all().getFirst();
  }

  /** Directors who read win most of the time. */
  private void history(int leads) {
    Random random = new Random(11);
    for (int i = 0; i < leads; i++) {
      boolean director = random.nextInt(2) == 0;
      Arrived who = arrive("某人" + i, director ? "总监" : "工程师", ago(40 + random.nextInt(200)));
      boolean reads = random.nextInt(2) == 0;
      if (reads) {
        did(who, "content_read", ago(39 + random.nextInt(2)));
      }
      boolean won = random.nextInt(10) < (director ? 6 : 2);
      this.leads.move(lead(who), won ? Stage.WON : Stage.LOST, won ? null : "预算", HEAD);
    }
  }

  @Test
  void too_few_are_said_to_be_too_few_with_the_figures() {
    history(20);

    Learned nothing = train();

    Learned.Report report = Objects.requireNonNull(nothing.report());
    assertThat(nothing.state()).isEqualTo("not_enough");
    assertThat(report.closed()).isEqualTo(20);
    assertThat(report.leastClosed()).isEqualTo(200);
    assertThat(report.leastOfEach()).isEqualTo(50);
    assertThat(report.auc()).isNull();
    assertThatThrownBy(() -> learned.apply(nothing.version(), HEAD))
        .hasMessageContaining("SCORING_NOT_LEARNED");
  }

  @Test
  void of_nobody_nothing_is_learned() {
    assertThat(train().state()).isEqualTo("not_enough");
  }

  @Test
  void what_was_learned_is_shown_beside_the_rules_once_it_is_applied() {
    history(320);
    Arrived director = arrive("王伟", "总监", Instant.now());
    Arrived engineer = arrive("李娜", "工程师", Instant.now());

    Learned version = train();

    Learned.Report report = Objects.requireNonNull(version.report());
    assertThat(version.state()).isEqualTo("done");
    assertThat(report.closed()).isEqualTo(320);
    assertThat(report.open()).isEqualTo(2);
    assertThat(report.auc()).isBetween(0.6, 0.85);
    assertThat(report.calibration()).hasSize(10);
    assertThat(report.used()).extracting(Learned.Used::column).contains("title");
    assertThat(scores.of(lead(director), HEAD).chance()).isNull();

    learned.apply(version.version(), HEAD);
    settle();
    Learned.Chance high = Objects.requireNonNull(scores.of(lead(director), HEAD).chance());
    Learned.Chance low = Objects.requireNonNull(scores.of(lead(engineer), HEAD).chance());
    assertThat(high.chance()).isGreaterThan(low.chance());
    assertThat(high.reasons()).extracting(Learned.Reason::column).contains("title");
    Asks likely = new Asks("score.chance", Operator.AT_LEAST, List.of("45"));
    assertThat(rules.count(rules.understand(likely), HEAD.visible(), Instant.now()))
        .isBetween(1, 321);

    learned.unapply(HEAD);
    assertThat(scores.of(lead(director), HEAD).chance()).isNull();
    assertThat(rules.count(rules.understand(likely), HEAD.visible(), Instant.now())).isZero();
  }
}
