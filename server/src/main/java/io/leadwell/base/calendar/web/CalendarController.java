package io.leadwell.base.calendar.web;

import io.leadwell.base.calendar.CalendarProblem;
import io.leadwell.base.calendar.Calendars;
import io.leadwell.base.calendar.SpecialDay;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Routes of the working calendar: hours, weekdays, days that are otherwise. */
@RestController
@RequestMapping("/api/v1/settings/calendar")
class CalendarController {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;
  private static final int MOST_HOURS = 1_000;
  private static final int LAST_WEEKDAY = 7;

  private final Calendars calendars;
  private final Clock clock;

  CalendarController(Calendars calendars, Clock clock) {
    this.calendars = calendars;
    this.clock = clock;
  }

  /** A year: which days are not as the week says, and how many are worked. */
  @GetMapping
  @Allow(Permission.SETTINGS_READ)
  CalendarView year(@RequestParam(required = false) @Nullable Integer year) {
    int asked = year == null ? Year.now(clock.withZone(ZONE)).getValue() : year;
    return CalendarView.of(calendars.year(Math.clamp(asked, FIRST_YEAR, LAST_YEAR)));
  }

  /** When so many hours of work have passed: to try the calendar. */
  @GetMapping("/due")
  @Allow(Permission.SETTINGS_READ)
  Due due(@RequestParam String from, @RequestParam int hours) {
    Instant begins = read("from", from, Instant::parse);
    return new Due(calendars.due(begins, Duration.ofHours(Math.clamp(hours, 0, MOST_HOURS))));
  }

  @PutMapping
  @Allow(Permission.SETTINGS_EDIT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void change(@RequestBody HoursBody body, Caller caller) {
    List<Calendars.Span> spans =
        Objects.requireNonNullElse(body.spans(), List.<SpanBody>of()).stream()
            .map(span -> new Calendars.Span(time(span.from()), time(span.to())))
            .toList();
    List<DayOfWeek> weekdays =
        Objects.requireNonNullElse(body.weekdays(), List.<Integer>of()).stream()
            .filter(day -> day >= 1 && day <= LAST_WEEKDAY)
            .distinct()
            .map(DayOfWeek::of)
            .toList();
    calendars.change(new Calendars.Hours(spans, weekdays), caller);
  }

  /** Says that days are worked, are off, or go by the week though they were published otherwise. */
  @PostMapping("/days")
  @Allow(Permission.SETTINGS_EDIT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void say(@RequestBody DaysBody body, Caller caller) {
    LocalDate from = read("from", body.from(), LocalDate::parse);
    LocalDate to = body.to() == null ? from : read("to", body.to(), LocalDate::parse);
    calendars.say(from, to, body.worked(), body.name(), caller);
  }

  /** What the house said of the day is forgotten. */
  @DeleteMapping("/days/{day}")
  @Allow(Permission.SETTINGS_EDIT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void forget(@PathVariable String day, Caller caller) {
    calendars.forget(read("day", day, LocalDate::parse), caller);
  }

  private static LocalTime time(@Nullable String told) {
    return read("spans", told, LocalTime::parse);
  }

  private static <T> T read(String field, @Nullable String told, Function<String, T> parse) {
    try {
      return parse.apply(told == null ? "" : told);
    } catch (DateTimeParseException e) {
      throw Problem.field(CalendarProblem.CALENDAR_INVALID, field, "calendar.unreadable");
    }
  }

  record Due(Instant due) {}

  /**
   * A year of the calendar.
   *
   * @param weekdays 1 is Monday
   * @param days that are not as the week says
   * @param known whether holidays of the year were published or told
   */
  record CalendarView(
      int year,
      List<SpanBody> spans,
      List<Integer> weekdays,
      List<SpecialDay> days,
      int workdays,
      boolean known,
      List<Integer> years) {

    static CalendarView of(Calendars.YearView year) {
      return new CalendarView(
          year.year(),
          year.hours().spans().stream()
              .map(span -> new SpanBody(span.from().toString(), span.to().toString()))
              .toList(),
          year.hours().weekdays().stream().map(DayOfWeek::getValue).toList(),
          year.days(),
          year.workdays(),
          year.known(),
          year.years());
    }
  }

  /**
   * @param from as 09:00
   */
  record SpanBody(@Nullable String from, @Nullable String to) {}

  /**
   * @param weekdays 1 is Monday
   */
  record HoursBody(@Nullable List<SpanBody> spans, @Nullable List<Integer> weekdays) {}

  /**
   * @param from as 2027-01-01
   * @param to the last day; the same where it is missing
   * @param worked null to go by the week
   */
  record DaysBody(
      @Nullable String from,
      @Nullable String to,
      @Nullable Boolean worked,
      @Nullable String name) {}
}
