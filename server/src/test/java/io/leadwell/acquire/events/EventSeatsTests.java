package io.leadwell.acquire.events;

import static io.leadwell.acquire.events.EventWorld.WHO;
import static io.leadwell.acquire.events.EventWorld.registered;
import static io.leadwell.acquire.events.EventWorld.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.acquire.capture.FormWorld;
import io.leadwell.base.platform.Problem;
import io.leadwell.testing.Browser;
import io.leadwell.testing.OnPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** Who gets a seat, who waits, and who decides. */
@OnPostgres
@Import({FormWorld.class, EventWorld.class})
class EventSeatsTests extends ListWorld {

  @Test
  void of_twenty_at_once_three_get_the_three_seats_and_one_the_one_in_the_session()
      throws Exception {
    EventDraft draft = world.draft("race", 3, Approval.AUTOMATIC);
    Event event = world.published(draft, session(draft, "闭门会", 1));
    UUID session = events.programme(event.id()).getFirst().id();
    List<Map<String, List<String>>> guests = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      guests.add(world.guest("客人" + i, session));
    }
    try (ExecutorService browsers = Executors.newFixedThreadPool(20)) {
      List<Future<String>> sent = new ArrayList<>();
      for (Map<String, List<String>> guest : guests) {
        sent.add(browsers.submit(() -> registered(port, "race", guest)));
      }
      for (Future<String> one : sent) {
        assertThat(one.get()).startsWith("/p/e/race/ticket/");
      }
    }
    assertThat(events.find(event.id()).taken()).isEqualTo(3);
    assertThat(with(event, AttendeeStatus.APPROVED)).hasSize(3);
    assertThat(with(event, AttendeeStatus.WAITLISTED)).hasSize(17);
    assertThat(events.programme(event.id()).getFirst().taken()).isEqualTo(1);
    assertThat(mail("event.confirmation")).hasSize(3);
    assertThat(mail("event.waitlisted")).hasSize(17);
  }

  @Test
  void the_database_itself_refuses_one_seat_too_many() {
    Event event = world.published("strict", 1);
    registered(port, "strict", world.guest("王伟"));
    assertThatThrownBy(() ->
            dsl.update(io.leadwell.tables.events.Tables.EVENT)
                .set(io.leadwell.tables.events.Tables.EVENT.TAKEN, 2)
                .where(io.leadwell.tables.events.Tables.EVENT.ID.eq(event.id()))
                .execute())
        .hasMessageContaining("event_seats");
  }

  @Test
  void a_freed_seat_goes_to_who_waits_the_longest_and_a_larger_room_to_the_next() {
    EventDraft draft = world.draft("waiting", 1, Approval.AUTOMATIC);
    Event event = world.published(draft);
    String first = registered(port, "waiting", world.guest("甲"));
    registered(port, "waiting", world.guest("乙"));
    registered(port, "waiting", world.guest("丙"));
    Browser browser = FormWorld.from(port, "10.7.7.7");
    String cancel = first.replaceAll("\\?.*", "") + "/cancel";
    assertThat(browser.form(cancel, Map.of()).status()).isEqualTo(303);
    assertThat(browser.form(cancel, Map.of()).status()).isEqualTo(303);
    assertThat(named(event, "甲").status()).isEqualTo(AttendeeStatus.CANCELLED);
    assertThat(named(event, "乙").status()).isEqualTo(AttendeeStatus.APPROVED);
    assertThat(named(event, "丙").status()).isEqualTo(AttendeeStatus.WAITLISTED);
    assertThat(mail("event.left")).hasSize(1);
    assertThat(mail("event.left").getFirst().outgoing().calendar()).contains("METHOD:CANCEL");
    assertThat(mail("event.moved_up")).hasSize(1);
    Event now = events.find(event.id());
    events.change(
        now.id(), now.version(), world.draft("waiting", 2, Approval.AUTOMATIC), List.of(), WHO);
    assertThat(named(event, "丙").status()).isEqualTo(AttendeeStatus.APPROVED);
    Event full = events.find(event.id());
    assertThatThrownBy(() ->
            events.change(
                full.id(),
                full.version(),
                world.draft("waiting", 1, Approval.AUTOMATIC),
                List.of(),
                WHO))
        .extracting(e -> ((Problem) e).code())
        .isEqualTo(EventsProblem.EVENT_CAPACITY_TOO_SMALL);
  }

  @Test
  void a_larger_session_has_room_for_who_asked_for_it_before() {
    EventDraft draft = world.draft("rooms", 9, Approval.AUTOMATIC);
    Event event = world.published(draft, session(draft, "闭门会", 1));
    UUID id = events.programme(event.id()).getFirst().id();
    registered(port, "rooms", world.guest("甲", id));
    registered(port, "rooms", world.guest("乙", id));
    assertThat(named(event, "乙").fullSessions()).containsExactly(id);
    SessionDraft small = events.programme(event.id()).getFirst().said();
    SessionDraft large =
        new SessionDraft(
            id, small.title(), small.startsAt(), small.endsAt(), small.room(), small.speaker(), 5);
    Event now = events.find(event.id());
    events.change(now.id(), now.version(), now.said(), List.of(large), WHO);
    assertThat(named(event, "乙").fullSessions()).isEmpty();
    assertThat(events.programme(event.id()).getFirst().taken()).isEqualTo(2);
    assertThat(mail("event.rescheduled")).isEmpty();
  }

  @Test
  void where_somebody_decides_nobody_has_a_seat_before() {
    Event event = world.published(world.draft("invited", 1, Approval.MANUAL));
    registered(port, "invited", world.guest("甲"));
    registered(port, "invited", world.guest("乙"));
    registered(port, "invited", world.guest("丙"));
    assertThat(events.find(event.id()).taken()).isZero();
    assertThat(mail("event.received")).hasSize(3);
    List<UUID> two = List.of(named(event, "甲").id(), named(event, "乙").id());
    assertThat(attendees.decide(event.id(), two, Attendees.Decision.APPROVE, WHO))
        .isEqualTo(new Attendees.Decided(1, 1, 0, 0, 0));
    assertThat(
            attendees.decide(
                event.id(), List.of(named(event, "丙").id()), Attendees.Decision.DECLINE, WHO))
        .isEqualTo(new Attendees.Decided(0, 0, 1, 0, 0));
    assertThat(mail("event.declined")).hasSize(1);
    attendees.decide(event.id(), List.of(named(event, "甲").id()), Attendees.Decision.CANCEL, WHO);
    assertThat(named(event, "乙").status()).isEqualTo(AttendeeStatus.APPROVED);
  }

  private AttendeeRow named(Event event, String name) {
    return all(event).stream().filter(row -> name.equals(row.name())).findFirst().orElseThrow();
  }

  private List<AttendeeRow> with(Event event, AttendeeStatus status) {
    return all(event).stream().filter(row -> row.status() == status).toList();
  }
}
