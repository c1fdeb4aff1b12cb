package io.leadwell.acquire.events;

import static io.leadwell.acquire.events.EventWorld.WHO;
import static io.leadwell.acquire.events.EventWorld.registered;
import static io.leadwell.acquire.events.EventWorld.session;
import static io.leadwell.tables.events.Tables.ATTENDEE;
import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.TOUCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.acquire.capture.FormWorld;
import io.leadwell.base.platform.Problem;
import io.leadwell.nurture.messaging.Message;
import io.leadwell.nurture.messaging.MessageFilter;
import io.leadwell.nurture.messaging.Outbox;
import io.leadwell.testing.Browser;
import io.leadwell.testing.OnPostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@OnPostgres
@Import({FormWorld.class, EventWorld.class})
class EventsTests {

  @Autowired private EventWorld world;
  @Autowired private Events events;
  @Autowired private Attendees attendees;
  @Autowired private Tickets tickets;
  @Autowired private WrapUps wrapUps;
  @Autowired private Outbox outbox;
  @Autowired private DSLContext dsl;
  @LocalServerPort private int port;

  @BeforeEach
  void open() {
    world.open();
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void somebody_registers_is_confirmed_and_reminded_and_is_the_events_lead() {
    Event event = world.published("open-day", 30);
    String ticket = registered(port, "open-day", world.guest("王伟"));
    assertThat(ticket).startsWith("/p/e/open-day/ticket/");
    AttendeeRow row = only(event);
    assertThat(row.status()).isEqualTo(AttendeeStatus.APPROVED);
    assertThat(row.name()).isEqualTo("王伟");
    assertThat(row.mail()).isEqualTo("queued");
    assertThat(row.newLead()).isTrue();
    assertThat(events.find(event.id()).taken()).isEqualTo(1);
    assertThat(purposes())
        .containsExactly("event.confirmation", "event.reminder", "event.reminder");
    Message confirmation = mail("event.confirmation").getFirst();
    assertThat(confirmation.outgoing().text().paragraphs().toString())
        .contains("王伟", "国际会议中心", "https://meeting.example.com/dm/x");
    assertThat(confirmation.outgoing().calendar()).contains("METHOD:PUBLISH", "SEQUENCE:0");
    assertThat(
            dsl.select(TOUCH.SCENE)
                .from(TOUCH)
                .where(TOUCH.CAMPAIGN_ID.eq(event.campaignId()))
                .fetch(TOUCH.SCENE))
        .containsExactlyInAnyOrder("form", "event_registered");
    assertThat(dsl.fetchValue(LEAD.CAMPAIGN_ID)).isEqualTo(event.campaignId());
  }

  @Test
  void the_same_form_sent_twice_is_one_registration_and_one_mail() {
    Event event = world.published("twice", 30);
    Map<String, List<String>> guest = world.guest("王伟");
    String first = registered(port, "twice", guest);
    assertThat(registered(port, "twice", guest)).isEqualTo(first);
    assertThat(all(event)).hasSize(1);
    assertThat(mail("event.confirmation")).hasSize(1);
    assertThat(events.find(event.id()).taken()).isEqualTo(1);
  }

  @Test
  void who_types_the_phone_of_somebody_registered_is_not_shown_their_page() {
    Event event = world.published("private", 30);
    Map<String, List<String>> guest = world.guest("王伟");
    registered(port, "private", guest);
    Map<String, List<String>> other = world.guest("王伟");
    other.put("phone", guest.get("phone"));
    other.put("email", guest.get("email"));
    assertThat(registered(port, "private", other)).startsWith("/p/e/private/noted");
    assertThat(all(event)).hasSize(1);
  }

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
  void who_cancelled_may_register_again_with_a_page_and_a_mail_of_its_own() {
    Event event = world.published("again", 5);
    Map<String, List<String>> guest = world.guest("王伟");
    String first = registered(port, "again", guest);
    String token = first.replaceAll(".*/ticket/|\\?.*", "");
    tickets.leave("again", token);
    Map<String, List<String>> later = world.guest("王伟");
    later.put("phone", guest.get("phone"));
    later.put("email", guest.get("email"));
    String second = registered(port, "again", later);
    assertThat(second).startsWith("/p/e/again/ticket/").isNotEqualTo(first);
    assertThat(tickets.find("again", token)).isEmpty();
    assertThat(all(event)).hasSize(1);
    assertThat(mail("event.confirmation")).hasSize(2);
    assertThat(events.find(event.id()).taken()).isEqualTo(1);
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

  @Test
  void another_time_is_told_once_and_reminders_follow_it() {
    Event event = world.published("moved", 5);
    registered(port, "moved", world.guest("王伟"));
    List<Message> before = mail("event.reminder");
    EventDraft later = world.draft("moved", 5, Approval.AUTOMATIC, Duration.ofDays(20));
    Event moved =
        events.change(event.id(), events.find(event.id()).version(), later, List.of(), WHO);
    assertThat(moved.sequence()).isEqualTo(1);
    assertThat(mail("event.rescheduled")).hasSize(1);
    assertThat(mail("event.rescheduled").getFirst().outgoing().calendar()).contains("SEQUENCE:1");
    assertThat(mail("event.reminder"))
        .hasSize(2)
        .extracting(Message::id)
        .doesNotContainAnyElementsOf(before.stream().map(Message::id).toList());
    assertThat(mail("event.reminder"))
        .extracting(m -> m.outgoing().notBefore())
        .contains(later.startsAt().minus(Duration.ofHours(1)));
    events.cancel(event.id(), WHO);
    assertThat(mail("event.reminder")).isEmpty();
    assertThat(mail("event.cancelled")).hasSize(1);
    assertThat(mail("event.cancelled").getFirst().outgoing().calendar()).contains("METHOD:CANCEL");
  }

  @Test
  void a_copy_is_a_draft_with_another_campaign_and_nobody_on_its_list() {
    EventDraft draft = world.draft("first", 5, Approval.AUTOMATIC);
    Event event = world.published(draft, session(draft, "开场", 9));
    registered(port, "first", world.guest("王伟"));
    Event copy = events.duplicate(event.id(), event.title(), WHO);
    assertThat(copy.status()).isEqualTo(EventStatus.DRAFT);
    assertThat(copy.campaignId()).isNotEqualTo(event.campaignId());
    assertThat(copy.taken()).isZero();
    assertThat(events.programme(copy.id())).hasSize(1);
    assertThat(all(copy)).isEmpty();
    events.delete(copy.id(), WHO);
    assertThatThrownBy(() -> events.delete(event.id(), WHO)).isInstanceOf(Problem.class);
  }

  @Test
  void who_has_no_mailbox_gets_no_mail_and_the_list_says_so() {
    Event event = world.published("mailless", 5);
    Map<String, List<String>> guest = world.guest("王伟");
    guest.put("email", List.of(""));
    registered(port, "mailless", guest);
    assertThat(only(event).reachable()).isFalse();
    assertThat(only(event).mail()).isNull();
    assertThat(purposes()).isEmpty();
    AttendeeFilter mailless = new AttendeeFilter(null, null, null, null, null, true, null, null, null);
    assertThat(attendees.page(event.id(), mailless, null, 50, WHO).items()).hasSize(1);
  }

  @Test
  void an_event_that_is_not_over_is_not_wrapped_up() {
    Event event = world.published("early", 5);
    assertThatThrownBy(() -> wrapUps.wrapUp(event.id(), WHO)).isInstanceOf(Problem.class);
    assertThat(dsl.fetchCount(ATTENDEE)).isZero();
  }

  private List<AttendeeRow> all(Event event) {
    return attendees.page(event.id(), AttendeeFilter.ALL, null, 200, WHO).items();
  }

  private AttendeeRow only(Event event) {
    assertThat(all(event)).hasSize(1);
    return all(event).getFirst();
  }

  private AttendeeRow named(Event event, String name) {
    return all(event).stream().filter(row -> name.equals(row.name())).findFirst().orElseThrow();
  }

  private List<AttendeeRow> with(Event event, AttendeeStatus status) {
    return all(event).stream().filter(row -> row.status() == status).toList();
  }

  private List<Message> mail(String purpose) {
    return outbox.list(MessageFilter.ALL, null, 200).stream()
        .filter(m -> m.outgoing().purpose().equals(purpose))
        .toList();
  }

  private List<String> purposes() {
    return outbox.list(MessageFilter.ALL, null, 200).stream()
        .map(m -> m.outgoing().purpose())
        .sorted()
        .toList();
  }
}
