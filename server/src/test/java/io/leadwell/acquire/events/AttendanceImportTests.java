package io.leadwell.acquire.events;

import static io.leadwell.acquire.events.EventWorld.WHO;
import static io.leadwell.acquire.events.EventWorld.registered;
import static io.leadwell.tables.events.Tables.ATTENDEE;
import static io.leadwell.tables.events.Tables.PRESENCE;
import static io.leadwell.tables.leads.Tables.TOUCH;
import static io.leadwell.tables.messaging.Tables.MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.acquire.capture.FormWorld;
import io.leadwell.base.platform.Problem;
import io.leadwell.pool.imports.Import;
import io.leadwell.pool.imports.ImportHeader;
import io.leadwell.pool.imports.Imports;
import io.leadwell.pool.imports.Mapping;
import io.leadwell.testing.OnPostgres;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnPostgres
@org.springframework.context.annotation.Import({FormWorld.class, EventWorld.class})
class AttendanceImportTests {

  /** Two devices at once, a name within a nickname, a stranger with a phone, and one without. */
  private static final String TENCENT =
      """
      用户昵称,手机号,入会时间,退会时间,参会时长
      云帆科技-王伟,,2026-11-26 14:00:00,2026-11-26 14:30:00,30分钟
      云帆科技-王伟,,2026-11-26 14:20:00,2026-11-26 15:00:00,40分钟
      新来的,13700137000,2026-11-26 14:10:00,2026-11-26 14:40:00,30分钟
      iPhone,,2026-11-26 14:05:00,2026-11-26 14:06:00,1分钟
      """;

  @Autowired private EventWorld world;
  @Autowired private Events events;
  @Autowired private Attendees attendees;
  @Autowired private Unmatched unmatched;
  @Autowired private MeetingReports reports;
  @Autowired private Imports imports;
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
  void a_meetings_report_says_who_was_there_how_long_and_who_came_unasked() throws Exception {
    Event event = world.published("webinar", 30);
    registered(port, "webinar", world.guest("王伟"));
    registered(port, "webinar", world.guest("李娜"));
    Import done = bringIn(receive(TENCENT), "webinar");
    assertThat(done.result()).isEqualTo(new Import.Counts(4, 0, 0, 0));
    assertThat(named(event, "王伟").seconds()).isEqualTo(3_600);
    assertThat(named(event, "李娜").attended()).isFalse();
    assertThat(named(event, "新来的").way()).isEqualTo(AttendeeWay.FILE);
    assertThat(named(event, "新来的").newLead()).isTrue();
    assertThat(events.find(event.id()).taken()).isEqualTo(2);
    assertThat(touches("event_attended")).isEqualTo(2);
    assertThat(bringIn(receive(TENCENT), "webinar").result())
        .isEqualTo(new Import.Counts(0, 0, 4, 0));
    assertThat(named(event, "王伟").seconds()).isEqualTo(3_600);
    List<Unmatched.Line> strange = unmatched.list(event.id(), WHO);
    assertThat(strange).extracting(Unmatched.Line::name).containsExactly("iPhone");
    UUID lina = named(event, "李娜").id();
    assertThat(unmatched.assign(event.id(), strange.getFirst().id(), lina, WHO)).isEqualTo(1);
    assertThat(named(event, "李娜").attended()).isTrue();
    assertThatThrownBy(() -> unmatched.assign(event.id(), strange.getFirst().id(), lina, WHO))
        .extracting(e -> ((Problem) e).code())
        .isEqualTo(EventsProblem.PRESENCE_NOT_FOUND);
    imports.undo(done.id(), WHO);
    imports.await(done.id());
    assertThat(dsl.fetchCount(PRESENCE)).isZero();
    assertThat(dsl.fetchCount(ATTENDEE)).isEqualTo(2);
    assertThat(touches("event_attended")).isZero();
  }

