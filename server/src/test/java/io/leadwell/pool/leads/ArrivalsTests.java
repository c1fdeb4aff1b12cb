package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.STAGE_ENTRY;
import static io.leadwell.tables.leads.Tables.TOUCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.Arrivals.Arrived;
import io.leadwell.testing.OnPostgres;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnPostgres
class ArrivalsTests extends ArrivingWorld {

  @Autowired private Touches touches;
  @Autowired private Channels channels;

  @Test
  void the_same_arrival_again_changes_nothing() {
    Arrival form = form("s1", MAY, facts("王伟", "+8613800138000"), List.of());

    Arrived first = arrivals.bring(form);
    Arrived again = arrivals.bring(form);

    assertThat(first.newLead()).isTrue();
    assertThat(again.repeated()).isTrue();
    assertThat(again.leadId()).isEqualTo(first.leadId());
    assertThat(dsl.fetchCount(LEAD)).isEqualTo(1);
    assertThat(dsl.fetchCount(TOUCH)).isEqualTo(1);
    assertThat(dsl.fetchCount(STAGE_ENTRY)).isEqualTo(1);
  }

  @Test
  void a_second_form_joins_the_open_lead_and_does_not_begin_it_again() {
    Arrived first = arrivals.bring(form("s1", MAY, facts("王伟", "+8613800138000"), List.of()));
    leads.move(required(first.leadId()), Stage.MQL, null, Caller.system());

    Arrived second = arrivals.bring(form("s2", JUNE, facts("王伟", "+8613800138000"), List.of()));

    assertThat(second.newLead()).isFalse();
    assertThat(second.leadId()).isEqualTo(first.leadId());
    assertThat(stage(first)).isEqualTo("mql");
    assertThat(dsl.fetchCount(TOUCH)).isEqualTo(2);
  }

  @Test
  void an_arrival_told_again_with_other_content_still_began_its_lead_and_when_it_did() {
    Arrived first = arrivals.bring(form("s1", MAY, facts("王玮", "+8613800138000"), List.of()));

    Arrived again = arrivals.bring(form("s1", JUNE, facts("王伟", "+8613800138000"), List.of()));
    arrivals.bring(form("s1", JUNE, facts("王伟", "+8613900139000"), List.of()));

    assertThat(again.leadId()).isEqualTo(first.leadId());
    assertThat(stage(first)).isEqualTo("lead");
    assertThat(dsl.select(LEAD.LEAD_AT).from(LEAD).fetch(LEAD.LEAD_AT)).containsExactly(MAY);
    assertThat(dsl.fetchCount(STAGE_ENTRY, STAGE_ENTRY.WITHDRAWN_AT.isNull()))
        .as("one entry that counts, whatever was told before")
        .isEqualTo(1);
  }

  @Test
  void an_arrival_that_joined_a_lead_does_not_begin_it_when_told_again() {
    Arrived first = arrivals.bring(form("s1", MAY, facts("王伟", "+8613800138000"), List.of()));
    leads.move(required(first.leadId()), Stage.MQL, null, Caller.system());
    arrivals.bring(form("s2", JUNE, facts("王伟", "+8613800138000"), List.of()));

    arrivals.bring(form("s2", JUNE, facts("王伟", "+8613900139000"), List.of()));

    assertThat(stage(first)).isEqualTo("mql");
    assertThat(dsl.select(LEAD.LEAD_AT).from(LEAD).fetch(LEAD.LEAD_AT)).containsExactly(MAY);
  }

  @Test
  void an_arrival_wakes_a_lead_that_was_set_aside() {
    Arrived first = arrivals.bring(form("s1", MAY, facts("王伟", "+8613800138000"), List.of()));
    leads.move(required(first.leadId()), Stage.NURTURE, "没有预算", Caller.system());

    Instant later = Instant.now().plusSeconds(60);
    arrivals.bring(form("s2", later, facts("王伟", "+8613800138000"), List.of()));

    assertThat(stage(first)).isEqualTo("lead");
  }

  @Test
  void a_lead_keeps_the_keyword_that_brought_it_when_the_person_comes_back_directly() {
    UUID baidu = channel("百度SEM");
    UUID direct = channel("官网直接访问");
    Facts byKeyword =
        Facts.build()
            .with(Fact.NAME, "王伟")
            .with(Fact.PHONE, "+8613800138000")
            .with(Fact.CHANNEL_ID, baidu)
            .with(Fact.KEYWORD, "数据集成")
            .done();
    Facts directly =
        Facts.build()
            .with(Fact.NAME, "王伟")
            .with(Fact.PHONE, "+8613800138000")
            .with(Fact.TITLE, "IT 经理")
            .with(Fact.CHANNEL_ID, direct)
            .done();

    Arrived arrived = arrivals.bring(form("s1", MAY, byKeyword, List.of()));
    arrivals.bring(form("s2", JUNE, directly, List.of()));

    LeadRow lead = leads.get(required(arrived.leadId()), Caller.system());
    assertThat(lead.channel()).isEqualTo("百度SEM");
    assertThat(lead.title()).as("other facts are those told last").isEqualTo("IT 经理");
    assertThat(dsl.select(LEAD.KEYWORD).from(LEAD).fetchSingle().value1()).isEqualTo("数据集成");
  }

  @Test
  void a_touch_told_again_changes_and_is_not_doubled() {
    Arrived wang = arrivals.bring(form("s1", MAY, facts("王伟", "+8613800138000"), List.of()));

    touches.put(List.of(visit(wang.personId(), "visit:1", MAY, 10)));
    touches.put(List.of(visit(wang.personId(), "visit:1", MAY, 75)));

    assertThat(dsl.fetchCount(TOUCH, TOUCH.TOUCH_KEY.isNotNull())).isEqualTo(1);
    assertThat(
            dsl.select(TOUCH.DETAIL)
                .from(TOUCH)
                .where(TOUCH.TOUCH_KEY.eq("visit:1"))
                .fetchSingle()
                .value1()
                .data())
        .contains("75");
  }

  @Test
  void behaviour_moves_the_last_touch_of_the_open_lead_forward_only() {
    Arrived wang = arrivals.bring(form("s1", MAY, facts("王伟", "+8613800138000"), List.of()));

    touches.put(List.of(visit(wang.personId(), "visit:2", JUNE, 10)));
    touches.put(List.of(visit(wang.personId(), "visit:1", MAY.minusSeconds(900), 10)));

    assertThat(dsl.select(LEAD.LAST_TOUCH_AT).from(LEAD).fetchSingle().value1()).isEqualTo(JUNE);
  }

  private static NewTouch visit(UUID person, String key, Instant at, int seconds) {
    return new NewTouch(
        person, key, "visit", at, CameFrom.UNKNOWN, Map.of(), null, Map.of("seconds", seconds));
  }

  private UUID channel(String name) {
    return Objects.requireNonNull(channels.named(List.of(name), true).get(name));
  }
}
