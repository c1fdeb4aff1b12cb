package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.LEAD;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import io.leadwell.base.workspace.Visible;
import java.util.List;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.springframework.stereotype.Component;

/** The words that a column of the visible leads has, for filters to offer. */
@Component
class ValuesInUse {

  private static final int MOST = 500;

  private final DSLContext dsl;

  ValuesInUse(DSLContext dsl) {
    this.dsl = dsl;
  }

  List<String> of(Field<String> column, Visible visible) {
    return visible instanceof Visible.Everything
        ? stepped(column)
        : dsl.selectDistinct(column)
            .from(LEAD)
            .where(column.isNotNull())
            .and(LeadConditions.visible(visible))
            .orderBy(column)
            .limit(MOST)
            .fetch(column);
  }

  /** From each value to the next in its index: reading every lead for a few words takes seconds. */
  private List<String> stepped(Field<String> column) {
    Field<String> value = field(name("used", "value"), column.getDataType());
    CommonTableExpression<Record1<String>> used =
        name("used")
            .fields("value")
            .as(
                select(min(column))
                    .from(LEAD)
                    .unionAll(
                        select(field(select(min(column)).from(LEAD).where(column.gt(value))))
                            .from(name("used"))
                            .where(value.isNotNull())));
    return dsl.withRecursive(used)
        .select(value)
        .from(used)
        .where(value.isNotNull())
        .limit(MOST)
        .fetch(value);
  }
}
