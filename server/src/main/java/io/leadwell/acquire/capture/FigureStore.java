package io.leadwell.acquire.capture;

import static io.leadwell.tables.capture.Tables.FORM_DAY;
import static io.leadwell.tables.capture.Tables.SUBMISSION;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.sum;

import io.leadwell.acquire.capture.FormFigures.Figures;
import io.leadwell.acquire.capture.FormFigures.Line;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Counts of views from their table, counts of submissions from the submissions themselves. */
@Repository
class FigureStore {

  private static final Comparator<Line> MOST_FIRST =
      Comparator.comparingLong((Line line) -> line.figures().submissions())
          .thenComparingLong(line -> line.figures().views())
          .reversed();

  private final DSLContext dsl;

  FigureStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  Map<UUID, Figures> byForm(Collection<UUID> forms, LocalDate first, LocalDate last) {
    return grouped(
        FORM_DAY.FORM_ID,
        SUBMISSION.FORM_ID,
        FORM_DAY.FORM_ID.in(forms),
        SUBMISSION.FORM_ID.in(forms),
        first,
        last);
  }

  List<Line> byDay(UUID form, LocalDate first, LocalDate last) {
    List<Line> lines = new ArrayList<>();
    of(form, FORM_DAY.DAY, SUBMISSION.DAY, first, last)
        .forEach((day, figures) -> lines.add(new Line(day, null, null, figures)));
    lines.sort(Comparator.comparing(Line::day, Comparator.nullsFirst(Comparator.naturalOrder())));
    return lines;
  }

  List<Line> byChannel(UUID form, LocalDate first, LocalDate last) {
    List<Line> lines = new ArrayList<>();
    of(form, FORM_DAY.CHANNEL_ID, SUBMISSION.CHANNEL_ID, first, last)
        .forEach((channel, figures) -> lines.add(new Line(null, channel, null, figures)));
    lines.sort(MOST_FIRST);
    return lines;
  }

  List<Line> byWay(UUID form, LocalDate first, LocalDate last) {
    List<Line> lines = new ArrayList<>();
    of(form, FORM_DAY.WAY, SUBMISSION.WAY, first, last)
        .forEach((way, figures) -> lines.add(new Line(null, null, way, figures)));
    lines.sort(MOST_FIRST);
    return lines;
  }

  private <T> Map<T, Figures> of(
      UUID form, Field<T> counted, Field<T> left, LocalDate first, LocalDate last) {
    return grouped(
        counted, left, FORM_DAY.FORM_ID.eq(form), SUBMISSION.FORM_ID.eq(form), first, last);
  }

  private <T> Map<T, Figures> grouped(
      Field<T> counted,
      Field<T> left,
      Condition ofDays,
      Condition ofSubmissions,
      LocalDate first,
      LocalDate last) {
    Map<T, Figures> figures = new HashMap<>();
    dsl.select(counted, sum(FORM_DAY.VIEWS), sum(FORM_DAY.STARTS), sum(FORM_DAY.REFUSED))
        .from(FORM_DAY)
        .where(ofDays)
        .and(FORM_DAY.DAY.between(first, last))
        .groupBy(counted)
        .forEach(row ->
            figures.merge(
                row.value1(),
                new Figures(
                    number(row.value2()), number(row.value3()), 0, 0, 0, number(row.value4())),
                Figures::plus));
    dsl.select(
            left,
            count().filterWhere(SUBMISSION.STATUS.eq(Submission.TAKEN)),
            count().filterWhere(SUBMISSION.NEW_LEAD.isTrue()),
            count().filterWhere(SUBMISSION.STATUS.eq(Submission.HELD)))
        .from(SUBMISSION)
        .where(ofSubmissions)
        .and(SUBMISSION.DAY.between(first, last))
        .groupBy(left)
        .forEach(row ->
            figures.merge(
                row.value1(),
                new Figures(0, 0, row.value2(), row.value3(), row.value4(), 0),
                Figures::plus));
    return figures;
  }

  private static long number(@Nullable BigDecimal sum) {
    return sum == null ? 0 : sum.longValue();
  }
}
