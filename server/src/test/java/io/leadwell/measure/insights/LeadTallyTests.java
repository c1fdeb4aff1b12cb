package io.leadwell.measure.insights;

import static io.leadwell.tables.insights.Tables.LEAD_TALLY;
import static io.leadwell.tables.leads.Tables.LEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.workspace.Visible;
import io.leadwell.testing.OnPostgres;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The leads counted as they change, against the leads read one by one. */
@OnPostgres
class LeadTallyTests extends CountedLeads {

  @ParameterizedTest
  @ValueSource(longs = {7, 20261126})
  void whatever_happens_to_leads_the_tally_says_what_reading_them_says(long seed) {
    Random random = new Random(seed);
    World world = new World(dsl);
    for (int i = 0; i < 120; i++) {
      change(world, random);
      if (i % 10 == 0) {
        assertThatThrownBy(() ->
                transaction.executeWithoutResult(_ -> {
                  change(world, random);
                  throw new IllegalStateException("taken back");
                }))
            .hasMessage("taken back");
      }
      if (i % 17 == 0) {
        foldNow();
      }
      if (i % 6 == 0) {
        assertEqualToReading();
      }
    }
    recountNow();
    assertEqualToReading();
    dsl.deleteFrom(LEAD).execute();
    assertEqualToReading();
    foldNow();
    assertThat(dsl.fetchCount(LEAD_TALLY)).as("nothing is left of nobody").isZero();
  }

  @Test
  void many_changes_are_folded_by_themselves_and_few_are_left() {
    World world = new World(dsl);
    for (int i = 0; i < 5; i++) {
      world.lead(origins.getFirst(), START);
    }
    // as much as a large import appends
    dsl.execute(
        "insert into insights.lead_tally (cut, marks, leads) select 'origin', n % 2, 0"
            + " from generate_series(1, 30000) n");

    tally.fold();

    assertThat(dsl.fetchCount(LEAD_TALLY)).isLessThan(10);
    assertEqualToReading();
    world.lead(origins.getFirst(), START);
    int few = dsl.fetchCount(LEAD_TALLY);
    tally.fold();
    assertThat(dsl.fetchCount(LEAD_TALLY)).isEqualTo(few);
  }

  @Test
  void a_filter_a_scope_a_period_and_other_dimensions_are_left_to_reading() {
    Question known = question(Dimension.CHANNEL, Basis.PERIOD, ReportFilter.all());
    Visible everything = new Visible.Everything();
    assertThat(LeadTally.knows(known, everything)).isTrue();
    assertThat(LeadTally.knows(known, new Visible.OwnedBy(Set.of(Ids.next())))).isFalse();
    assertThat(LeadTally.knows(known.filtered(READ_ALL), everything)).isFalse();
    assertThat(
            LeadTally.knows(
                known.in(new Period(null, START.atZone(Period.ZONE).toLocalDate())), everything))
        .isFalse();
    assertThat(LeadTally.knows(known.by(Dimension.OWNER), everything)).isFalse();
  }
}