  @Test
  void an_event_of_the_past_is_put_on_record_and_takes_the_report_of_it() throws Exception {
    Event event =
        world.published(world.draft("past", 30, Approval.AUTOMATIC, Duration.ofDays(-20)));

    assertThat(event.status()).isEqualTo(EventStatus.ENDED);
    assertThat(event.publishedAt()).isNotNull();
    bringIn(receive(TENCENT), "past");
    assertThat(named(event, "新来的").attended()).isTrue();
    assertThat(dsl.fetchCount(MESSAGE)).as("nobody is told anything").isZero();
  }

  @Test
  void a_recording_is_a_touch_of_its_own_and_what_makes_no_sense_is_refused() throws Exception {
    Event event = world.published("course", 30);
    registered(port, "course", world.guest("王伟"));
    Import done =
        bringIn(
            receive(
                """
                姓名,参会方式,学习时长
                王伟,回放,00:35:12
                王伟,回放,很久
                """),
            "course");
    assertThat(done.result()).isEqualTo(new Import.Counts(1, 0, 0, 1));
    assertThat(named(event, "王伟").replaySeconds()).isEqualTo(35 * 60 + 12);
    assertThat(named(event, "王伟").attended()).isFalse();
    assertThat(touches("event_replayed")).isEqualTo(1);
  }

  @Test
  void a_report_as_json_comes_in_by_the_same_door() throws Exception {
    Event event = world.published("json", 30);
    registered(port, "json", world.guest("王伟"));
    String name = Base64.getEncoder().encodeToString("王伟".getBytes(StandardCharsets.UTF_8));
    String json =
        """
        {"total_count":1,"participants":[{"userid":"w","user_name":"%s","join_time":"1795672800","left_time":"1795674600"}]}
        """
            .formatted(name);
    Import received = reports.receive(event.id(), "meeting.json", stream(json), WHO);
    bringIn(received, null);
    assertThat(named(event, "王伟").seconds()).isEqualTo(1_800);
    for (String hostile :
        List.of("", "[]", "{", "[1,2]", "{\"a\":{\"b\":{\"c\":{\"d\":[{}]}}}}", "null")) {
      assertThatThrownBy(() -> reports.receive(event.id(), "x.json", stream(hostile), WHO))
          .as(hostile)
          .extracting(e -> ((Problem) e).code())
          .isEqualTo(EventsProblem.REPORT_UNREADABLE);
    }
  }

  @Test
  void durations_are_read_as_reports_write_them() {
    assertThat(Durations.seconds("1小时2分3秒")).isEqualTo(Optional.of(3_723));
    assertThat(Durations.seconds("01:02:03")).isEqualTo(Optional.of(3_723));
    assertThat(Durations.seconds("35:12")).isEqualTo(Optional.of(2_112));
    assertThat(Durations.seconds("62")).isEqualTo(Optional.of(3_720));
    assertThat(Durations.seconds("1.5")).isEqualTo(Optional.of(90));
    assertThat(Durations.seconds("90 分钟")).isEqualTo(Optional.of(5_400));
    assertThat(Durations.seconds("1h 5m")).isEqualTo(Optional.of(3_900));
    for (String none : List.of("", "很久", "-5", "1e9", "99999999999", "分钟", "1:2:3:4")) {
      assertThat(Durations.seconds(none)).as(none).isEmpty();
    }
  }

  private Import receive(String csv) {
    return imports.receive(WHO, "attendance", "参会.csv", stream(csv));
  }

  private Import bringIn(Import batch, @org.jspecify.annotations.Nullable String event)
      throws InterruptedException {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    for (ImportHeader header : batch.headers()) {
      columns.put(header.name(), header.guess());
    }
    Map<String, String> fixed = event == null ? Map.of() : Map.of("event", event);
    imports.map(batch.id(), new Mapping(columns, fixed, Mapping.Options.usual(), null), WHO);
    imports.await(batch.id());
    imports.commit(batch.id(), WHO);
    return imports.await(batch.id());
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private AttendeeRow named(Event event, String name) {
    return attendees.page(event.id(), AttendeeFilter.ALL, null, 200, WHO).items().stream()
        .filter(row -> name.equals(row.name()))
        .findFirst()
        .orElseThrow();
  }

  private int touches(String scene) {
    return dsl.fetchCount(TOUCH, TOUCH.SCENE.eq(scene));
  }
}
