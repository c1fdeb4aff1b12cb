package io.leadwell.pool.segments;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.kernel.rules.Reasons;
import io.leadwell.pool.leads.Fact;
import io.leadwell.pool.leads.LeadChoice;
import io.leadwell.pool.leads.LeadEdit;
import io.leadwell.pool.leads.LeadRow;
import io.leadwell.testing.OnPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Segments by rule: who is gathered, when and why. */
@OnPostgres
class SegmentsTests extends SegmentWorld {

  @Test
  void a_rule_gathers_its_leads_and_whoever_changes_comes_and_goes() {
    LeadRow director = lead("王伟", "市场总监");
    LeadRow clerk = lead("李娜", "专员");
    Segment segment = segment("决策人", DIRECTORS);
    assertThat(in(segment)).containsExactly(director.id());
    assertThat(segment.leads()).isOne();
    assertThat(segment.gathering()).isFalse();

    leads.edit(clerk.id(), title("vp of marketing"), WHO);
    leads.edit(director.id(), title("顾问"), WHO);
    LeadRow later = lead("赵敏", "销售总监");
    settle();
    assertThat(in(segment)).containsExactlyInAnyOrder(clerk.id(), later.id());
  }

  private static LeadEdit title(String title) {
    return new LeadEdit(Map.of(Fact.TITLE, title));
  }

  @Test
  void relative_dates_flip_on_time_without_anybody_touching_the_lead() {
    LeadRow lead = lead("王伟", "工程师");
    Instant now = clock.instant();
    touch(lead, "visit", now.minus(Duration.ofDays(29)), "/cases/a");
    touch(lead, "visit", now.minus(Duration.ofDays(3)), "/cases/b");
    touch(lead, "call", now.minus(Duration.ofDays(13)));
    Segment segment = segment("读了案例未联系", TWO_CASES);
    assertThat(in(segment)).as("was called a fortnight ago, almost").isEmpty();

    clock.advance(Duration.ofHours(23));
    settle();
    assertThat(in(segment)).isEmpty();
    clock.advance(Duration.ofMinutes(50));
    settle();
    assertThat(in(segment)).as("a case is 29 days and 23:50 old, the call 13 and 23:50").isEmpty();
    // The first case leaves the thirty days in the moment in which the call leaves the fourteen.
    touch(lead, "visit", now, "/cases/c");
    clock.advance(Duration.ofMinutes(11));
    settle();
    assertThat(in(segment)).containsExactly(lead.id());

    clock.advance(Duration.ofDays(27));
    settle();
    assertThat(in(segment)).as("one case is left of the last thirty days").isEmpty();
  }

  @Test
  void a_marketer_can_read_why_somebody_is_in_or_out() {
    LeadRow lead = lead("王伟", "市场总监");
    touch(lead, "visit", clock.instant(), "/cases/a");
    Segment segment = segment("读了案例未联系", TWO_CASES);
    Reasons reasons = segmentMembers.reasons(segment.id(), lead.id(), WHO);
    assertThat(reasons.holds()).isFalse();
    assertThat(reasons.parts()).extracting(Reasons::holds).containsExactly(false, true);
    assertThat(reasons.parts()).extracting(Reasons::count).containsExactly(1, 0);
  }

  @Test
  void what_cannot_be_is_refused_with_a_reason() {
    Segment segment = segment("决策人", DIRECTORS);
    refused(SegmentsProblem.SEGMENT_NAME_TAKEN, () -> segments.add(" 决策人 ", null, null, WHO));
    refused(SegmentsProblem.SEGMENT_INVALID, () -> segments.add(" ", null, null, WHO));
    refused(
        SegmentsProblem.SEGMENT_DYNAMIC,
        () -> segmentMembers.put(segment.id(), LeadChoice.of(List.of(UUID.randomUUID())), WHO));
    String nested =
        "{\"field\":\"lead.segment\",\"is\":\"is\",\"values\":[\"" + segment.id() + "\"]}";
    refused(
        SegmentsProblem.SEGMENT_INVALID,
        () -> segments.add("人群的人群", null, json.readTree(nested), WHO));
    refused(
        SegmentsProblem.SEGMENT_INVALID,
        () -> segments.change(segment.id(), 1, "决策人", null, null, WHO));
    segments.change(segment.id(), 1, "决策人们", null, json.readTree(DIRECTORS), WHO);
    refused(
        SegmentsProblem.SEGMENT_CHANGED,
        () -> segments.change(segment.id(), 1, "决策人", null, json.readTree(DIRECTORS), WHO));
  }

  @Test
  void an_archived_one_is_gathered_anew_when_it_comes_back() {
    Segment segment = segment("决策人", DIRECTORS);
    segments.archive(segment.id(), WHO);
    refused(SegmentsProblem.SEGMENT_NOT_FOUND, () -> segments.get(segment.id(), WHO));
    LeadRow director = lead("王伟", "市场总监");
    settle();
    segments.restore(segment.id(), WHO);
    settle();
    assertThat(in(segment)).containsExactly(director.id());
  }

  @Test
  void whoever_comes_in_while_members_are_gathered_is_neither_lost_nor_there_twice()
      throws Exception {
    List<LeadRow> all = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(4)) {
      Future<?> coming =
          threads.submit(() -> {
            for (int i = 0; i < 40; i++) {
              all.add(lead("人" + i, i % 2 == 0 ? "总监" : "专员"));
            }
          });
      Segment segment = segments.add("决策人", null, json.readTree(DIRECTORS), WHO);
      Future<?> looking =
          threads.submit(() -> {
            for (int i = 0; i < 20; i++) {
              gathering.step();
              revaluation.step();
            }
          });
      coming.get();
      looking.get();
      settle();
      assertThat(in(segment)).hasSize(20);
    }
  }
}
