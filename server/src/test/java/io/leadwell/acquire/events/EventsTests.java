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
import io.leadwell.testing.OnPostgres;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@OnPostgres
@Import({FormWorld.class, EventWorld.class})
class EventsTests extends ListWorld {

  @Autowired private Tickets tickets;
  @Autowired private WrapUps wrapUps;

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
    AttendeeFilter mailless =
        new AttendeeFilter(null, null, null, null, null, true, null, null, null);
    assertThat(attendees.page(event.id(), mailless, null, 50, WHO).items()).hasSize(1);
  }

  @Test
  void an_event_that_is_not_over_is_not_wrapped_up() {
    Event event = world.published("early", 5);
    assertThatThrownBy(() -> wrapUps.wrapUp(event.id(), WHO)).isInstanceOf(Problem.class);
    assertThat(dsl.fetchCount(ATTENDEE)).isZero();
  }

  private AttendeeRow only(Event event) {
    assertThat(all(event)).hasSize(1);
    return all(event).getFirst();
  }

  private List<String> purposes() {
    return outbox.list(MessageFilter.ALL, null, 200).stream()
        .map(m -> m.outgoing().purpose())
        .sorted()
        .toList();
  }
}
