package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.IDENTIFIER;
import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.PERSON;
import static io.leadwell.tables.leads.Tables.TOUCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.Arrivals.Arrived;
import io.leadwell.pool.leads.Observation.TouchSeen;
import io.leadwell.testing.OnPostgres;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who an arrival is about. */
@OnPostgres
class ArrivingPeopleTests extends ArrivingWorld {

  private static final String CORP = "ww123";

  @Autowired private People people;

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
}
