package io.leadwell.base.calendar;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Workspace;
import io.leadwell.base.workspace.Workspaces;
import io.leadwell.kernel.calendar.WorkSpan;
import io.leadwell.kernel.calendar.WorkingCalendar;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The working calendar of the house: what was published, and over it what the house says itself.
 */
@Service
public class Calendars {

  /** A part of a working day, the end excluded. */
  public record Span(LocalTime from, LocalTime to) {}

  /** The hours of a working day, and the days of the week that are worked. */
  public record Hours(List<Span> spans, List<DayOfWeek> weekdays) {}

  /**
   * A year of it.
   *
   * @param days that are not as the week says
   * @param workdays how many days of the year are worked
   * @param known whether holidays of the year were published or told
   * @param years of which holidays are known
   */
  public record YearView(
      int year,
      Hours hours,
      List<SpecialDay> days,
      int workdays,
      boolean known,
      List<Integer> years) {}

  private static final Hours USUAL =
      new Hours(
          List.of(new Span(LocalTime.of(9, 0), LocalTime.of(18, 0))),
          List.copyOf(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)));

  private static final String ZONE = "Asia/Shanghai";
  private static final int MOST_SPANS = 4;
  private static final int LONGEST_NAME = 40;

  private final CalendarStore store;
  private final Workspaces workspaces;
  private final Audit audit;
  private final Clock clock;
  private final PublishedDays published = new PublishedDays();

  Calendars(CalendarStore store, Workspaces workspaces, Audit audit, Clock clock) {
    this.store = store;
    this.workspaces = workspaces;
    this.audit = audit;
    this.clock = clock;
  }

  /** As it is now; whoever counts with it keeps it for one piece of work only. */
  @Transactional(readOnly = true)
  public WorkingCalendar current() {
    return calendar(hours(), days());
  }

  @Transactional(readOnly = true)
  public YearView year(int year) {
    Hours hours = hours();
    SortedMap<LocalDate, SpecialDay> days = days();
    TreeSet<Integer> years = new TreeSet<>(published.years());
    store.days().keySet().forEach(day -> years.add(day.getYear()));
    return new YearView(
        year,
        hours,
        List.copyOf(days.subMap(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1)).values()),
        calendar(hours, days).workdays(year),
        years.contains(year),
        List.copyOf(years));
  }

  /** When so much working time has passed. */
  @Transactional(readOnly = true)
  public Instant due(Instant from, Duration work) {
    return current().plus(from, work);
  }

  @Transactional
  public void change(Hours wanted, Caller who) {
    if (wanted.weekdays().isEmpty()) {
      throw Problem.field(CalendarProblem.CALENDAR_INVALID, "weekdays", "calendar.noWeekday");
    }
    if (wanted.spans().isEmpty() || wanted.spans().size() > MOST_SPANS) {
      throw Problem.field(
          CalendarProblem.CALENDAR_INVALID, "spans", "calendar.spanCount", MOST_SPANS);
    }
    for (Span span : wanted.spans()) {
      if (!span.from().isBefore(span.to())) {
        throw Problem.field(CalendarProblem.CALENDAR_INVALID, "spans", "calendar.spanOrder");
      }
    }
    try {
      calendar(wanted, new TreeMap<>());
    } catch (IllegalArgumentException e) {
      throw Problem.field(CalendarProblem.CALENDAR_INVALID, "spans", "calendar.spanOverlap");
    }
    store.keep(wanted, clock.instant());
    audit.record(
        who,
        "calendar.hours-changed",
        "calendar",
        null,
        null,
        Map.of("spans", wanted.spans().toString(), "weekdays", wanted.weekdays().toString()));
  }

  /**
   * Says that days are otherwise than the week, or than was published.
   *
   * @param worked null to go by the week
   */
  @Transactional
  public void say(
      LocalDate from, LocalDate to, @Nullable Boolean worked, @Nullable String name, Caller who) {
    String called = name == null || name.isBlank() ? null : name.strip();
    if (to.isBefore(from) || from.plusYears(1).isBefore(to)) {
      throw Problem.field(CalendarProblem.CALENDAR_INVALID, "to", "calendar.dayOrder");
    }
    if (called != null && called.length() > LONGEST_NAME) {
      throw Problem.field(
          CalendarProblem.CALENDAR_INVALID, "name", "calendar.nameLength", LONGEST_NAME);
    }
    Instant now = clock.instant();
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      store.keep(day, worked, called, now);
    }
    Map<String, Object> detail = new HashMap<>();
    detail.put("to", to.toString());
    detail.put("worked", String.valueOf(worked));
    audit.record(who, "calendar.day-changed", "calendar", from.toString(), called, detail);
  }

  /** What the house said of a day is forgotten: it is as published, or as the week says. */
  @Transactional
  public void forget(LocalDate day, Caller who) {
    store.forget(day);
    audit.record(who, "calendar.day-forgotten", "calendar", day.toString(), null, Map.of());
  }

  private Hours hours() {
    return store.hours().orElse(USUAL);
  }

  private SortedMap<LocalDate, SpecialDay> days() {
    SortedMap<LocalDate, SpecialDay> days = new TreeMap<>(published.days());
    days.putAll(store.days());
    return days;
  }

  private WorkingCalendar calendar(Hours hours, SortedMap<LocalDate, SpecialDay> days) {
    Map<LocalDate, Boolean> otherwise = new HashMap<>();
    days.forEach((day, special) -> {
      if (special.worked() != null) {
        otherwise.put(day, special.worked());
      }
    });
    return new WorkingCalendar(
        ZoneId.of(workspaces.current().map(Workspace::timeZone).orElse(ZONE)),
        hours.spans().stream().map(span -> new WorkSpan(span.from(), span.to())).toList(),
        EnumSet.copyOf(hours.weekdays()),
        otherwise);
  }
}
