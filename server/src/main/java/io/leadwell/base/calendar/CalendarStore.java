package io.leadwell.base.calendar;

import static io.leadwell.tables.calendar.Tables.DAY;
import static io.leadwell.tables.calendar.Tables.HOURS;

import io.leadwell.base.calendar.Calendars.Hours;
import io.leadwell.base.calendar.Calendars.Span;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the house says of its hours and days. */
@Component
class CalendarStore {

  private static final TypeReference<List<List<String>>> SPANS = new TypeReference<>() {};

  private final DSLContext dsl;
  private final JsonMapper json;

  CalendarStore(DSLContext dsl, JsonMapper json) {
    this.dsl = dsl;
    this.json = json;
  }

  Optional<Hours> hours() {
    return dsl.selectFrom(HOURS)
        .fetchOptional(row ->
            new Hours(
                json.readValue(row.getSpans().data(), SPANS).stream()
                    .map(span ->
                        new Span(LocalTime.parse(span.get(0)), LocalTime.parse(span.get(1))))
                    .toList(),
                Arrays.stream(row.getWeekdays()).map(DayOfWeek::of).toList()));
  }

  void keep(Hours hours, Instant now) {
    JSONB spans =
        JSONB.valueOf(
            json.writeValueAsString(
                hours.spans().stream()
                    .map(span -> List.of(span.from().toString(), span.to().toString()))
                    .toList()));
    Integer[] weekdays =
        hours.weekdays().stream().map(DayOfWeek::getValue).sorted().toArray(Integer[]::new);
    dsl.insertInto(HOURS)
        .set(HOURS.SINGLE, true)
        .set(HOURS.SPANS, spans)
        .set(HOURS.WEEKDAYS, weekdays)
        .set(HOURS.CHANGED_AT, now)
        .onConflict(HOURS.SINGLE)
        .doUpdate()
        .set(HOURS.SPANS, spans)
        .set(HOURS.WEEKDAYS, weekdays)
        .set(HOURS.CHANGED_AT, now)
        .execute();
  }

  SortedMap<LocalDate, SpecialDay> days() {
    SortedMap<LocalDate, SpecialDay> days = new TreeMap<>();
    dsl.selectFrom(DAY)
        .forEach(row ->
            days.put(
                row.getDay(), new SpecialDay(row.getDay(), row.getWorked(), row.getName(), true)));
    return days;
  }

  void keep(LocalDate day, @Nullable Boolean worked, @Nullable String name, Instant now) {
    dsl.insertInto(DAY)
        .set(DAY.DAY_, day)
        .set(DAY.WORKED, worked)
        .set(DAY.NAME, name)
        .set(DAY.CHANGED_AT, now)
        .onConflict(DAY.DAY_)
        .doUpdate()
        .set(DAY.WORKED, worked)
        .set(DAY.NAME, name)
        .set(DAY.CHANGED_AT, now)
        .execute();
  }

  /** The day is as it was published, or as the week says. */
  void forget(LocalDate day) {
    dsl.deleteFrom(DAY).where(DAY.DAY_.eq(day)).execute();
  }
}
