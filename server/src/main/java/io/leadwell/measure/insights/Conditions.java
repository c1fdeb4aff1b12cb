package io.leadwell.measure.insights;

import static io.leadwell.tables.insights.Tables.LEAD_FACT;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Visible;
import io.leadwell.pool.leads.Stage;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * What every figure means, said once: counts and the lists behind them are built from the same
 * conditions, so a figure opens to exactly its leads.
 */
final class Conditions {

  /** A stage's columns: when a lead counts as having entered, and when it did so by itself. */
  private record StageColumns(TableField<?, Instant> at, TableField<?, Instant> own) {}

  private static final Map<Stage, StageColumns> STAGES =
      new EnumMap<>(
          Map.of(
              Stage.LEAD,
              new StageColumns(LEAD_FACT.LEAD_AT, LEAD_FACT.OWN_LEAD_AT),
              Stage.MQL,
              new StageColumns(LEAD_FACT.MQL_AT, LEAD_FACT.OWN_MQL_AT),
              Stage.SAL,
              new StageColumns(LEAD_FACT.SAL_AT, LEAD_FACT.OWN_SAL_AT),
              Stage.SQL,
              new StageColumns(LEAD_FACT.SQL_AT, LEAD_FACT.OWN_SQL_AT),
              Stage.OPPORTUNITY,
              new StageColumns(LEAD_FACT.OPPORTUNITY_AT, LEAD_FACT.OWN_OPPORTUNITY_AT),
              Stage.POC,
              new StageColumns(LEAD_FACT.POC_AT, LEAD_FACT.OWN_POC_AT),
              Stage.WON,
              new StageColumns(LEAD_FACT.WON_AT, LEAD_FACT.OWN_WON_AT)));

  /** Dimensions that are records of other modules. */
  private static final Map<Dimension, TableField<?, UUID>> IDS =
      new EnumMap<>(
          Map.of(
              Dimension.CHANNEL, LEAD_FACT.CHANNEL_ID,
              Dimension.CAMPAIGN, LEAD_FACT.CAMPAIGN_ID,
              Dimension.OWNER, LEAD_FACT.OWNER_ID,
              Dimension.SDR, LEAD_FACT.SDR_ID,
              Dimension.ITEM, LEAD_FACT.ITEM_ID,
              Dimension.DEPARTMENT, LEAD_FACT.DEPARTMENT_ID));

  private static final Map<Dimension, TableField<?, String>> WORDS =
      new EnumMap<>(
          Map.of(
              Dimension.FRAME, LEAD_FACT.FRAME,
              Dimension.REGION, LEAD_FACT.PROVINCE,
              Dimension.INDUSTRY, LEAD_FACT.INDUSTRY,
              Dimension.SOURCE_CLASS, LEAD_FACT.SOURCE_CLASS,
              Dimension.CONTENT, LEAD_FACT.CONTENT,
              Dimension.AUTHOR, LEAD_FACT.AUTHOR,
              Dimension.PLAN, LEAD_FACT.PLAN,
              Dimension.UNIT, LEAD_FACT.UNIT,
              Dimension.KEYWORD, LEAD_FACT.KEYWORD));

  private Conditions() {}

  /**
   * What tells the key of a lead's row: a word, the id of a record, the number of a cohort's month.
   */
  static Field<?> key(Dimension dimension) {
    if (dimension == Dimension.MONTH) {
      return Months.of(at(Stage.LEAD));
    }
    TableField<?, UUID> id = IDS.get(dimension);
    return id == null ? required(WORDS, dimension) : id;
  }

  static TableField<?, Instant> at(Stage stage) {
    return required(STAGES, stage).at();
  }

  static TableField<?, Instant> own(Stage stage) {
    return required(STAGES, stage).own();
  }

  /** Leads that the caller may see and the filter lets through. */
  static Condition seen(ReportFilter filter, Visible visible) {
    return scope(visible)
        .and(among(LEAD_FACT.CHANNEL_ID, filter.channel()))
        .and(among(LEAD_FACT.CAMPAIGN_ID, filter.campaign()))
        .and(among(LEAD_FACT.SOURCE_CLASS, filter.sourceClass()))
        .and(among(LEAD_FACT.PROVINCE, filter.province()))
        .and(among(LEAD_FACT.INDUSTRY, filter.industry()))
        .and(among(LEAD_FACT.OWNER_ID, filter.owner()))
        .and(among(LEAD_FACT.SDR_ID, filter.sdr()));
  }

  /**
   * The leads a report speaks of: those with at least one figure in it. Those without any date in
   * the period are passed over by index.
   */
  static Condition population(Question question) {
    Period period = question.period();
    if (period.isEver()) {
      return noCondition();
    }
    return (question.basis() == Basis.COHORT
            ? inside(at(Stage.LEAD), period)
            : or(STAGES.values().stream().map(s -> inside(s.at(), period)).toList()))
        .and(dated(period));
  }

