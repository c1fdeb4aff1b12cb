package io.leadwell.pool.leads;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.pool.leads.StageProjection.Entered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StageProjectionTests {

  private static final Instant DAY_1 = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant DAY_2 = Instant.parse("2026-03-02T00:00:00Z");
  private static final Instant DAY_3 = Instant.parse("2026-03-03T00:00:00Z");

  @Test
  void a_lead_without_entries_is_a_lead_since_its_first_contact() {
    StageProjection projection = StageProjection.of(List.of(), DAY_1);

    assertThat(projection.stage()).isEqualTo(Stage.LEAD);
    assertThat(projection.since()).isEqualTo(DAY_1);
    assertThat(projection.first()).isEmpty();
  }

  @Test
  void without_a_break_the_furthest_stage_counts_whatever_the_order_of_dates() {
    StageProjection projection =
        StageProjection.of(
            List.of(new Entered(Stage.LEAD, DAY_3), new Entered(Stage.MQL, DAY_1)), DAY_1);

    assertThat(projection.stage()).isEqualTo(Stage.MQL);
    assertThat(projection.since()).isEqualTo(DAY_1);
  }

  @Test
  void won_before_the_first_contact_is_still_won() {
    assertThat(
            StageProjection.of(
                    List.of(new Entered(Stage.WON, DAY_1), new Entered(Stage.LEAD, DAY_2)), DAY_2)
                .stage())
        .isEqualTo(Stage.WON);
  }

  @Test
  void after_a_break_only_what_was_entered_since_counts() {
    List<Entered> entries =
        List.of(
            new Entered(Stage.SQL, DAY_1),
            new Entered(Stage.RECYCLED, DAY_2),
            new Entered(Stage.MQL, DAY_3));

    assertThat(StageProjection.of(entries.subList(0, 2), DAY_1).stage()).isEqualTo(Stage.RECYCLED);
    assertThat(StageProjection.of(entries, DAY_1).stage()).isEqualTo(Stage.MQL);
    assertThat(StageProjection.of(entries, DAY_1).first()).containsEntry(Stage.SQL, DAY_1);
  }

  @Test
  void the_order_in_which_entries_are_read_changes_nothing() {
    Random random = new Random(42);
    for (int round = 0; round < 2_000; round++) {
      List<Entered> entries = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(8); i++) {
        entries.add(
            new Entered(
                Stage.values()[random.nextInt(Stage.values().length)],
                DAY_1.plusSeconds(3_600L * random.nextInt(12))));
      }
      StageProjection one = StageProjection.of(entries, DAY_1);
      Collections.shuffle(entries, random);
      assertThat(StageProjection.of(entries, DAY_1)).isEqualTo(one);
    }
  }
}
