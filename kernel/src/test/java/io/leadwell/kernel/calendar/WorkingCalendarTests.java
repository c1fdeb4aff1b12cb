package io.leadwell.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTests {

  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
  private static final Set<DayOfWeek> MONDAY_TO_FRIDAY =
      EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
  private static final List<WorkSpan> NINE_TO_SIX = List.of(span("09:00", "18:00"));
  private static final WorkingCalendar CHINA_2026 =
      new WorkingCalendar(BEIJING, NINE_TO_SIX, MONDAY_TO_FRIDAY, china2026());

  private static WorkSpan span(String from, String to) {
    return new WorkSpan(LocalTime.parse(from), LocalTime.parse(to));
  }

  /** As the State Council's notice of 4 November 2025 has it. */
  private static Map<LocalDate, Boolean> china2026() {
    Map<LocalDate, Boolean> days = new HashMap<>();
    off(days, "2026-01-01", "2026-01-03");
    off(days, "2026-02-15", "2026-02-23");
    off(days, "2026-04-04", "2026-04-06");
    off(days, "2026-05-01", "2026-05-05");
    off(days, "2026-06-19", "2026-06-21");
    off(days, "2026-09-25", "2026-09-27");
    off(days, "2026-10-01", "2026-10-07");
    for (String day :
        List.of(
            "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10")) {
      days.put(LocalDate.parse(day), true);
    }
    return days;
  }

  private static void off(Map<LocalDate, Boolean> days, String from, String to) {
    for (LocalDate day = LocalDate.parse(from);
        !day.isAfter(LocalDate.parse(to));
        day = day.plusDays(1)) {
      days.put(day, false);
    }
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local.replace(' ', 'T')).atZone(BEIJING).toInstant();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-13 17:00, 2026-02-14 12:00",
    "2026-10-09 17:00, 2026-10-10 12:00",
    "2026-09-19 10:00, 2026-09-20 13:00",
    "2026-09-30 17:00, 2026-10-08 12:00",
    "2026-11-21 20:00, 2026-11-23 13:00"
  })
  void four_hours_of_work_go_through_holidays_and_make_up_days(String from, String due) {
    assertThat(CHINA_2026.plus(at(from), Duration.ofHours(4))).isEqualTo(at(due));
    assertThat(CHINA_2026.between(at(from), at(due))).isEqualTo(Duration.ofHours(4));
  }

  @Test
  void the_year_has_as_many_working_days_as_the_notice_gives_it() {
    assertThat(CHINA_2026.workdays(2026)).isEqualTo(248);
  }

  @Test
  void what_ends_with_the_day_is_due_then_and_nothing_to_do_is_due_at_once() {
    assertThat(CHINA_2026.plus(at("2026-11-23 14:00"), Duration.ofHours(4)))
        .isEqualTo(at("2026-11-23 18:00"));
    assertThat(CHINA_2026.plus(at("2026-11-21 20:00"), Duration.ZERO))
        .isEqualTo(at("2026-11-21 20:00"));
    assertThat(CHINA_2026.isWorking(at("2026-11-23 09:00"))).isTrue();
    assertThat(CHINA_2026.isWorking(at("2026-11-23 18:00"))).isFalse();
  }

  @Test
  void what_takes_a_minute_at_a_time_comes_to_the_same() {
    WorkingCalendar withLunch =
        new WorkingCalendar(
            BEIJING,
            List.of(span("13:30", "18:00"), span("09:00", "12:00")),
            MONDAY_TO_FRIDAY,
            china2026());
    Random random = new Random(17);
    Instant first = at("2026-01-01 00:00");
    for (int round = 0; round < 300; round++) {
      Instant from = first.plus(Duration.ofMinutes(random.nextInt(500_000)));
      int minutes = 1 + random.nextInt(1_500);
      Instant slow = from;
      for (int left = minutes; left > 0; slow = slow.plus(Duration.ofMinutes(1))) {
        left -= withLunch.isWorking(slow) ? 1 : 0;
      }
      Instant due = withLunch.plus(from, Duration.ofMinutes(minutes));
      assertThat(due).as("%s and %d minutes", from, minutes).isEqualTo(slow);
      assertThat(withLunch.between(from, due)).isEqualTo(Duration.ofMinutes(minutes));
    }
  }

  @Test
  void hours_that_overlap_weeks_without_work_and_rests_without_end_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new WorkingCalendar(
                BEIJING,
                List.of(span("09:00", "12:00"), span("11:00", "18:00")),
                MONDAY_TO_FRIDAY,
                Map.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WorkingCalendar(BEIJING, NINE_TO_SIX, Set.of(), Map.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> span("18:00", "09:00"));
    Map<LocalDate, Boolean> never = new HashMap<>();
    off(never, "2026-01-01", "2028-01-01");
    WorkingCalendar closed = new WorkingCalendar(BEIJING, NINE_TO_SIX, MONDAY_TO_FRIDAY, never);
    assertThatIllegalStateException()
        .isThrownBy(() -> closed.plus(at("2026-03-01 10:00"), Duration.ofHours(1)));
  }
}
