package io.leadwell.pool.rules;

import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;

/** Where the value of a field stands. */
public sealed interface Column {

  /**
   * In a row that each lead (or deed) has at most one of.
   *
   * @param joins the tables to reach it, in their order; equal ones are joined once
   */
  record Plain(Field<?> field, List<Join> joins) implements Column {
    public Plain {
      joins = List.copyOf(joins);
    }
  }

  /**
   * In any number of rows.
   *
   * @param on which of them are the lead's (or deed's)
   * @param value never null
   * @param joins the tables that {@code on} or the table itself speak of, besides the lead's
   */
  record Many(Table<?> table, Condition on, Field<String> value, List<Join> joins)
      implements Column {
    public Many {
      joins = List.copyOf(joins);
    }

    public Many(Table<?> table, Condition on, Field<String> value) {
      this(table, on, value, List.of());
    }
  }

  /**
   * A number that halves with time, see {@link io.leadwell.kernel.rules.Fading}.
   *
   * @param halfLife in seconds
   */
  record Fades(Field<Double> mass, Field<Long> halfLife, List<Join> joins) implements Column {
    public Fades {
      joins = List.copyOf(joins);
    }
  }

  /** A table of which there is one row at most for each that it is joined to. */
  record Join(Table<?> table, Condition on) {}

  static Column of(Field<?> field, Join... joins) {
    return new Plain(field, List.of(joins));
  }
}