  /** Has a date in or around the period: true of whatever counts in it, and told by index. */
  private static Condition dated(Period period) {
    Instant since = period.since();
    Instant until = period.until();
    return noCondition()
        .and(since == null ? noCondition() : LEAD_FACT.LATEST_AT.ge(since))
        .and(until == null ? noCondition() : LEAD_FACT.EARLIEST_AT.lt(until));
  }

  /**
   * The stages a lead of the population counts for, as bits in the order of the funnel; null where
   * its marks say so already.
   */
  static @Nullable Field<Integer> stagesInside(Question question) {
    if (question.basis() == Basis.COHORT || question.period().isEver()) {
      return null;
    }
    Field<Integer> bits = inline(0);
    for (Stage stage : Stage.FUNNEL) {
      Condition inside = inside(at(stage), question.period());
      bits = bits.add(when(inside, inline(1 << stage.ordinal())).else_(inline(0)));
    }
    return bits;
  }

  /** A lead counts for a stage. */
  static Condition counts(Stage stage, Question question) {
    Field<Instant> at = at(stage);
    if (question.period().isEver()) {
      return at.isNotNull();
    }
    return question.basis() == Basis.COHORT
        ? at.isNotNull().and(population(question))
        : inside(at, question.period());
  }

  /** It counts only because it was seen at a later stage. */
  static Condition implied(Stage stage) {
    return required(STAGES, stage).own().isNull();
  }

  /** Signatures that count, where they are joined to their leads. */
  static Condition signings(Signing signing, Question question) {
    return question.basis() == Basis.COHORT
        ? inside(at(Stage.LEAD), question.period())
        : inside(signing.at(), question.period());
  }

  /** A lead counts for a figure in the row with this key. */
  static Condition cell(Question question, Figure figure, String rowKey) {
    Stage stage = figure.stage();
    boolean ownMonths = question.by() == Dimension.MONTH && question.basis() == Basis.PERIOD;
    if (stage != null) {
      return counts(stage, question)
          .and(row(ownMonths ? at(stage) : at(Stage.LEAD), question.by(), rowKey))
          .and(isMonth(question.by(), rowKey) ? dated(Months.days(rowKey)) : noCondition());
    }
    Signing signing = figure == Figure.CUSTOMER ? Signing.CUSTOMER : Signing.CONTRACT;
    Condition signed =
        signing
            .leadId()
            .eq(LEAD_FACT.LEAD_ID)
            .and(signings(signing, question))
            .and(ownMonths ? row(signing.at(), question.by(), rowKey) : noCondition());
    return exists(selectOne().from(signing.leadId().getTable()).where(signed))
        .and(ownMonths ? noCondition() : row(at(Stage.LEAD), question.by(), rowKey));
  }

  static Condition inside(Field<Instant> at, Period period) {
    Condition inside = noCondition();
    Instant since = period.since();
    if (since != null) {
      inside = inside.and(at.ge(since));
    }
    Instant until = period.until();
    return until == null ? inside : inside.and(at.lt(until));
  }

  static <T> Condition among(Field<T> field, @Nullable Wanted<T> wanted) {
    if (wanted == null) {
      return noCondition();
    }
    Condition blank = wanted.blank() ? field.isNull() : falseCondition();
    return wanted.values().isEmpty() ? blank : field.in(wanted.values()).or(blank);
  }

  /** {@code at} is the moment whose month counts, where rows are months. */
  private static Condition row(Field<Instant> at, Dimension by, String rowKey) {
    if (by == Dimension.NONE || rowKey.equals(Keys.ALL)) {
      return noCondition();
    }
    String value = Keys.value(rowKey);
    if (by == Dimension.MONTH) {
      return value == null ? at.isNull() : inside(at, Months.days(value));
    }
    TableField<?, UUID> id = IDS.get(by);
    if (id != null) {
      return value == null ? id.isNull() : id.eq(id(value));
    }
    Field<String> key = required(WORDS, by);
    return value == null ? key.isNull() : key.eq(value);
  }

  private static boolean isMonth(Dimension by, String rowKey) {
    return by == Dimension.MONTH && !rowKey.equals(Keys.ALL) && !rowKey.equals(Keys.BLANK);
  }

  private static UUID id(String value) {
    try {
      return UUID.fromString(value);
    } catch (IllegalArgumentException e) {
      throw new Problem(InsightsProblem.ROW_UNKNOWN, value);
    }
  }

  private static Condition scope(Visible visible) {
    return switch (visible) {
      case Visible.Everything() -> noCondition();
      case Visible.OwnedBy(var members) -> {
        List<UUID> ids = List.copyOf(members);
        yield LEAD_FACT.OWNER_ID.in(ids).or(LEAD_FACT.SDR_ID.in(ids));
      }
    };
  }

  private static <K, V> V required(Map<K, V> map, K key) {
    V value = map.get(key);
    if (value == null) {
      throw new Problem(InsightsProblem.DIMENSION_NOT_OFFERED, key.toString());
    }
    return value;
  }
}
