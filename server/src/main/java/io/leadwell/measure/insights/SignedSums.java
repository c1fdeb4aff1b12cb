package io.leadwell.measure.insights;

import static io.leadwell.tables.insights.Tables.CONTRACT_FACT;
import static io.leadwell.tables.insights.Tables.CUSTOMER_FACT;
import static io.leadwell.tables.insights.Tables.LEAD_FACT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.grouping;
import static org.jooq.impl.DSL.groupingSets;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import io.leadwell.base.workspace.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Revenue and new customers of the contracts that count in a report. */
@Repository
class SignedSums {

  private final DSLContext dsl;

  SignedSums(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** What was signed, without the rest; null where no contract counts. */
  @Nullable Long revenue(Question question, Visible visible) {
    return dsl.select(sum(CONTRACT_FACT.AMOUNT_FEN).cast(Long.class))
        .from(CONTRACT_FACT)
        .join(LEAD_FACT)
        .on(LEAD_FACT.LEAD_ID.eq(CONTRACT_FACT.LEAD_ID))
        .where(Conditions.seen(question.filter(), visible))
        .and(Conditions.signings(Signing.CONTRACT, question))
        .fetchSingle()
        .value1();
  }

  /** Fills revenue and customers of every line, each table by its key, in one pass. */
  void fill(
      List<StageCounts.Table> tables,
      Question question,
      Visible visible,
      List<@Nullable Field<?>> keys) {
    Field<Long> amount = CONTRACT_FACT.AMOUNT_FEN.as("amount_fen");
    Field<UUID> customer = CUSTOMER_FACT.LEAD_ID.as("customer_id");
    List<Field<?>> told = new ArrayList<>(List.of(amount, customer));
    List<Integer> keyed = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      Field<?> key = keys.get(i);
      if (key != null) {
        keyed.add(i);
        told.add(key.as("key" + i));
      }
    }
    Table<?> each =
        select(told)
            .from(CONTRACT_FACT)
            .join(LEAD_FACT)
            .on(LEAD_FACT.LEAD_ID.eq(CONTRACT_FACT.LEAD_ID))
            .leftJoin(CUSTOMER_FACT)
            .on(CUSTOMER_FACT.CONTRACT_ID.eq(CONTRACT_FACT.CONTRACT_ID))
            .where(Conditions.seen(question.filter(), visible))
            .and(Conditions.signings(Signing.CONTRACT, question))
            .asTable("each");
    Field<Long> revenue = coalesce(sum(column(each, amount)), inline(0)).cast(Long.class);
    Field<Integer> customers = countDistinct(column(each, customer));
    List<Field<?>> fields = new ArrayList<>(List.of(revenue, customers));
    List<Field<?>> groups = new ArrayList<>();
    List<Field<?>[]> sets = new ArrayList<>();
    sets.add(new Field<?>[] {});
    for (int i : keyed) {
      Field<?> key = Objects.requireNonNull(each.field("key" + i));
      groups.add(key);
      fields.add(key);
      fields.add(grouping(key));
      sets.add(new Field<?>[] {key});
    }
    dsl.select(fields)
        .from(each)
        .groupBy(groupingSets(sets.toArray(Field<?>[][]::new)))
        .forEach(r -> {
          for (int g = 0; g < groups.size(); g++) {
            Field<?> key = groups.get(g);
            if (r.get(grouping(key)) == 0) {
              StageCounts.Line line = tables.get(keyed.get(g)).line(r.get(key));
              fill(line, r.get(revenue), r.get(customers));
              return;
            }
          }
          tables.forEach(table -> fill(table.total(), r.get(revenue), r.get(customers)));
        });
  }

  private static <T> Field<T> column(Table<?> table, Field<T> field) {
    return Objects.requireNonNull(table.field(field));
  }

  private static void fill(StageCounts.Line line, long revenueFen, long customers) {
    line.revenueFen = revenueFen;
    line.customers = customers;
  }
}
