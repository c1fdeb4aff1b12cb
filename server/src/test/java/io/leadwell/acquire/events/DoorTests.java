package io.leadwell.acquire.events;

import static io.leadwell.acquire.events.EventWorld.WHO;
import static io.leadwell.acquire.events.EventWorld.registered;
import static io.leadwell.tables.events.Tables.CHECK_IN;
import static io.leadwell.tables.events.Tables.EVENT;
import static io.leadwell.tables.leads.Tables.TOUCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.acquire.capture.FormWorld;
import io.leadwell.base.platform.Problem;
import io.leadwell.nurture.messaging.MessageFilter;
import io.leadwell.nurture.messaging.Outbox;
import io.leadwell.testing.OnPostgres;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
class DoorTests {

  @Autowired private EventWorld world;
  @Autowired private Events events;
  @Autowired private CheckIns checkIns;
  @Autowired private Attendees attendees;
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
  void a_check_in_told_again_by_one_device_or_another_is_one() throws Exception {
    Event event = world.published("door", 9);
    registered(port, "door", world.guest("王伟"));
    CheckIns.DoorLine line = checkIns.door(event.id()).getFirst();
    UUID id = UUID.randomUUID();
    try (ExecutorService devices = Executors.newFixedThreadPool(8)) {
      List<Future<CheckIns.Done>> done = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        UUID told = i % 2 == 0 ? id : UUID.randomUUID();
        done.add(devices.submit(() -> checkIns.checkIn(event.id(), seen(told, line), WHO)));
      }
      int fresh = 0;
      for (Future<CheckIns.Done> one : done) {
        fresh += one.get().repeated() ? 0 : 1;
      }
      assertThat(fresh).isEqualTo(1);
    }
    assertThat(dsl.fetchCount(CHECK_IN)).isEqualTo(1);
    assertThat(touches("event_attended")).isEqualTo(1);
    assertThat(figures(event).attended()).isEqualTo(1);
  }

  @Test
  void what_was_undone_is_no_touch_and_a_late_repeat_brings_it_not_back() {
    Event event = world.published("undo", 9);
    registered(port, "undo", world.guest("王伟"));
    CheckIns.DoorLine line = checkIns.door(event.id()).getFirst();
    UUID id = UUID.randomUUID();
    checkIns.checkIn(event.id(), seen(id, line), WHO);
    assertThat(checkIns.undo(event.id(), id, WHO).checkedInAt()).isNull();
    checkIns.undo(event.id(), id, WHO);
    assertThat(touches("event_attended")).isZero();
    assertThat(checkIns.checkIn(event.id(), seen(id, line), WHO).repeated()).isTrue();
    assertThat(checkIns.door(event.id()).getFirst().checkedInAt()).isNull();
    assertThat(checkIns.checkIn(event.id(), seen(UUID.randomUUID(), line), WHO).repeated())
        .isFalse();
    assertThat(touches("event_attended")).isEqualTo(1);
  }

  @Test
  void a_walk_in_is_a_lead_on_the_list_and_here_once_however_often_it_is_sent() {
    Event event = world.published("walk-in", 1);
    registered(port, "walk-in", world.guest("甲"));
    NewAttendee said = new NewAttendee("李娜", "138 0013 8000", null, "云帆科技", null);
    UUID id = UUID.randomUUID();
    CheckIns.Done done = checkIns.walkIn(event.id(), id, said, Instant.now(), WHO);
    assertThat(done.line().checkedInAt()).isNotNull();
    assertThat(checkIns.walkIn(event.id(), id, said, Instant.now(), WHO).repeated()).isTrue();
    assertThat(checkIns.door(event.id())).hasSize(2);
    EventFigures figures = figures(event);
    assertThat(figures.walkIns()).isEqualTo(1);
    assertThat(figures.newLeads()).isEqualTo(2);
    assertThat(behind(event))
        .as("each figure opens as many people as it counts")
        .containsExactly(
            figures.registered(),
            figures.waiting(),
            figures.waitlisted(),
            figures.attended(),
            figures.replayed(),
            figures.newLeads());
    assertThat(behind(event)).containsExactly(1, 0, 0, 1, 0, 2);
    assertThat(events.find(event.id()).taken()).as("takes nobody's seat").isEqualTo(1);
    assertThatThrownBy(() ->
            checkIns.walkIn(
                event.id(),
                UUID.randomUUID(),
                new NewAttendee("无名", "", " ", null, null),
                Instant.now(),
                WHO))
        .extracting(e -> ((Problem) e).code())
        .isEqualTo(EventsProblem.ATTENDEE_CONTACT_MISSING);
  }

  @Test
  void after_the_end_who_came_is_thanked_and_who_did_not_is_missed_once() {
    Event event = world.published("over", 9);
    registered(port, "over", world.guest("甲"));
    registered(port, "over", world.guest("乙"));
    CheckIns.DoorLine first =
        checkIns.door(event.id()).stream()
            .filter(line -> "甲".equals(line.name()))
            .findFirst()
            .orElseThrow();
    checkIns.checkIn(event.id(), seen(UUID.randomUUID(), first), WHO);
    dsl.update(EVENT)
        .set(EVENT.STARTS_AT, Instant.now().minusSeconds(9_000))
        .set(EVENT.ENDS_AT, Instant.now().minusSeconds(10))
        .execute();
    assertThat(wrapUps.wrapUp(event.id(), WHO)).isEqualTo(new WrapUps.WrappedUp(1, 1));
    wrapUps.wrapUp(event.id(), WHO);
    assertThat(purposes()).contains("event.thanks", "event.missed");
    assertThat(purposes().stream().filter("event.missed"::equals)).hasSize(1);
    assertThat(touches("event_missed")).isEqualTo(1);
    assertThat(events.find(event.id()).status()).isEqualTo(EventStatus.ENDED);
    CheckIns.DoorLine second =
        checkIns.door(event.id()).stream()
            .filter(line -> "乙".equals(line.name()))
            .findFirst()
            .orElseThrow();
    checkIns.checkIn(event.id(), seen(UUID.randomUUID(), second), WHO);
    assertThat(touches("event_missed")).as("came after all, the phone was offline").isZero();
  }

  @Test
  void a_code_of_another_event_opens_no_door_here() {
    Event one = world.published("one", 9);
    Event other = world.published("other", 9);
    registered(port, "other", world.guest("王伟"));
    String token = checkIns.door(other.id()).getFirst().token();
    assertThatThrownBy(() ->
            checkIns.checkIn(
                one.id(),
                new CheckIns.Seen(UUID.randomUUID(), null, token, CheckInWay.SCAN, Instant.now()),
                WHO))
        .extracting(e -> ((Problem) e).code())
        .isEqualTo(EventsProblem.ATTENDEE_NOT_FOUND);
    assertThat(attendees.page(one.id(), AttendeeFilter.ALL, null, 9, WHO).items()).isEmpty();
  }

  private List<Integer> behind(Event event) {
    return Arrays.stream(AttendeeFigure.values())
        .map(figure -> new AttendeeFilter(null, null, null, null, null, null, figure, null, null))
        .map(filter -> attendees.page(event.id(), filter, null, 200, WHO).items().size())
        .toList();
  }

  private EventFigures figures(Event event) {
    return events.figures(List.of(event.id())).getOrDefault(event.id(), EventFigures.NOTHING);
  }

  private static CheckIns.Seen seen(UUID id, CheckIns.DoorLine line) {
    return new CheckIns.Seen(id, line.id(), null, CheckInWay.SEARCH, Instant.now());
  }

  private int touches(String scene) {
    return dsl.fetchCount(TOUCH, TOUCH.SCENE.eq(scene));
  }

  private List<String> purposes() {
    return outbox.list(MessageFilter.ALL, null, 200).stream()
        .map(m -> m.outgoing().purpose())
        .toList();
  }
}
