package io.leadwell.pool.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.base.platform.Problem;
import io.leadwell.kernel.rules.Facts;
import io.leadwell.pool.leads.Arrivals.Arrived;
import io.leadwell.pool.rules.Rules;
import io.leadwell.pool.scoring.Simulation.Shift;
import io.leadwell.testing.OnPostgres;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnPostgres
class ScoreModelsTests extends ScoringWorld {

  @Autowired private Simulations simulations;
  @Autowired private SimulationWork work;
  @Autowired private SimulationStore simulationStore;
  @Autowired private Rules rules;

  private Simulation simulate(String line) {
    work.run(simulations.begin(line, HEAD));
    return simulations.latest(line, HEAD).orElseThrow();
  }

  @Test
  void a_simulation_counts_who_would_go_where_and_changes_nothing() {
    publish("", simple(40));
    Arrived director = arrive("王伟", "总监", Instant.now());
    Arrived clerk = arrive("李娜", "文员", Instant.now());
    settle();
    models.keep("", 0, simple(90), HEAD);

    Simulation seen = simulate("");

    Simulation.Outcome outcome = java.util.Objects.requireNonNull(seen.outcome());
    assertThat(seen.state()).isEqualTo("done");
    assertThat(seen.total()).isEqualTo(2);
    assertThat(outcome.gradeChanged()).isEqualTo(2);
    assertThat(outcome.routeChanged()).isEqualTo(1);
    assertThat(outcome.grades())
        .extracting(Shift::from, Shift::to, Shift::leads)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("A2", "A1", 1),
            org.assertj.core.groups.Tuple.tuple("D2", "D1", 1));
    assertThat(outcome.grades().getFirst().examples().getFirst().id()).isEqualTo(lead(director));
    assertThat(score(director).getGrade()).isEqualTo("A2");
    assertThat(score(clerk).getGrade()).isEqualTo("D2");
  }

  @Test
  void what_was_simulated_is_what_publishing_does() {
    publish("", simple(40));
    Arrived director = arrive("王伟", "总监", Instant.now());
    settle();
    ScoreModels.Draft draft = models.keep("", 0, simple(90), HEAD);

    assertThat(models.publish("", draft.revision(), "表单更重要", HEAD)).isEqualTo(2);
    settle();

    assertThat(score(director).getGrade()).isEqualTo("A1");
    assertThat(score(director).getModelVersion()).isEqualTo(2);
    assertThat(models.line("").draft()).isNull();

    models.activate("", 1, HEAD);
    settle();
    assertThat(score(director).getGrade()).isEqualTo("A2");
    models.activate("", 0, HEAD);
    settle();
    assertThat(score(director).getModelVersion()).isZero();
  }

  @Test
  void a_line_is_simulated_alone() {
    publish("", simple(40));
    publish("云平台", simple(40));
    arrive("王伟", "总监", "云平台", Instant.now());
    arrive("李娜", "总监", Instant.now());
    arrive("赵敏", "总监", Instant.now());
    settle();
    models.keep("云平台", 0, simple(90), HEAD);
    models.keep("", 0, simple(90), HEAD);

    assertThat(simulate("云平台").total()).isEqualTo(1);
    assertThat(simulate("").total()).isEqualTo(2);
  }

  @Test
  void one_simulation_runs_at_a_time_and_stops_when_it_is_told() {
    arrive("王伟", "总监", Instant.now());
    models.keep("", 0, simple(90), HEAD);
    UUID running = simulations.begin("", HEAD);

    assertThatThrownBy(() -> simulations.begin("", HEAD))
        .hasMessageContaining("SCORING_SIMULATION_RUNS");
    simulations.cancel(running);
    work.run(running);

    Simulation seen = simulations.latest("", HEAD).orElseThrow();
    assertThat(seen.state()).isEqualTo("cancelled");
    assertThat(seen.outcome()).isNull();
    assertThat(simulate("").state()).isEqualTo("done");
  }

  @Test
  void of_two_who_change_a_draft_the_second_is_told() {
    ScoreModels.Draft draft = models.keep("", 0, simple(40), HEAD);
    models.keep("", draft.revision(), simple(50), HEAD);

    assertThatThrownBy(() -> models.keep("", draft.revision(), simple(60), HEAD))
        .hasMessageContaining("SCORING_DRAFT_CHANGED");
    assertThatThrownBy(() -> models.keep("", 0, simple(60), HEAD))
        .hasMessageContaining("SCORING_DRAFT_CHANGED");
    assertThatThrownBy(() -> models.publish("", draft.revision(), null, HEAD))
        .hasMessageContaining("SCORING_DRAFT_CHANGED");
  }

  @Test
  void what_was_published_never_changes() {
    publish("", simple(40));

    assertThatThrownBy(() ->
            dsl.update(io.leadwell.tables.scoring.Tables.MODEL)
                .set(io.leadwell.tables.scoring.Tables.MODEL.NOTE, "x")
                .execute())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("does not change");
  }

  @Test
  void a_model_that_cannot_be_understood_is_refused_by_its_field() {
    ModelDefinition good = simple(40);
    String written = reading.write(good);
    for (List<String> bad :
        List.of(
            List.of("\"halfLifeDays\":14", "\"halfLifeDays\":3", "halfLifeDays"),
            List.of("[70,50,30]", "[70,70,30]", "fitFrom"),
            List.of("[60,30,10]", "[60,30]", "engagementFrom"),
            List.of("\"premium\"", "\"moon\"", "routes.A1"),
            List.of("\"points\":70", "\"points\":0", "fit.0"),
            List.of("person.title", "person.shoe", "fit.0"),
            List.of("person.title", "score.grade", "fit.0"),
            List.of("\"is\":\"contains\"", "\"is\":\"at_least\"", "fit.0"),
            List.of("\"key\":\"read\"", "\"key\":\"form\"", "engagement.1"),
            List.of("\"most\":3", "\"most\":0", "engagement.1"))) {
      assertThat(written).contains(bad.get(0));
      ModelDefinition definition = reading.read(written.replace(bad.get(0), bad.get(1)));
      assertThatThrownBy(() -> models.keep("", 0, definition, HEAD))
          .as(bad.toString())
          .isInstanceOfSatisfying(
              Problem.class,
              problem ->
                  assertThat(problem.fields())
                      .extracting(Problem.Field::field)
                      .containsExactly(bad.get(2)));
    }
    assertThatThrownBy(() -> models.keep("", 0, null, HEAD)).isInstanceOf(Problem.class);
  }

  @Test
  void nobody_keeps_a_score_of_an_older_model_whoever_touches_while_it_is_published()
      throws InterruptedException {
    publish("", simple(20));
    List<Arrived> all = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      all.add(arrive("某人" + i, "总监", Instant.now()));
    }
    AtomicBoolean busy = new AtomicBoolean(true);
    ConcurrentLinkedQueue<Throwable> failed = new ConcurrentLinkedQueue<>();
    Thread looking =
        Thread.ofVirtual()
            .start(() -> {
              while (busy.get()) {
                revaluation.step();
              }
            });
    Thread publishing =
        Thread.ofVirtual()
            .start(() -> {
              for (int form = 21; form < 36; form++) {
                publish("", simple(form));
              }
            });
    publishing.setUncaughtExceptionHandler((_, e) -> failed.add(e));
    for (int i = 0; i < 40; i++) {
      did(all.get(i % all.size()), "content_read", Instant.now());
    }
    publishing.join();
    busy.set(false);
    looking.join();
    settle();

    assertThat(failed).isEmpty();
    assertThat(models.line("").active().version()).isEqualTo(16);
    ReadyModel model = reading.ready("", 16, simple(35));
    for (Arrived who : all) {
      Facts facts =
          rules.facts(List.of(lead(who)), Rules.EVER).getOrDefault(lead(who), new Facts());
      assertThat(score(who).getModelVersion()).isEqualTo(16);
      assertThat(score(who).getEngagementMass())
          .isEqualTo(model.grade(facts, Instant.now()).engagement().mass());
    }
  }

  @Test
  void a_simulation_whose_server_died_blocks_nobody() {
    models.keep("", 0, simple(90), HEAD);
    Instant yesterday = ago(1);
    simulationStore.begin("", 1, yesterday, "somebody");

    assertThat(simulations.latest("", HEAD).orElseThrow().state()).isEqualTo("failed");
    assertThat(simulate("").state()).isEqualTo("done");
  }
}
