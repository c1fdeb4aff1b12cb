package io.leadwell.pool.rules;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;

import io.leadwell.kernel.rules.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SelectJoinStep;
import org.jooq.Table;
import org.jooq.TableLike;
import org.jspecify.annotations.Nullable;

/**
 * A rule as SQL over the leads. A test of what is not known is null in SQL, which a where clause
 * takes for no; only below a "not" it must be made no in so many words, so "not" is pushed down to
 * the tests and the rest keeps its indexes.
 */
final class SqlOfRule {

  private final LeadTables tables;
  private final Catalogue catalogue;
  private final Instant now;
  private final Set<Column.Join> joins = new LinkedHashSet<>();

  SqlOfRule(LeadTables tables, Catalogue catalogue, Instant now) {
    this.tables = tables;
    this.catalogue = catalogue;
    this.now = now;
  }

  /** What to join to the leads for a condition that was made. */
  Set<Column.Join> joins() {
    return joins;
  }

  /** {@code from} with all joins that conditions need. */
  <R extends Record> SelectJoinStep<R> joined(SelectJoinStep<R> from) {
    return joined(from, joins);
  }

  static <R extends Record> SelectJoinStep<R> joined(
      SelectJoinStep<R> from, Set<Column.Join> joins) {
    SelectJoinStep<R> all = from;
    for (Column.Join join : joins) {
      all = all.leftJoin(join.table()).on(join.on());
    }
    return all;
  }

  Condition condition(Rule rule) {
    return condition(rule, true);
  }

  private Condition condition(Rule rule, boolean wanted) {
    return switch (rule) {
      case Rule.All all -> parts(all.of(), wanted, wanted);
      case Rule.Any any -> parts(any.of(), wanted, !wanted);
      case Rule.Not of -> condition(of.of(), !wanted);
      case Rule.Field field -> {
        RuleField of = known(catalogue.leads().get(field.test().field()));
        Condition holds = new SqlOfTest(now, joins).holds(field.test(), of);
        yield wanted ? holds : SqlOfTest.untrue(holds);
      }
      case Rule.Deeds deeds -> deeds(deeds, wanted);
    };
  }

  private Condition parts(List<Rule> of, boolean wanted, boolean all) {
    List<Condition> parts = of.stream().map(each -> condition(each, wanted)).toList();
    if (parts.isEmpty()) {
      return all ? trueCondition() : falseCondition();
    }
    return all ? org.jooq.impl.DSL.and(parts) : or(parts);
  }

  /** "At least" is a semi-join, "fewer than" an anti-join: both are cheap for all leads at once. */
  private Condition deeds(Rule.Deeds deeds, boolean wanted) {
    List<Condition> bounds = new ArrayList<>();
    if (deeds.least() > 0) {
      bounds.add(many(deeds, deeds.least(), wanted));
    }
    if (deeds.most() != null) {
      bounds.add(many(deeds, deeds.most() + 1, !wanted));
    }
    if (bounds.isEmpty()) {
      return wanted ? trueCondition() : falseCondition();
    }
    return wanted ? org.jooq.impl.DSL.and(bounds) : or(bounds);
  }

  private Condition many(Rule.Deeds deeds, int least, boolean wanted) {
    Set<Column.Join> ofDeeds = new LinkedHashSet<>();
    Condition counted = counted(deeds, ofDeeds);
    if (least == 1) {
      SelectConditionStep<?> some =
          joined(selectOne().from(tables.deeds()), ofDeeds)
              .where(tables.doer().eq(tables.person()))
              .and(counted);
      return wanted ? exists(some) : notExists(some);
    }
    Field<UUID> doer = tables.doer().as("doer");
    TableLike<?> grouped =
        joined(select(doer).from(tables.deeds()), ofDeeds)
            .where(counted)
            .groupBy(tables.doer())
            .having(count().ge(least));
    Table<?> busy = grouped.asTable("busy");
    SelectConditionStep<?> some =
        selectOne().from(busy).where(known(busy.field(doer)).eq(tables.person()));
    return wanted ? exists(some) : notExists(some);
  }

  private Condition counted(Rule.Deeds deeds, Set<Column.Join> ofDeeds) {
    Condition all = tables.counted();
    if (deeds.within() != null) {
      all = all.and(tables.doneAt().gt(now.minus(deeds.within())));
    }
    SqlOfTest tests = new SqlOfTest(now, ofDeeds);
    for (var test : deeds.where()) {
      all = all.and(tests.holds(test, known(catalogue.deeds().get(test.field()))));
    }
    return all;
  }

  private static <T> T known(@Nullable T field) {
    if (field == null) {
      throw new IllegalStateException("A rule asks for a field that went meanwhile");
    }
    return field;
  }
}
