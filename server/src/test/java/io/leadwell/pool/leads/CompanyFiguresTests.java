package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.COMPANY;
import static io.leadwell.tables.leads.Tables.COMPANY_FIGURES;
import static io.leadwell.tables.leads.Tables.LEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.sum;

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
