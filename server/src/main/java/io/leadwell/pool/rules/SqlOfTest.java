package io.leadwell.pool.rules;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.position;
import static org.jooq.impl.DSL.power;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;

import io.leadwell.kernel.rules.Fading;
import io.leadwell.kernel.rules.Kind;
import io.leadwell.kernel.rules.Test;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** One test as SQL; null or false where it does not hold. */
final class SqlOfTest {

  private final Instant now;
  private final Set<Column.Join> joins;

  /**
   * @param joins receives what the tests need
   */
  SqlOfTest(Instant now, Set<Column.Join> joins) {
    this.now = now;
    this.joins = joins;
  }

  Condition holds(Test test, RuleField field) {
    return switch (field.column()) {
      case Column.Plain plain -> {
        joins.addAll(plain.joins());
        yield plain(test, plain.field(), field.kind());
      }
      case Column.Many many -> {
        joins.addAll(many.joins());
        yield many(test, many);
      }
      case Column.Fades fades -> {
        joins.addAll(fades.joins());
        yield fades(test, fades);
      }
    };
  }

  private Condition plain(Test test, Field<?> field, Kind kind) {
    return switch (test) {
      case Test.OneOf one -> {
        Condition is = oneOf(field, one.values(), one.text());
        yield one.negated() ? untrue(is) : is;
      }
      case Test.Contains has -> {
        Condition contains = contains(text(field), has.parts());
        yield has.negated() ? untrue(contains) : contains;
      }
      case Test.StartsWith begins -> startsWith(text(field), begins.beginnings());
      case Test.Known known -> known(field, kind, known.negated());
      case Test.Range range -> range(field, range);
      case Test.Between between -> between(moment(field), between.from(), between.until());
      case Test.Relative relative -> relative(moment(field), relative);
      case Test.Flag flag ->
          flag.yes()
              ? condition(field.coerce(SQLDataType.BOOLEAN))
              : untrue(condition(field.coerce(SQLDataType.BOOLEAN)));
      case Test.Strength _ -> throw new IllegalStateException("No number that fades: " + field);
    };
  }

  /** Of several words one suffices; of a negated test none may be there. */
  private static Condition many(Test test, Column.Many many) {
    Function<Condition, Condition> some =
        holds -> exists(selectOne().from(many.table()).where(many.on()).and(holds));
    Function<Condition, Condition> none =
        holds -> notExists(selectOne().from(many.table()).where(many.on()).and(holds));
    return switch (test) {
      case Test.OneOf one ->
          (one.negated() ? none : some).apply(oneOf(many.value(), one.values(), one.text()));
      case Test.Contains has ->
          (has.negated() ? none : some).apply(contains(many.value(), has.parts()));
      case Test.StartsWith begins -> some.apply(startsWith(many.value(), begins.beginnings()));
      case Test.Known known -> (known.negated() ? none : some).apply(trueCondition());
      default -> throw new IllegalStateException("Several words are asked for a number");
    };
  }

  private static Condition oneOf(Field<?> field, Collection<String> values, boolean text) {
    if (text) {
      return lower(text(field)).eq(any(values.toArray(String[]::new)));
    }
    if (field.getType() == UUID.class) {
      UUID[] ids = values.stream().map(SqlOfTest::id).filter(id -> id != null).toArray(UUID[]::new);
      return field.coerce(SQLDataType.UUID).eq(any(ids));
    }
    return text(field).eq(any(values.toArray(String[]::new)));
  }

  /** What is no id is nobody's. */
  private static @Nullable UUID id(String value) {
    try {
      return UUID.fromString(value);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  private static Condition contains(Field<String> field, Collection<String> parts) {
    return or(parts.stream().map(part -> position(lower(field), part).gt(0)).toList());
  }

  private static Condition startsWith(Field<String> field, Collection<String> beginnings) {
    return or(beginnings.stream().map(each -> position(lower(field), each).eq(1)).toList());
  }

  private static Condition known(Field<?> field, Kind kind, boolean negated) {
    Condition known =
        kind == Kind.TEXT ? field.isNotNull().and(text(field).ne(inline(""))) : field.isNotNull();
    return negated ? untrue(known) : known;
  }

  private static Condition range(Field<?> field, Test.Range range) {
    Field<BigDecimal> number = field.cast(SQLDataType.NUMERIC);
    Condition least = range.least() == null ? trueCondition() : number.ge(range.least());
    return range.most() == null ? least : least.and(number.le(range.most()));
  }

  private static Condition between(
      Field<Instant> at, @Nullable Instant from, @Nullable Instant until) {
    Condition after = from == null ? at.isNotNull() : at.ge(from);
    return until == null ? after : after.and(at.lt(until));
  }

  private Condition relative(Field<Instant> at, Test.Relative test) {
    Condition after = test.after() == null ? at.isNotNull() : at.gt(now.plus(test.after()));
    return test.until() == null ? after : after.and(at.le(now.plus(test.until())));
  }

  private Condition fades(Test test, Column.Fades fades) {
    if (!(test instanceof Test.Strength strength)) {
      throw new IllegalStateException("A number that fades is asked for " + test);
    }
    Condition least = trueCondition();
    if (strength.least() != null) {
      Condition reached = fades.mass().ge(mass(strength.least(), fades));
      least = strength.least() > 0 ? reached : reached.or(fades.mass().isNull());
    }
    if (strength.most() == null) {
      return least;
    }
    Condition below = fades.mass().le(mass(strength.most(), fades));
    return least.and(strength.most() < 0 ? below : below.or(fades.mass().isNull()));
  }

  private Field<Double> mass(double value, Column.Fades fades) {
    double since = Duration.between(Fading.EPOCH, now).toMillis() / 1_000.0;
    Field<Double> halves = val(since).div(fades.halfLife().cast(SQLDataType.DOUBLE));
    return val(value).mul(power(val(2.0), halves).cast(SQLDataType.DOUBLE));
  }

  /** Also where it is null. */
  static Condition untrue(Condition of) {
    return field(of).isDistinctFrom(inline(true));
  }

  private static Field<String> text(Field<?> field) {
    return field.coerce(SQLDataType.CLOB);
  }

  @SuppressWarnings("unchecked")
  private static Field<Instant> moment(Field<?> field) {
    return (Field<Instant>) field;
  }
}
