package io.leadwell.measure.insights;

import static io.leadwell.tables.insights.Tables.CONTRACT_FACT;
import static io.leadwell.tables.insights.Tables.LEAD_FACT;
import static io.leadwell.tables.insights.Tables.TOUCH_FACT;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.selectOne;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Visible;
import io.leadwell.tables.insights.tables.TouchFact;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** What every figure of touches means, said once: for the counts and for the lists behind them. */
final class TouchConditions {

  private static final TouchFact OTHER = TOUCH_FACT.as("other");

  private TouchConditions() {}

  static Field<?> key(TouchCut by) {
    return switch (by) {
      case SCENE -> TOUCH_FACT.SCENE;
      case FRAME -> TOUCH_FACT.FRAME;
      case CHANNEL -> TOUCH_FACT.CHANNEL_ID;
      case CAMPAIGN -> TOUCH_FACT.CAMPAIGN_ID;
      case CONTENT -> TOUCH_FACT.CONTENT;
    };
  }

  /** Touches that the caller may see, in the period, that the filter lets through. */
  static Condition asked(TouchQuestion question, Visible visible) {
    ReportFilter filter = question.filter();
    return Conditions.inside(TOUCH_FACT.HAPPENED_AT, question.period())
        .and(Conditions.among(TOUCH_FACT.SCENE, question.scene()))
        .and(Conditions.among(TOUCH_FACT.FRAME, question.frame()))
        .and(Conditions.among(TOUCH_FACT.CHANNEL_ID, filter.channel()))
        .and(Conditions.among(TOUCH_FACT.CAMPAIGN_ID, filter.campaign()))
        .and(Conditions.among(TOUCH_FACT.SOURCE_CLASS, filter.sourceClass()))
        .and(ofLeads(filter.ofLeads(), visible));
  }

  /** Whoever sees only some leads sees their touches, and those of nobody without a lead. */
  private static Condition ofLeads(ReportFilter filter, Visible visible) {
    if (visible instanceof Visible.Everything && filter.equals(ReportFilter.all())) {
      return noCondition();
    }
    return TOUCH_FACT.LEAD_ID.in(
        select(LEAD_FACT.LEAD_ID).from(LEAD_FACT).where(Conditions.seen(filter, visible)));
  }

  /** In the row with this key. */
  static Condition inRow(TouchCut by, String rowKey) {
    if (rowKey.equals(Keys.ALL)) {
      return noCondition();
    }
    String value = Keys.value(rowKey);
    return switch (by) {
      case SCENE -> is(TOUCH_FACT.SCENE, value);
      case FRAME -> is(TOUCH_FACT.FRAME, value);
      case CHANNEL -> is(TOUCH_FACT.CHANNEL_ID, id(value));
      case CAMPAIGN -> is(TOUCH_FACT.CAMPAIGN_ID, id(value));
      case CONTENT -> is(TOUCH_FACT.CONTENT, value);
    };
  }

  /**
   * Nothing touched the person before, in the period or out of it. Looked up by person, among those
   * whom {@code touches} reached: fewer people are met than there are touches of all times.
   */
  static Condition isFirst(Condition touches) {
    Table<?> met =
        selectDistinct(TOUCH_FACT.PERSON_ID).from(TOUCH_FACT).where(touches).asTable("met");
    Field<UUID> person = Objects.requireNonNull(met.field(TOUCH_FACT.PERSON_ID));
    Table<?> first =
        select(OTHER.TOUCH_ID)
            .from(OTHER)
            .where(OTHER.PERSON_ID.eq(person))
            .orderBy(OTHER.HAPPENED_AT, OTHER.TOUCH_ID)
            .limit(1)
            .asTable("first");
    return TOUCH_FACT.TOUCH_ID.in(
        select(Objects.requireNonNull(first.field(OTHER.TOUCH_ID)))
            .from(met)
            .crossJoin(lateral(first)));
  }

