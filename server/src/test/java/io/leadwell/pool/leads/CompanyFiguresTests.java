package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.COMPANY;
import static io.leadwell.tables.leads.Tables.COMPANY_FIGURES;
import static io.leadwell.tables.leads.Tables.LEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.sum;

import io.leadwell.pool.imports.ImportRow;
import io.leadwell.testing.OnPostgres;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** What stands beside a company, kept as its leads change, against a count. */
@OnPostgres
class CompanyFiguresTests extends CompanyFiles {

  @Test
  void figures_follow_the_leads_whatever_happens_to_them() {
    for (int round = 0; round < 6; round++) {
      storm(new Random(SEED + round), 25);
      assertThat(kept()).as("round %s", round).isEqualTo(counted());
    }
  }

  @Test
  void the_latest_touch_of_many_emptied_companies_is_not_looked_for_among_all_leads() {
    int many = 400;
    ImportRow[] rows = new ImportRow[many];
    for (int i = 0; i < many; i++) {
      rows[i] = row("m" + i, "公司" + i, MARCH.plusSeconds(i));
    }
    bring(rows);

    transaction.executeWithoutResult(status -> {
      // As PostgreSQL guesses before the table is analysed: few companies with many leads each.
      dsl.execute(
          "select pg_restore_attribute_stats('schemaname', 'leads', 'relname', 'lead',"
              + " 'attname', 'company_id', 'inherited', false, 'n_distinct', 2::real)");
      long before = leadsRead();
      dsl.update(LEAD).setNull(LEAD.COMPANY_ID).execute();
      assertThat(leadsRead() - before).isLessThan(20L * many);
      status.setRollbackOnly();
    });
  }

  /** Rows of the table that this transaction has looked at so far. */
  private long leadsRead() {
    return dsl.fetchSingle(
            "select seq_tup_read + idx_tup_fetch from pg_stat_xact_user_tables"
                + " where relid = 'leads.lead'::regclass")
        .get(0, Long.class);
  }

  private Map<UUID, List<Object>> kept() {
    Map<UUID, List<Object>> figures = new LinkedHashMap<>();
    dsl.selectFrom(COMPANY_FIGURES)
        .orderBy(COMPANY_FIGURES.COMPANY_ID)
        .forEach(row ->
            figures.put(
                row.get(COMPANY_FIGURES.COMPANY_ID),
                List.of(
                    row.get(COMPANY_FIGURES.LEADS),
                    row.get(COMPANY_FIGURES.REVENUE_FEN),
                    row.get(COMPANY_FIGURES.LAST_TOUCH_AT))));
    return figures;
  }

  private Map<UUID, List<Object>> counted() {
    Map<UUID, List<Object>> figures = new LinkedHashMap<>();
    dsl.select(
            COMPANY.ID,
            DSL.count(LEAD.ID),
            coalesce(sum(LEAD.REVENUE_FEN), BigDecimal.ZERO),
            coalesce(max(LEAD.LAST_TOUCH_AT), Instant.EPOCH))
        .from(COMPANY)
        .leftJoin(LEAD)
        .on(LEAD.COMPANY_ID.eq(COMPANY.ID))
        .groupBy(COMPANY.ID)
        .orderBy(COMPANY.ID)
        .forEach(row ->
            figures.put(
                row.value1(),
                List.of((long) row.value2(), row.value3().longValueExact(), row.value4())));
    return figures;
  }
}
