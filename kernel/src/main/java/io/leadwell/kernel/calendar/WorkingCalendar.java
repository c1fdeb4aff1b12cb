package io.leadwell.kernel.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When people work: the hours of a working day, the days of the week, and the days that are
 * otherwise. A holiday is a working day that is off; a make-up day (调休) is a weekend that is
 * worked, with the hours of any other day. Equal answers for equal questions.
 */
public final class WorkingCalendar {

  /** So many days without an hour of work, and there is none to come. */
  private static final int LONGEST_REST = 400;

  private final ZoneId zone;
  private final List<WorkSpan> hours;
  private final Set<DayOfWeek> workdays;
  private final Map<LocalDate, Boolean> otherwise;

  /**
   * @param hours of a working day; at least one span, none overlapping another
   * @param otherwise days that are not as the week says: true where they are worked
   */
  public WorkingCalendar(
      ZoneId zone,
      List<WorkSpan> hours,
      Set<DayOfWeek> workdays,
      Map<LocalDate, Boolean> otherwise) {
    List<WorkSpan> sorted = new ArrayList<>(hours);
    sorted.sort(Comparator.comparing(WorkSpan::from));
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i).from().isBefore(sorted.get(i - 1).to())) {
        throw new IllegalArgumentException("spans overlap: " + sorted);
      }
    }
    if (sorted.isEmpty() || workdays.isEmpty()) {
      throw new IllegalArgumentException("nobody ever works");
    }
    this.zone = zone;
    this.hours = List.copyOf(sorted);
    this.workdays = EnumSet.copyOf(workdays);
    this.otherwise = Map.copyOf(otherwise);
  }

  public boolean isWorkday(LocalDate day) {
    Boolean worked = otherwise.get(day);
    return worked == null ? workdays.contains(day.getDayOfWeek()) : worked;
  }

  /** How many working days a year has. */
  public int workdays(int year) {
    LocalDate first = LocalDate.of(year, 1, 1);
    int days = 0;
    for (int i = 0; i < Year.of(year).length(); i++) {
      days += isWorkday(first.plusDays(i)) ? 1 : 0;
    }
    return days;
  }

  public boolean isWorking(Instant at) {
    LocalDate day = LocalDate.ofInstant(at, zone);
    return isWorkday(day)
        && hours.stream()
            .anyMatch(span -> !at.isBefore(start(day, span)) && at.isBefore(end(day, span)));
  }

  /** The hours of one working day. */
  public Duration dayLength() {
    return hours.stream().map(WorkSpan::length).reduce(Duration.ZERO, Duration::plus);
  }

  /**
   * When so much working time has passed. What ends with a span is due then, not when the next one
   * begins. Without any work to wait for it is due at once.
   */
  public Instant plus(Instant from, Duration work) {
    if (work.isNegative()) {
      throw new IllegalArgumentException("time does not run backwards: " + work);
    }
    if (work.isZero()) {
      return from;
    }
    Duration left = work;
    LocalDate day = LocalDate.ofInstant(from, zone);
    for (int rest = 0; rest < LONGEST_REST; day = day.plusDays(1), rest++) {
      if (!isWorkday(day)) {
        continue;
      }
      rest = 0;
      for (WorkSpan span : hours) {
        Instant begins = later(from, start(day, span));
        Duration here = Duration.between(begins, end(day, span));
        if (here.isNegative() || here.isZero()) {
          continue;
        }
        if (left.compareTo(here) <= 0) {
          return begins.plus(left);
        }
        left = left.minus(here);
      }
    }
    throw new IllegalStateException("no working day in " + LONGEST_REST + " days before " + day);
  }

  /** Working time from one moment to a later one; none where it is not later. */
  public Duration between(Instant from, Instant to) {
    Duration sum = Duration.ZERO;
    LocalDate last = LocalDate.ofInstant(to, zone);
    for (LocalDate day = LocalDate.ofInstant(from, zone);
        !day.isAfter(last);
        day = day.plusDays(1)) {
      if (!isWorkday(day)) {
        continue;
      }
      for (WorkSpan span : hours) {
        Instant ends = end(day, span);
        Duration here =
            Duration.between(later(from, start(day, span)), ends.isBefore(to) ? ends : to);
        sum = here.isNegative() ? sum : sum.plus(here);
      }
    }
    return sum;
  }

  private Instant start(LocalDate day, WorkSpan span) {
    return day.atTime(span.from()).atZone(zone).toInstant();
  }

  private Instant end(LocalDate day, WorkSpan span) {
    return day.atTime(span.to()).atZone(zone).toInstant();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
