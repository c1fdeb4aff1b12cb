package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.IDENTIFIER;
import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.PERSON;
import static io.leadwell.tables.leads.Tables.STAGE_ENTRY;
import static io.leadwell.tables.leads.Tables.TOUCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.Arrivals.Arrived;
import io.leadwell.pool.leads.Observation.TouchSeen;
import io.leadwell.testing.OnPostgres;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnPostgres
class ArrivalsTests {

  private static final Instant MAY = Instant.parse("2026-05-04T02:00:00Z");
  private static final Instant JUNE = Instant.parse("2026-06-01T02:00:00Z");
  private static final String CORP = "ww123";

  @Autowired private Arrivals arrivals;
  @Autowired private Touches touches;
  @Autowired private People people;
  @Autowired private Leads leads;
  @Autowired private Channels channels;
  @Autowired private DSLContext dsl;

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
  void a_verified_identifier_says_who_it_is_whatever_else_is_typed() {
    Identity wang = new Identity(Identity.Kind.WECOM, CORP, "wm-wang");
    Arrived first = arrivals.bring(form("s1", MAY, facts("王伟", "+8613800138000"), List.of(wang)));

    Arrived second = arrivals.bring(form("s2", JUNE, facts("Wang Wei", null), List.of(wang)));

    assertThat(second.personId()).isEqualTo(first.personId());
  }

  @Test
  void two_wecom_contacts_of_one_corp_behind_one_phone_are_two_people() {
    Arrived one =
        arrivals.bring(
            form(
                "s1",
                MAY,
                facts(null, "+8621622345678"),
                List.of(new Identity(Identity.Kind.WECOM, CORP, "wm-1"))));

    Arrived other =
        arrivals.bring(
            form(
                "s2",
                MAY,
                facts(null, "+8621622345678"),
                List.of(new Identity(Identity.Kind.WECOM, CORP, "wm-2"))));

    assertThat(other.personId()).isNotEqualTo(one.personId());
  }

  @Test
  void an_identifier_that_somebody_else_holds_stays_with_them() {
    Identity union = new Identity(Identity.Kind.UNIONID, "", "u-1");
    Identity wecom = new Identity(Identity.Kind.WECOM, CORP, "wm-1");
    Arrived follower = arrivals.bring(form("s1", MAY, facts("云", null), List.of(union)));
    Arrived contact = arrivals.bring(form("s2", MAY, facts("李娜", null), List.of(wecom)));

    Arrived both = arrivals.bring(form("s3", JUNE, facts("李娜", null), List.of(wecom, union)));

    assertThat(both.personId()).isEqualTo(contact.personId());
    assertThat(
            dsl.select(IDENTIFIER.PERSON_ID)
                .from(IDENTIFIER)
                .where(IDENTIFIER.VALUE.eq("u-1"))
                .fetch(IDENTIFIER.PERSON_ID))
        .containsExactly(follower.personId());
  }

  @Test
  void more_about_a_person_is_no_touch_and_opens_and_wakes_nothing() {
    Identity wecom = new Identity(Identity.Kind.WECOM, CORP, "wm-1");
    Arrived first = arrivals.bring(form("s1", MAY, facts("李娜", null), List.of(wecom)));
    leads.move(required(first.leadId()), Stage.NURTURE, "没有预算", Caller.system());

    for (String phone : List.of("+8613800138000", "+8613900139000")) {
      Arrived told =
          arrivals.bring(
              new Arrival(
                  "contact",
                  "wm-1",
                  Instant.now().plusSeconds(60),
                  null,
                  Map.of(),
                  facts("李娜", phone),
                  null,
                  List.of(wecom),
                  List.of(),
                  false));
      assertThat(told.leadId()).isEqualTo(first.leadId());
    }

    assertThat(stage(first)).isEqualTo("nurture");
    assertThat(dsl.fetchCount(TOUCH)).isEqualTo(1);
    assertThat(dsl.select(PERSON.PHONE).from(PERSON).fetchSingle().value1())
        .isEqualTo("+8613900139000");
  }

