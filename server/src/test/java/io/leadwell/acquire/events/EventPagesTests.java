package io.leadwell.acquire.events;

import static io.leadwell.acquire.events.EventWorld.WHO;
import static io.leadwell.acquire.events.EventWorld.registered;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.acquire.capture.FormWorld;
import io.leadwell.testing.Browser;
import io.leadwell.testing.OnPostgres;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@OnPostgres
@Import({FormWorld.class, EventWorld.class})
class EventPagesTests {

  private static final String HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(2)>";

  @Autowired private EventWorld world;
  @Autowired private Events events;
  @Autowired private Attendees attendees;
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
  void a_page_says_when_and_where_in_both_languages_and_the_link_to_the_meeting_to_nobody() {
    EventDraft draft = world.draft("open-day", 5, Approval.AUTOMATIC);
    world.published(draft, EventWorld.session(draft, "开场", 1));
    Browser browser = FormWorld.from(port, "10.8.1.1");
    String zh = browser.get("!/p/e/open-day?lang=zh").text();
    assertThat(zh)
        .contains("设备联网研讨会 open-day", "国际会议中心", "北京时间", "报名进行中", "仅剩 5", "开场", "<p>欢迎</p>")
        .contains("name=\"_token\"", "name=\"event.session\"")
        .doesNotContain("alert(1)", "meeting.example.com");
    assertThat(browser.get("!/p/e/open-day?lang=en").text())
        .contains("Registration is open", "Which sessions");
    String ticket = registered(port, "open-day", world.guest("王伟"));
    Browser.Answer own = browser.get("!" + ticket);
    assertThat(own.status()).isEqualTo(200);
    assertThat(own.text())
        .contains("报名成功", "王伟", "<svg", "meeting.example.com", "/event.ics", "noindex")
        .doesNotContain("own.js");
    Browser.Answer file = browser.get("!" + ticket.replaceAll("\\?.*", "") + "/event.ics");
    assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/calendar");
    assertThat(file.text()).startsWith("BEGIN:VCALENDAR\r\n").contains("SUMMARY:设备联网研讨会");
  }

  @Test
  void full_closed_and_cancelled_events_say_so_and_drafts_are_not_there() {
    Event event = world.published("states", 1);
    registered(port, "states", world.guest("甲"));
    Browser browser = FormWorld.from(port, "10.8.1.2");
    assertThat(browser.get("!/p/e/states?lang=zh").text()).contains("名额已满", "加入候补");
    events.close(event.id(), WHO);
    assertThat(browser.get("!/p/e/states?lang=zh").text())
        .contains("报名已截止")
        .doesNotContain("name=\"_token\"");
    assertThat(browser.form("/p/e/states?lang=zh", world.guest("乙")).status()).isEqualTo(409);
    events.cancel(event.id(), WHO);
    assertThat(browser.get("!/p/e/states?lang=zh").text()).contains("活动已取消");
    assertThat(attendees.page(event.id(), AttendeeFilter.ALL, null, 9, WHO).items()).hasSize(1);
    events.add(world.draft("secret", 5, Approval.AUTOMATIC), List.of(), WHO);
    assertThat(browser.get("!/p/e/secret").status()).isEqualTo(404);
    assertThat(browser.form("/p/e/secret", world.guest("丙")).status()).isEqualTo(404);
  }

  @Test
  void what_is_typed_is_text_and_what_names_nothing_is_a_page_that_says_so() {
    Event event = world.published("hostile", 5);
    Map<String, List<String>> guest = world.guest(HOSTILE.substring(0, 25));
    guest.put("event.session", List.of("x", "'; drop table events.event; --", "\u0000"));
    String ticket = registered(port, "hostile", guest);
    assertThat(ticket).startsWith("/p/e/hostile/ticket/");
    Browser browser = FormWorld.from(port, "10.8.1.3");
    assertThat(browser.get("!" + ticket).text()).doesNotContain("<script>alert", "\"><script>");
    Map<String, List<String>> wrong = world.guest("王");
    wrong.put("phone", List.of(HOSTILE));
    Browser.Answer again = browser.form("/p/e/hostile?lang=zh", wrong);
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.text()).doesNotContain("<script>alert", "<img src=x");
    for (String path :
        List.of(
            "/p/e/nothing",
            "/p/e/%2e%2e",
            "/p/e/%E4%B8%AD",
            "/p/e/a%00b",
            "/p/e/hostile/ticket/x",
            "/p/e/hostile/ticket/" + "A".repeat(24),
            "/p/e/hostile/ticket/" + "A".repeat(5_000),
            "/p/e/hostile/ticket/%00/event.ics",
            "/p/e/other/" + ticket.replaceAll(".*/ticket/|\\?.*", "ticket/"))) {
      assertThat(browser.get("!" + path).status()).as(path).isBetween(400, 414);
    }
    assertThat(browser.form("/p/e/hostile/ticket/x/cancel", Map.of()).status()).isEqualTo(404);
    assertThat(attendees.page(event.id(), AttendeeFilter.ALL, null, 9, WHO).items()).hasSize(1);
  }
}
