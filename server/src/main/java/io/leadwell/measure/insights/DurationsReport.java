package io.leadwell.measure.insights;

import static io.leadwell.tables.insights.Tables.LEAD_FACT;
import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.grouping;
import static org.jooq.impl.DSL.groupingSets;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.percentileCont;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.when;

import io.leadwell.base.workspace.Visible;
import io.leadwell.pool.leads.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * How long it takes. Only entries of a lead's own are measured, implied ones are left out;
 * quantiles interpolate as {@code percentile_cont} does.
 */
@Repository
class DurationsReport {

  private static final String KEY = "row_key";
  private static final String FIRST_CONTACT = "firstContact";

  /** One way from here to there and the column of its days. */
  private record Way(String from, Stage to, TableField<?, Double> days) {}

  private static final List<Way> WAYS =
      List.of(
          new Way(FIRST_CONTACT, Stage.LEAD, LEAD_FACT.DAYS_CONTACT_LEAD),
          new Way(FIRST_CONTACT, Stage.MQL, LEAD_FACT.DAYS_CONTACT_MQL),
          new Way(FIRST_CONTACT, Stage.SAL, LEAD_FACT.DAYS_CONTACT_SAL),
          new Way(FIRST_CONTACT, Stage.SQL, LEAD_FACT.DAYS_CONTACT_SQL),
          new Way(FIRST_CONTACT, Stage.OPPORTUNITY, LEAD_FACT.DAYS_CONTACT_OPPORTUNITY),
          new Way(FIRST_CONTACT, Stage.POC, LEAD_FACT.DAYS_CONTACT_POC),
          new Way(FIRST_CONTACT, Stage.WON, LEAD_FACT.DAYS_CONTACT_WON),
          new Way(Stage.LEAD.word(), Stage.MQL, LEAD_FACT.DAYS_LEAD_MQL),
          new Way(Stage.MQL.word(), Stage.SAL, LEAD_FACT.DAYS_MQL_SAL),
          new Way(Stage.SAL.word(), Stage.SQL, LEAD_FACT.DAYS_SAL_SQL),
          new Way(Stage.SQL.word(), Stage.OPPORTUNITY, LEAD_FACT.DAYS_SQL_OPPORTUNITY),
          new Way(Stage.OPPORTUNITY.word(), Stage.POC, LEAD_FACT.DAYS_OPPORTUNITY_POC),
          new Way(Stage.POC.word(), Stage.WON, LEAD_FACT.DAYS_POC_WON));

  /** The aggregates of one way over the days of it that count. */
  private record Measured(
      Way way,
      Field<Integer> n,
      Field<Double> mean,
      Field<Double> median,
      Field<Double> p90,
      Field<Integer> negative) {

    static Measured of(Way way, Field<Double> days) {
      return new Measured(
          way,
          count(days),
          avg(days).cast(Double.class),
          percentileCont(inline(0.5)).withinGroupOrderBy(days).cast(Double.class),
          percentileCont(inline(0.9)).withinGroupOrderBy(days).cast(Double.class),
          count().filterWhere(days.lt(inline(0d))));
    }

    List<SelectFieldOrAsterisk> fields() {
      return List.of(n, mean, median, p90, negative);
    }

    DurationRow.Step step(Record r) {
      return new DurationRow.Step(
          way.from(),
          way.to().word(),
          r.get(n),
          r.get(mean),
          r.get(median),
          r.get(p90),
          r.get(negative));
    }
  }

  private final DSLContext dsl;
  private final Labels labels;

  DurationsReport(DSLContext dsl, Labels labels) {
    this.dsl = dsl;
    this.labels = labels;
  }

  Durations answer(Question question, Visible visible, Locale language) {
    boolean cut = question.by() != Dimension.NONE;
    List<Field<?>> told = new ArrayList<>();
    told.add((cut ? Conditions.key(question.by()) : inline(0)).as(KEY));
    for (int i = 0; i < WAYS.size(); i++) {
      Way way = WAYS.get(i);
      told.add(when(counted(way, question), way.days()).as("days" + i));
    }
    Table<?> each =
        select(told)
            .from(LEAD_FACT)
            .where(Conditions.seen(question.filter(), visible))
            .and(Conditions.population(question))
            .asTable("each");
    List<Measured> measured = new ArrayList<>();
    List<SelectFieldOrAsterisk> fields = new ArrayList<>();
    for (int i = 0; i < WAYS.size(); i++) {
      Field<Double> days = Objects.requireNonNull(each.field("days" + i, Double.class));
      measured.add(Measured.of(WAYS.get(i), days));
      fields.addAll(measured.get(i).fields());
    }
    Map<String, List<DurationRow.Step>> byKey = new HashMap<>();
    List<DurationRow.Step> all = new ArrayList<>();
    if (cut) {
      Field<?> key = Objects.requireNonNull(each.field(KEY));
      Field<Integer> ofAll = grouping(key);
      dsl.select(key, ofAll)
          .select(fields)
          .from(each)
          .groupBy(groupingSets(new Field<?>[] {key}, new Field<?>[] {}))
          .forEach(r -> {
            List<DurationRow.Step> steps =
                r.get(ofAll) == 1
                    ? all
                    : byKey.computeIfAbsent(Keys.ofValue(r.get(key)), k -> new ArrayList<>());
            measured.forEach(m -> steps.add(m.step(r)));
          });
    } else {
      Record r = dsl.select(fields).from(each).fetchSingle();
      measured.forEach(m -> all.add(m.step(r)));
      byKey.put(Keys.ALL, all);
    }
    Map<String, String> names = labels.of(question.by(), byKey.keySet(), language);
    List<DurationRow> rows =
        byKey.entrySet().stream()
            .map(e ->
                new DurationRow(
                    e.getKey(), names.getOrDefault(e.getKey(), e.getKey()), e.getValue()))
            .sorted(
                Rows.order(
                    question.by(),
                    DurationRow::key,
                    DurationRow::label,
                    row -> row.steps().getFirst().n()))
            .toList();
    return new Durations(question, rows, new DurationRow(Keys.ALL, labels.total(language), all));
  }

  /** Mean and p90 of the time from the first contact to the signature, for those signed then. */
  DurationRow.@Nullable Step cycle(Question question, Visible visible) {
    Measured won = Measured.of(WAYS.get(6), WAYS.get(6).days());
    Question signed =
        new Question(Dimension.NONE, Basis.PERIOD, question.period(), question.filter());
    Record r =
        dsl.select(won.fields())
            .from(LEAD_FACT)
            .where(Conditions.seen(question.filter(), visible))
            .and(Conditions.counts(Stage.WON, signed))
            .fetchSingle();
    DurationRow.Step step = won.step(r);
    return step.n() == 0 ? null : step;
  }

  /** On the basis of a period a way counts when it ended in the period. */
  private static Condition counted(Way way, Question question) {
    return question.basis() == Basis.PERIOD
        ? Conditions.inside(Conditions.own(way.to()), question.period())
        : trueCondition();
  }
}
