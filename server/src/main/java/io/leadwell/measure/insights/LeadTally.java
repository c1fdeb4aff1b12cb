package io.leadwell.measure.insights;

import static io.leadwell.tables.insights.Tables.CHANNEL_DIM;
import static io.leadwell.tables.insights.Tables.LEAD_TALLY;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import io.leadwell.base.workspace.Visible;
import io.leadwell.pool.leads.Stage;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * All leads of all times, counted by the database as they change: what everybody asks first, and
 * what would have to read every lead. It knows no filter, no scope and no period.
 */
@Repository
class LeadTally {

  private static final String ORIGIN = "origin";
  private static final String CAMPAIGN = "campaign";
  private static final String ENTRY = "entry";
  private static final int FOLD_EVERY_MS = 10_000;
  private static final int NOT_WORTH_FOLDING = 20_000;

  private final DSLContext dsl;
  private int rowsAfterFolding;

  LeadTally(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** Whether it has the leads of this question. */
  static boolean knows(Question question, Visible visible) {
    return visible instanceof Visible.Everything
        && question.period().isEver()
        && question.filter().equals(ReportFilter.all())
        && switch (question.by()) {
          case NONE, CHANNEL, FRAME, SOURCE_CLASS, CAMPAIGN, MONTH -> true;
          case REGION,
              INDUSTRY,
              OWNER,
              SDR,
              CONTENT,
              ITEM,
              AUTHOR,
              DEPARTMENT,
              PLAN,
              UNIT,
              KEYWORD ->
              false;
        };
  }

  /** All leads by a dimension, as {@link LeadCounts} gathers them. */
  static Table<?> leads(Dimension by) {
    return switch (by) {
      case NONE -> leads(inline(0), ORIGIN, noCondition());
      case CHANNEL -> leads(LEAD_TALLY.CHANNEL_ID, ORIGIN, noCondition());
      case FRAME -> leads(CHANNEL_DIM.FRAME, ORIGIN, noCondition());
      case SOURCE_CLASS ->
          leads(coalesce(LEAD_TALLY.SOURCE_CLASS, CHANNEL_DIM.SOURCE_CLASS), ORIGIN, noCondition());
      case CAMPAIGN -> leads(LEAD_TALLY.CAMPAIGN_ID, CAMPAIGN, noCondition());
      case MONTH ->
          leads(LEAD_TALLY.MONTH, ENTRY, LEAD_TALLY.STAGE.eq(inline((short) Stage.LEAD.ordinal())));
      case REGION, INDUSTRY, OWNER, SDR, CONTENT, ITEM, AUTHOR, DEPARTMENT, PLAN, UNIT, KEYWORD ->
          throw new IllegalArgumentException(by.toString());
    };
  }

  /** All entries into stages by month, as {@link LeadCounts} gathers them. */
  static Table<?> entries() {
    return select(
            LEAD_TALLY.STAGE.as(LeadCounts.STAGE),
            LEAD_TALLY.MONTH.as(LeadCounts.MONTH),
            LEAD_TALLY.MARKS.as(LeadCounts.MARKS),
            LEAD_TALLY.LEADS.as(LeadCounts.LEADS))
        .from(LEAD_TALLY)
        .where(LEAD_TALLY.CUT.eq(inline(ENTRY)))
        .asTable("gathered");
  }

  private static Table<?> leads(Field<?> key, String cut, Condition counted) {
    return select(
            key.as(LeadCounts.key(0)),
            LEAD_TALLY.MARKS.as(LeadCounts.MARKS),
            inline(0).as(LeadCounts.STAGES),
            LEAD_TALLY.LEADS.as(LeadCounts.LEADS))
        .from(LEAD_TALLY)
        .leftJoin(CHANNEL_DIM)
        .on(CHANNEL_DIM.CHANNEL_ID.eq(LEAD_TALLY.CHANNEL_ID))
        .where(LEAD_TALLY.CUT.eq(inline(cut)))
        .and(counted)
        .asTable("gathered");
  }

  /** Keeps the sums short: what changes appended becomes one row for each key. */
  @Scheduled(fixedDelay = FOLD_EVERY_MS)
  void fold() {
    int rows = dsl.fetchCount(LEAD_TALLY);
    if (rows > 2 * rowsAfterFolding + NOT_WORTH_FOLDING) {
      dsl.select(function(name("insights", "fold_lead_tally"), Object.class)).fetch();
      rowsAfterFolding = dsl.fetchCount(LEAD_TALLY);
    }
  }
}
