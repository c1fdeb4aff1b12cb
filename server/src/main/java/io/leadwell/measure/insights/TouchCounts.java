package io.leadwell.measure.insights;

import static io.leadwell.tables.insights.Tables.CONTRACT_FACT;
import static io.leadwell.tables.insights.Tables.LEAD_FACT;
import static io.leadwell.tables.insights.Tables.TOUCH_FACT;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.grouping;
import static org.jooq.impl.DSL.groupingSets;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.sum;

import io.leadwell.base.workspace.Visible;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.ObjLongConsumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Touches, people and leads by the keys of a cut, and what these came to. */
@Repository
class TouchCounts {

  /** The figures of one key. */
  static final class Line {
    long touches;
    long people;
    long leads;
    long mql;
    long opportunity;
    long won;
    long revenueFen;
    long first;
    long lastBeforeMql;
    long lastBeforeContract;
  }

  /** Lines by key, and the line of all. */
  record Lines(Map<String, Line> lines, Line total) {

    private Line of(@Nullable Object key, int ofAll) {
      return ofAll == 1 ? total : lines.computeIfAbsent(Keys.ofValue(key), _ -> new Line());
    }
  }

  private static final String KEY = "key";

  private final DSLContext dsl;

  TouchCounts(DSLContext dsl) {
    this.dsl = dsl;
  }

  Lines of(TouchQuestion question, Visible visible) {
    Lines lines = new Lines(new HashMap<>(), new Line());
    Condition asked = TouchConditions.asked(question, visible);
    Field<?> key = TouchConditions.key(question.by());
    fillTouched(lines, key, asked);
    fillSigned(lines, key, asked);
    fillPlaces(lines, key, asked, question.period());
    return lines;
  }

  /**
   * Touches are gathered by person and lead first: the earliest in a row says whether there was one
   * before the lead went further.
   */
  private void fillTouched(Lines lines, Field<?> by, Condition asked) {
    Field<Integer> touches = count().as("touches");
    Field<Instant> earliest = min(TOUCH_FACT.HAPPENED_AT).as("earliest");
    Table<?> gathered =
        select(by.as(KEY), TOUCH_FACT.PERSON_ID, TOUCH_FACT.LEAD_ID, touches, earliest)
            .from(TOUCH_FACT)
            .where(asked)
            .groupBy(by, TOUCH_FACT.PERSON_ID, TOUCH_FACT.LEAD_ID)
            .asTable("gathered");
    Field<?> key = column(gathered, KEY);
    Field<UUID> lead = column(gathered, TOUCH_FACT.LEAD_ID);
    Field<Instant> since = column(gathered, earliest);
    Field<Integer> ofAll = grouping(key);
    Field<Long> all = sum(column(gathered, touches)).cast(Long.class);
    Field<Integer> people = countDistinct(column(gathered, TOUCH_FACT.PERSON_ID));
    Field<Integer> leads = countDistinct(lead);
    Field<Integer> mql = countDistinct(lead).filterWhere(since.le(LEAD_FACT.MQL_AT));
    Field<Integer> opportunity =
        countDistinct(lead).filterWhere(since.le(LEAD_FACT.OPPORTUNITY_AT));
    dsl.select(key, ofAll, all, people, leads, mql, opportunity)
        .from(gathered)
        .leftJoin(LEAD_FACT)
        .on(LEAD_FACT.LEAD_ID.eq(lead))
        .groupBy(groupingSets(new Field<?>[] {key}, new Field<?>[] {}))
        .forEach(r -> {
          Line line = lines.of(r.get(key), r.get(ofAll));
          Long sum = r.get(all);
          line.touches = sum == null ? 0 : sum;
          line.people = r.get(people);
          line.leads = r.get(leads);
          line.mql = r.get(mql);
          line.opportunity = r.get(opportunity);
        });
  }

  /** Contracts signed after a touch, each once in a row and once in all. */
  private void fillSigned(Lines lines, Field<?> by, Condition asked) {
    Table<?> signed =
        selectDistinct(by.as(KEY), CONTRACT_FACT.CONTRACT_ID)
            .from(TOUCH_FACT)
            .join(CONTRACT_FACT)
            .on(CONTRACT_FACT.LEAD_ID.eq(TOUCH_FACT.LEAD_ID))
            .and(TOUCH_FACT.HAPPENED_AT.le(CONTRACT_FACT.SIGNED_AT))
            .where(asked)
            .asTable("signed");
    Field<?> key = column(signed, KEY);
    Field<UUID> contract = column(signed, CONTRACT_FACT.CONTRACT_ID);
    Field<Integer> leads = countDistinct(CONTRACT_FACT.LEAD_ID);
    Field<Long> amount = sum(CONTRACT_FACT.AMOUNT_FEN).cast(Long.class);
    dsl.select(key, leads, amount)
        .from(signed)
        .join(CONTRACT_FACT)
        .on(CONTRACT_FACT.CONTRACT_ID.eq(contract))
        .groupBy(key)
        .forEach(r -> {
          Line line = lines.of(r.get(key), 0);
          line.won = r.get(leads);
          line.revenueFen = r.get(amount);
        });
    dsl.select(leads, amount)
        .from(CONTRACT_FACT)
        .where(CONTRACT_FACT.CONTRACT_ID.in(select(contract).from(signed)))
        .forEach(r -> {
          Long sum = r.get(amount);
          lines.total().won = r.get(leads);
          lines.total().revenueFen = sum == null ? 0 : sum;
        });
  }

  /** Every person has one first touch, every lead one last: rows add up to the total. */
  private void fillPlaces(Lines lines, Field<?> by, Condition asked, Period period) {
    fillPlace(lines, by, asked.and(TouchConditions.isFirst(asked)), (line, n) -> line.first += n);
    fillPlace(
        lines,
        by,
        asked.and(TouchConditions.isLastBeforeMql(period)),
        (line, n) -> line.lastBeforeMql += n);
    fillPlace(
        lines,
        by,
        asked.and(TouchConditions.isLastBeforeContract(period)),
        (line, n) -> line.lastBeforeContract += n);
  }

  private void fillPlace(Lines lines, Field<?> by, Condition which, ObjLongConsumer<Line> add) {
    Field<Integer> touches = count();
    dsl.select(by, touches)
        .from(TOUCH_FACT)
        .where(which)
        .groupBy(by)
        .forEach(r -> {
          add.accept(lines.of(r.get(by), 0), r.get(touches));
          add.accept(lines.total(), r.get(touches));
        });
  }

  private static Field<?> column(Table<?> table, String name) {
    return Objects.requireNonNull(table.field(name));
  }

  private static <T> Field<T> column(Table<?> table, Field<T> field) {
    return Objects.requireNonNull(table.field(field));
  }
}
