package io.leadwell.acquire.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.acquire.events.Intervals.Span;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CalendarFileTests {

  private static final Instant START = Instant.parse("2026-12-08T06:00:00Z");

  @Test
  void an_entry_is_as_the_standard_wants_it() {
    String file = file("设备联网研讨会", null, false);
    assertThat(file)
        .startsWith("BEGIN:VCALENDAR\r\n")
        .endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n")
        .contains(
            "METHOD:PUBLISH\r\n",
            "UID:u-1\r\n",
            "SEQUENCE:3\r\n",
            "DTSTAMP:20261126T010203Z\r\n",
            "DTSTART:20261208T060000Z\r\n",
            "DTEND:20261208T080000Z\r\n",
            "SUMMARY:设备联网研讨会\r\n",
            "ORGANIZER;CN=\"云帆科技\":mailto:events@example.com\r\n",
            "STATUS:CONFIRMED\r\n");
    assertThat(file("x", null, true)).contains("METHOD:CANCEL\r\n", "STATUS:CANCELLED\r\n");
  }

  @Test
  void no_line_is_longer_than_75_octets_and_no_character_is_cut() {
    String long75 = "设备联网与数字化工厂".repeat(30) + "🏭".repeat(50);
    String file = file(long75, long75, false);
    for (String line : file.split("\r\n", -1)) {
      assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
    }
    assertThat(file).doesNotContain("\ufffd");
    assertThat(file.replace("\r\n ", "")).contains("SUMMARY:" + long75 + "\r\n");
    assertThat(file.replace("\r\n", "")).doesNotContain("\n", "\r");
  }

  @Test
  void what_is_typed_is_text_and_begins_no_line_of_its_own() {
    String file = file("a;b,c\\d\r\nBEGIN:VALARM\nx\u0000\u0007y", "1\r2", false);
    assertThat(file)
        .contains("SUMMARY:a\\;b\\,c\\\\d\\nBEGIN:VALARM\\nxy\r\n", "DESCRIPTION:1\\n2\r\n")
        .doesNotContain("\r\nBEGIN:VALARM");
  }

  @Test
  void time_on_two_devices_counts_once_and_gaps_do_not_count() {
    assertThat(Intervals.seconds(List.of())).isZero();
    assertThat(
            Intervals.seconds(
                List.of(
                    span(3_000, 3_600),
                    span(0, 600),
                    span(300, 900),
                    span(350, 400),
                    span(900, 960))))
        .isEqualTo(960 + 600);
    assertThat(Intervals.seconds(List.of(span(600, 0), span(10, 10)))).isZero();
  }

  private static Span span(long from, long to) {
    return new Span(START.plusSeconds(from), START.plusSeconds(to));
  }

  private static String file(String summary, @Nullable String description, boolean cancelled) {
    return CalendarFile.of(
        new CalendarFile.Entry(
            "u-1",
            3,
            Instant.parse("2026-11-26T01:02:03Z"),
            START,
            START.plusSeconds(7_200),
            summary,
            description,
            "国际会议中心",
            "https://go.example.com/p/e/x",
            "云帆科技",
            "events@example.com",
            cancelled));
  }
}
