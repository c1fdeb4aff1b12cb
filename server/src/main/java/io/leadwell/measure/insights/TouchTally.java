package io.leadwell.measure.insights;

import static io.leadwell.tables.insights.Tables.CONTRACT_CHANGE;
import static io.leadwell.tables.insights.Tables.LEAD_CHANGE;
import static io.leadwell.tables.insights.Tables.TOUCH_CHANGE;
import static io.leadwell.tables.insights.Tables.TOUCH_RECOUNT;
import static io.leadwell.tables.insights.Tables.TOUCH_TALLY;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import io.leadwell.base.workspace.Visible;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * All touches of all times by each cut, counted by the database as they change: what would have to
 * read every touch. It knows no filter, no scope and no period.
 */
@Repository
class TouchTally {

  private static final int COUNT_EVERY_MS = 1_000;

  /** Counting more changes than these takes longer than somebody waits for a page. */
  private static final int MANY = 5_000;

  private static final String ALL = "all";

  private final DSLContext dsl;

  TouchTally(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** Whether it has the touches of this question. */
  static boolean knows(TouchQuestion question, Visible visible) {
    return visible instanceof Visible.Everything
        && question.period().isEver()
        && question.scene() == null
        && question.frame() == null
        && question.filter().equals(ReportFilter.all());
  }

  /**
   * Counts what changed since it was done last. Says no where that would take long: touches that
   * are not counted yet are read.
   */
  @Transactional
  boolean catchUp() {
    int waiting = waiting();
    if (waiting > MANY || !isCounted()) {
      return false;
    }
    if (waiting > 0) {
      countNow();
    }
    return true;
  }

  /** Keeps the changes that wait to be counted few. */
  @Scheduled(fixedDelay = COUNT_EVERY_MS)
  @Transactional
  void count() {
    if (waiting() > 0 || !isCounted()) {
      countNow();
    }
  }

  /** Empty where the figures are not there: whoever needs them reads touches. */
  Optional<TouchCounts.Lines> lines(TouchCut by) {
    Map<String, TouchCounts.Line> lines = new HashMap<>();
    dsl.selectFrom(TOUCH_TALLY)
        .where(TOUCH_TALLY.CUT.in(by.word(), ALL))
        .and(notExists(selectOne().from(TOUCH_RECOUNT)))
        .forEach(r -> {
          TouchCounts.Line line = new TouchCounts.Line();
          line.touches = r.getTouches();
          line.people = r.getPeople();
          line.leads = r.getLeads();
          line.mql = r.getMql();
          line.opportunity = r.getOpportunity();
          line.won = r.getWon();
          line.revenueFen = r.getRevenueFen();
          line.first = r.getFirst();
          line.lastBeforeMql = r.getLastBeforeMql();
          line.lastBeforeContract = r.getLastBeforeContract();
          String key = r.getKey();
          lines.put(
              r.getCut().equals(ALL) ? Keys.ALL : Keys.ofValue(key.isEmpty() ? null : key), line);
        });
    return Optional.ofNullable(lines.remove(Keys.ALL))
        .map(total -> new TouchCounts.Lines(lines, total));
  }

  /** How many touches stand behind a figure, where it is one that is kept. */
  OptionalLong total(TouchBehind behind) {
    return lines(behind.question().by())
        .map(lines ->
            behind.row().equals(Keys.ALL)
                ? lines.total()
                : lines.lines().getOrDefault(behind.row(), new TouchCounts.Line()))
        .map(line ->
            switch (behind.figure()) {
              case TOUCH -> OptionalLong.of(line.touches);
              case FIRST -> OptionalLong.of(line.first);
              default -> OptionalLong.empty();
            })
        .orElseGet(OptionalLong::empty);
  }

  private boolean isCounted() {
    return dsl.fetchExists(TOUCH_TALLY, TOUCH_TALLY.CUT.eq(ALL)) && !dsl.fetchExists(TOUCH_RECOUNT);
  }

  /** How many changes are not counted yet; of very many, that they are. */
  private int waiting() {
    Select<?> marks =
        selectOne()
            .from(TOUCH_CHANGE)
            .unionAll(selectOne().from(LEAD_CHANGE))
            .unionAll(selectOne().from(CONTRACT_CHANGE))
            .limit(inline(MANY + 1));
    return dsl.fetchCount(marks);
  }

  private void countNow() {
    dsl.select(function(name("insights", "count_touches"), Object.class)).fetch();
  }
}
