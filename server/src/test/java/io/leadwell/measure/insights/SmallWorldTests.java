package io.leadwell.measure.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leadwell.testing.OnPostgres;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Leads by stage in worlds small enough to be counted by hand. */
@OnPostgres
class SmallWorldTests extends SmallWorld {

  @Test
  void a_period_ends_with_its_last_day_in_shanghai() {
    world.lead(null, FEBRUARY, FEBRUARY);
    world.lead(null, MARCH, MARCH);
    world.lead(null, MARCH_END, MARCH_END);
    world.lead(null, APRIL, APRIL);
    Funnel funnel = funnel(Dimension.MONTH, Basis.COHORT, Period.ever());
    assertThat(funnel.rows())
        .extracting(FunnelRow::key)
        .containsExactly("2026-02", "2026-03", "2026-04");
    assertThat(funnel(Dimension.NONE, Basis.COHORT, IN_MARCH).total().counts())
        .containsEntry("lead", 2L);
  }

  @Test
  void cohort_and_period_answer_different_questions() {
    UUID channel = channel("百度SEM", null);
    world.contract(
        world.lead(channel, MARCH, MARCH, MARCH, null, null, null, null, APRIL), APRIL, 900);
    world.contract(
        world.lead(channel, FEBRUARY, FEBRUARY, null, null, null, null, null, MARCH_END),
        MARCH_END,
        500);
    FunnelRow cohort = funnel(Dimension.CHANNEL, Basis.COHORT, IN_MARCH).rows().getFirst();
    assertThat(cohort.counts()).containsEntry("lead", 1L).containsEntry("won", 1L);
    assertThat(cohort.revenueFen()).isEqualTo(900);
    FunnelRow period = funnel(Dimension.CHANNEL, Basis.PERIOD, IN_MARCH).rows().getFirst();
    // won at the end of March, that lead passed every stage it skipped at that moment
    assertThat(period.counts())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "lead",
                1L,
                "mql",
                2L,
                "sal",
                1L,
                "sql",
                1L,
                "opportunity",
                1L,
                "poc",
                1L,
                "won",
                1L));
    assertThat(period.implied()).containsEntry("mql", 1L).containsEntry("won", 0L);
    assertThat(period.revenueFen()).isEqualTo(500);
  }

  @Test
  void blank_is_a_row_of_its_own_and_never_meets_a_value_spelled_alike() {
    world.lead(content(null));
    world.lead(content(" "));
    world.lead(content("none"));
    world.lead(content("=none"));
    Funnel funnel = funnel(Dimension.CONTENT, Basis.COHORT, Period.ever());
    assertThat(funnel.rows())
        .extracting(FunnelRow::key, FunnelRow::label, r -> r.counts().get("lead"))
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("none", "(未知)", 2L),
            org.assertj.core.groups.Tuple.tuple("=none", "none", 1L),
            org.assertj.core.groups.Tuple.tuple("==none", "=none", 1L));
    assertThat(funnel.rows().getLast().key()).isEqualTo("none");
    for (FunnelRow row : funnel.rows()) {
      assertThat(open(Dimension.CONTENT, row.key(), Figure.LEAD))
          .isEqualTo(row.counts().get("lead"));
    }
  }

  @Test
  void durations_leave_implied_entries_out_and_count_negative_ones() {
    world.lead(null, MARCH, MARCH, MARCH.plusSeconds(86_400));
    world.lead(null, MARCH, MARCH, MARCH.plusSeconds(3 * 86_400));
    world.lead(null, MARCH, MARCH, MARCH.minusSeconds(86_400));
    // its MQL is implied by the signature
    world.lead(null, MARCH, MARCH, null, null, null, null, null, MARCH.plusSeconds(10 * 86_400));
    Durations durations =
        reports.durations(question(Dimension.NONE, Basis.COHORT, Period.ever()), WHO, ZH);
    DurationRow.Step toMql = step(durations.total(), "firstContact", "mql");
    assertThat(toMql.n()).isEqualTo(3);
    assertThat(toMql.meanDays()).isCloseTo(1.0, within(1e-9));
    assertThat(toMql.medianDays()).isCloseTo(1.0, within(1e-9));
    assertThat(toMql.p90Days()).isCloseTo(2.6, within(1e-9));
    assertThat(toMql.negative()).isEqualTo(1);
    assertThat(step(durations.total(), "firstContact", "won").medianDays())
        .isCloseTo(10.0, within(1e-9));
    assertThat(step(durations.total(), "mql", "sal").n()).isZero();
    assertThat(step(durations.total(), "mql", "sal").meanDays()).isNull();
  }

  @Test
  void data_problems_are_counted_and_opened() {
    UUID channel = channel("百度SEM", null);
    world.lead(channel, APRIL, APRIL, null, null, null, null, null, MARCH);
    world.lead(channel, MARCH, MARCH, APRIL, MARCH);
    world.lead(null, Instant.parse("2999-01-01T00:00:00Z"));
    world.contract(world.lead(channel, MARCH, MARCH), APRIL, 5);
    world.contract(
        world.lead(channel, MARCH, MARCH, null, null, null, null, null, APRIL), APRIL, 5);
    Question ever = question(Dimension.NONE, Basis.COHORT, Period.ever());
    assertThat(reports.problems(ever, WHO, ZH))
        .extracting(ProblemCount::code, ProblemCount::count)
        .containsExactly(
            tuple("wonBeforeFirstContact", 1L),
            tuple("stagesOutOfOrder", 2L),
            tuple("futureDate", 1L),
            tuple("wonWithoutAmount", 1L),
            tuple("contractNotWon", 1L),
            tuple("noChannel", 1L),
            tuple("noOwnerAfterMql", 2L));
    for (ProblemCount problem : reports.problems(ever, WHO, Locale.ENGLISH)) {
      assertThat(problem.message()).startsWith(problem.count() + " leads");
      Behind behind =
          new Behind(ever, "*", Figure.LEAD, false, DataProblem.of(problem.code()).orElseThrow());
      assertThat(reports.leads(behind, WHO, null, 1).total()).isEqualTo(problem.count());
    }
  }
}