  @Test
  void one_browser_never_makes_two_people_one() {
    Identity cookie = new Identity(Identity.Kind.COOKIE, "", "v-1");
    Arrived one = arrivals.bring(form("s1", MAY, facts("王伟", "+8613800138000"), List.of(cookie)));
    Arrived other =
        arrivals.bring(form("s2", JUNE, facts("李娜", "+8613900139000"), List.of(cookie)));

    assertThat(other.personId()).isNotEqualTo(one.personId());
    assertThat(people.ofVisitors(List.of("v-1"))).containsEntry("v-1", other.personId());
  }

  @Test
  void a_follower_is_a_person_without_a_lead_until_something_is_left() {
    Identity fan = new Identity(Identity.Kind.UNIONID, "", "u-1");
    Arrived follows =
        arrivals.bring(
            new Arrival(
                "follow",
                "f1",
                MAY,
                null,
                Map.of(),
                Facts.build().done(),
                TouchSeen.of("follow", MAY),
                List.of(fan),
                List.of(),
                false));
    assertThat(follows.leadId()).isNull();
    assertThat(dsl.fetchCount(LEAD)).isZero();

    Arrived leaves = arrivals.bring(form("s1", JUNE, facts("王伟", "+8613800138000"), List.of(fan)));

    assertThat(leaves.personId()).isEqualTo(follows.personId());
    assertThat(leaves.newLead()).isTrue();
    assertThat(
            dsl.select(TOUCH.SCENE)
                .from(TOUCH)
                .where(TOUCH.LEAD_ID.eq(leaves.leadId()))
                .fetchSet(TOUCH.SCENE))
        .as("the lead's story begins with the follow")
        .containsExactlyInAnyOrder("follow", "form");
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

  @Test
  void many_who_arrive_at_once_with_the_same_identity_are_one_person() throws Exception {
    Identity wang = new Identity(Identity.Kind.WECOM, CORP, "wm-wang");
    Set<UUID> found = new HashSet<>();
    Set<@Nullable UUID> opened = new HashSet<>();
    try (var pool = Executors.newFixedThreadPool(8)) {
      List<Future<Arrived>> all = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        String key = "s" + i % 20;
        all.add(
            pool.submit(() -> arrivals.bring(form(key, MAY, facts("王伟", null), List.of(wang)))));
      }
      for (Future<Arrived> one : all) {
        found.add(one.get().personId());
        opened.add(one.get().leadId());
      }
    }
    assertThat(found).hasSize(1);
    assertThat(opened).hasSize(1);
    assertThat(dsl.fetchCount(PERSON)).isEqualTo(1);
    assertThat(dsl.fetchCount(IDENTIFIER, IDENTIFIER.TRUST.eq("A"))).isEqualTo(1);
    assertThat(dsl.fetchCount(TOUCH)).isEqualTo(20);
  }

  private static NewTouch visit(UUID person, String key, Instant at, int seconds) {
    return new NewTouch(
        person, key, "visit", at, CameFrom.UNKNOWN, Map.of(), null, Map.of("seconds", seconds));
  }

  private static Arrival form(String key, Instant at, Facts facts, List<Identity> identities) {
    return new Arrival(
        "form:demo",
        key,
        at,
        null,
        facts.toStore(),
        facts,
        TouchSeen.of("form", at),
        identities,
        List.of(),
        true);
  }

  private static Facts facts(@Nullable String name, @Nullable String phone) {
    return Facts.build().with(Fact.NAME, name).with(Fact.PHONE, phone).done();
  }

  private UUID channel(String name) {
    return Objects.requireNonNull(channels.named(List.of(name), true).get(name));
  }

  private String stage(Arrived arrived) {
    return leads.get(required(arrived.leadId()), Caller.system()).stage();
  }

  private static UUID required(@Nullable UUID id) {
    return Objects.requireNonNull(id);
  }
}
