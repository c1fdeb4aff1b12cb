package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.IDENTIFIER;
import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.PERSON;
import static io.leadwell.tables.leads.Tables.TOUCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.Provenance.Source;
import io.leadwell.testing.OnPostgres;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Four sources of one person, taken apart and put together again. */
@OnPostgres
class ProvenanceTests extends ArrivingWorld {

  private static final Caller SOMEBODY = Caller.system();
  private static final String PHONE = "+8613800138000";

  @Autowired private Provenance sources;
  @Autowired private Merges merges;
  @Autowired private LikenessWork work;

  private UUID four() {
    Identity wecom = new Identity(Identity.Kind.WECOM, "ww1", "wm-1");
    UUID lead = required(arrivals.bring(form("s1", MAY, facts("王伟", PHONE), List.of())).leadId());
    arrivals.bring(form("s2", MAY.plusSeconds(60), facts("王伟", PHONE), List.of(wecom)));
    arrivals.bring(form("s3", MAY.plusSeconds(120), facts("王伟", PHONE), List.of()));
    arrivals.bring(form("s4", MAY.plusSeconds(180), facts("王伟", PHONE), List.of()));
    settle();
    return lead;
  }

  private void settle() {
    while (work.step() > 0) {
      // as long as somebody waits
    }
  }

  private int people() {
    return dsl.fetchCount(PERSON, PERSON.REDIRECT_TO.isNull());
  }

  @Test
  void each_source_says_who_it_told_of_and_why_it_is_theirs() {
    List<Source> told = sources.of(four(), SOMEBODY);
    assertThat(told).extracting(Source::decision).containsExactly("new", "match", "match", "match");
    assertThat(told.getFirst().told()).containsEntry("name", "王伟").containsKey("phone");
    assertThat(told).allMatch(Source::separable);
  }

  @Test
  void one_person_is_four_again_and_then_one() {
    UUID lead = four();
    assertThat(people()).isEqualTo(1);
    for (Source source : sources.of(lead, SOMEBODY).subList(1, 4)) {
      UUID own = sources.separate(lead, source.id(), SOMEBODY);
      assertThat(leads.get(own, SOMEBODY).name()).isEqualTo("王伟");
      assertThat(leads.get(own, SOMEBODY).stage()).isEqualTo("lead");
    }
    settle();
    assertThat(people()).as("no rule makes them one again").isEqualTo(4);
    assertThat(dsl.fetchCount(LEAD)).isEqualTo(4);
    assertThat(dsl.fetchCount(TOUCH, TOUCH.LEAD_ID.eq(lead))).isEqualTo(1);
    assertThat(dsl.fetchCount(IDENTIFIER, IDENTIFIER.TRUST.eq("A"))).isEqualTo(1);

    for (LeadRow other :
        leads
            .page(LeadFilter.everything(), LeadFilter.Order.NEWEST_FIRST, null, 10, SOMEBODY)
            .items()) {
      if (!other.id().equals(lead)) {
        merges.merge(lead, other.id(), SOMEBODY);
      }
    }
    assertThat(people()).isEqualTo(1);
    assertThat(dsl.fetchCount(LEAD)).isEqualTo(1);
    assertThat(dsl.fetchCount(TOUCH, TOUCH.LEAD_ID.eq(lead))).isEqualTo(4);
    assertThat(sources.of(lead, SOMEBODY)).hasSize(4);
  }

  @Test
  void records_of_one_verified_identity_go_together() {
    Identity wecom = new Identity(Identity.Kind.WECOM, "ww1", "wm-1");
    UUID lead = required(arrivals.bring(form("s1", MAY, facts("王伟", PHONE), List.of())).leadId());
    arrivals.bring(form("s2", MAY.plusSeconds(60), facts("王伟", PHONE), List.of(wecom)));
    arrivals.bring(form("s3", MAY.plusSeconds(120), facts("王伟", null), List.of(wecom)));
    settle();
    assertThat(people()).isEqualTo(1);

    UUID own = sources.separate(lead, sources.of(lead, SOMEBODY).getLast().id(), SOMEBODY);

    assertThat(people()).isEqualTo(2);
    assertThat(sources.of(own, SOMEBODY)).hasSize(2);
    assertThat(sources.of(lead, SOMEBODY))
        .as("what is left is not taken apart")
        .singleElement()
        .matches(source -> !source.separable());
  }

  @Test
  void the_last_source_and_what_was_written_by_hand_stay() {
    UUID lead = four();
    leads.edit(lead, new LeadEdit(Map.of(Fact.TITLE, "总监")), SOMEBODY);
    List<Source> told = sources.of(lead, SOMEBODY);
    assertThat(told.getLast().separable()).isFalse();
    refused(lead, told.getLast().id());
    for (Source source : told.subList(1, 4)) {
      sources.separate(lead, source.id(), SOMEBODY);
    }
    refused(lead, told.getFirst().id());
    refused(lead, UUID.randomUUID());
  }

  private void refused(UUID lead, UUID record) {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> sources.separate(lead, record, SOMEBODY))
        .satisfies(
            problem -> assertThat(problem.code()).isEqualTo(LeadsProblem.SOURCE_NOT_SEPARABLE));
  }
}