  /** The same asked of each touch: quick where few are looked at, such as those of a page. */
  static Condition nothingBefore() {
    return notExists(
        selectOne()
            .from(OTHER)
            .where(OTHER.PERSON_ID.eq(TOUCH_FACT.PERSON_ID))
            .and(
                row(OTHER.HAPPENED_AT, OTHER.TOUCH_ID)
                    .lt(TOUCH_FACT.HAPPENED_AT, TOUCH_FACT.TOUCH_ID)));
  }

  /** Nothing touched the lead between this and the MQL. */
  static Condition isLastBeforeMql(Period period) {
    return isLastBefore(LEAD_FACT, LEAD_FACT.LEAD_ID, LEAD_FACT.MQL_AT, period);
  }

  /** Nothing touched the lead between this and its first contract. */
  static Condition isLastBeforeContract(Period period) {
    Field<Instant> signedAt = min(CONTRACT_FACT.SIGNED_AT).as("signed_at");
    Table<?> signed =
        select(CONTRACT_FACT.LEAD_ID, signedAt)
            .from(CONTRACT_FACT)
            .groupBy(CONTRACT_FACT.LEAD_ID)
            .asTable("signed");
    return isLastBefore(
        signed,
        Objects.requireNonNull(signed.field(CONTRACT_FACT.LEAD_ID)),
        Objects.requireNonNull(signed.field(signedAt)),
        period);
  }

  /**
   * The touch is its lead's last until a moment. Looked up by lead, as fewer leads come so far than
   * there are touches; what a lead came to before the period, no touch in it can precede.
   */
  private static Condition isLastBefore(
      Table<?> leads, Field<UUID> lead, Field<Instant> then, Period period) {
    Instant since = period.since();
    Table<?> last =
        select(OTHER.TOUCH_ID)
            .from(OTHER)
            .where(OTHER.LEAD_ID.eq(lead))
            .and(OTHER.HAPPENED_AT.le(then))
            .orderBy(OTHER.HAPPENED_AT.desc(), OTHER.TOUCH_ID.desc())
            .limit(1)
            .asTable("last");
    return TOUCH_FACT.TOUCH_ID.in(
        select(Objects.requireNonNull(last.field(OTHER.TOUCH_ID)))
            .from(leads)
            .crossJoin(lateral(last))
            .where(since == null ? then.isNotNull() : then.ge(since)));
  }

  /** Leads with such a touch that had a part in the figure. */
  static Condition touched(TouchFigure figure, Condition touches) {
    Condition ofLead = TOUCH_FACT.LEAD_ID.eq(LEAD_FACT.LEAD_ID).and(touches);
    return switch (figure) {
      case MQL -> exists(touch(ofLead.and(TOUCH_FACT.HAPPENED_AT.le(LEAD_FACT.MQL_AT))));
      case OPPORTUNITY ->
          exists(touch(ofLead.and(TOUCH_FACT.HAPPENED_AT.le(LEAD_FACT.OPPORTUNITY_AT))));
      case WON ->
          exists(
              selectOne()
                  .from(TOUCH_FACT)
                  .join(CONTRACT_FACT)
                  .on(CONTRACT_FACT.LEAD_ID.eq(TOUCH_FACT.LEAD_ID))
                  .and(TOUCH_FACT.HAPPENED_AT.le(CONTRACT_FACT.SIGNED_AT))
                  .where(ofLead));
      default -> exists(touch(ofLead));
    };
  }

  private static Select<?> touch(Condition which) {
    return selectOne().from(TOUCH_FACT).where(which);
  }

  private static <T> Condition is(Field<T> field, @Nullable T value) {
    return value == null ? field.isNull() : field.eq(value);
  }

  private static @Nullable UUID id(@Nullable String value) {
    try {
      return value == null ? null : UUID.fromString(value);
    } catch (IllegalArgumentException e) {
      throw new Problem(InsightsProblem.ROW_UNKNOWN, value);
    }
  }
}
