package io.leadwell.pool.scoring;

import static org.jooq.impl.DSL.select;

import io.leadwell.kernel.rules.Facts;
import io.leadwell.pool.rules.LeadTables;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What was read, as it is written: rules compare titles without regard to case. */
@Component
class DeedTitles {

  private final DSLContext dsl;
  private final LeadTables tables;

  DeedTitles(DSLContext dsl, LeadTables tables) {
    this.dsl = dsl;
    this.tables = tables;
  }

  /** By the title as rules compare it. */
  Map<String, String> of(UUID lead) {
    Map<String, String> titles = new HashMap<>();
    dsl.selectDistinct(tables.content())
        .from(tables.deeds())
        .where(
            tables
                .doer()
                .in(select(tables.person()).from(tables.leads()).where(tables.lead().eq(lead))))
        .and(tables.content().isNotNull())
        .forEach(row -> titles.put(Facts.folded(row.value1()), row.value1()));
    return titles;
  }
}
