package io.leadwell.base.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.base.calendar.Calendars.Hours;
import io.leadwell.base.calendar.Calendars.Span;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.testing.OnPostgres;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnPostgres
class CalendarsTests {

  private static final Caller SOMEBODY = Caller.system();
  private static final LocalDate NEW_YEAR_2027 = LocalDate.of(2027, 1, 1);

  @Autowired private Calendars calendars;

  /** In Beijing. */
  private static Instant at(String local) {
    return Instant.parse(local.replace(' ', 'T') + ":00+08:00");
  }

  private static Span span(String from, String to) {
    return new Span(LocalTime.parse(from), LocalTime.parse(to));
  }

  @Test
  void the_years_that_were_published_are_there_and_others_say_that_they_are_not() {
    assertThat(calendars.year(2025).workdays()).isEqualTo(248);
    assertThat(calendars.year(2026).workdays()).isEqualTo(248);
    assertThat(calendars.year(2026).known()).isTrue();
    assertThat(calendars.year(2027).known()).isFalse();
    assertThat(calendars.due(at("2026-09-30 17:00"), Duration.ofHours(4)))
        .isEqualTo(at("2026-10-08 12:00"));
  }

  @Test
  void the_house_says_what_is_otherwise_and_can_take_it_back() {
    int before = calendars.year(2027).workdays();
    calendars.say(NEW_YEAR_2027, NEW_YEAR_2027, false, " 元旦 ", SOMEBODY);

    assertThat(calendars.year(2027).workdays()).isEqualTo(before - 1);
    assertThat(calendars.year(2027).known()).isTrue();
    assertThat(calendars.year(2027).days())
        .containsExactly(new SpecialDay(NEW_YEAR_2027, false, "元旦", true));

    LocalDate makeUp = LocalDate.of(2026, 2, 14);
    calendars.say(makeUp, makeUp, null, null, SOMEBODY);
    assertThat(calendars.current().isWorkday(makeUp)).as("by the week it is a Saturday").isFalse();
    calendars.forget(makeUp, SOMEBODY);
    assertThat(calendars.current().isWorkday(makeUp)).as("as published").isTrue();

    calendars.forget(NEW_YEAR_2027, SOMEBODY);
    assertThat(calendars.year(2027).workdays()).isEqualTo(before);
  }

  @Test
  void hours_and_weekdays_are_the_houses() {
    calendars.change(
        new Hours(
            List.of(span("08:30", "12:00"), span("13:00", "17:30")),
            List.of(DayOfWeek.MONDAY, DayOfWeek.SATURDAY)),
        SOMEBODY);

    // Four hours from Saturday at four: an hour and a half is left, the rest is on Monday.
    assertThat(calendars.due(at("2026-11-21 16:00"), Duration.ofHours(4)))
        .isEqualTo(at("2026-11-23 11:00"));
    assertThat(calendars.year(2026).hours().spans()).hasSize(2);
  }

  @Test
  void what_makes_no_calendar_is_refused_and_changes_nothing() {
    List<DayOfWeek> monday = List.of(DayOfWeek.MONDAY);
    assertRefused(new Hours(List.of(span("09:00", "18:00")), List.of()));
    assertRefused(new Hours(List.of(), monday));
    assertRefused(new Hours(List.of(span("18:00", "09:00")), monday));
    assertRefused(new Hours(List.of(span("09:00", "12:00"), span("11:00", "18:00")), monday));
    assertThatThrownBy(
            () -> calendars.say(NEW_YEAR_2027, NEW_YEAR_2027.minusDays(1), false, null, SOMEBODY))
        .isInstanceOf(Problem.class);

    assertThat(calendars.year(2026).hours().weekdays()).hasSize(5);
    assertThat(calendars.year(2027).days()).isEmpty();
  }

  private void assertRefused(Hours hours) {
    assertThatThrownBy(() -> calendars.change(hours, SOMEBODY)).isInstanceOf(Problem.class);
  }
}
