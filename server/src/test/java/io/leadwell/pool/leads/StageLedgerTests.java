package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.imports.ImportContext;
import io.leadwell.pool.imports.ImportPass;
import io.leadwell.pool.imports.ImportRow;
import io.leadwell.pool.leads.LeadFilter.Order;
import io.leadwell.testing.OnPostgres;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@OnPostgres
class StageLedgerTests {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final List<String> TIMES =
      List.of(
          "lead_at", "mql_at", "sal_at", "sql_at", "opportunity_at", "poc_at", "won_at", "lost_at");

  @Autowired private LeadImport kind;
  @Autowired private Leads leads;
  @Autowired private StageLedger ledger;
  @Autowired private DSLContext dsl;
  @Autowired private TransactionTemplate transaction;

  private final Random random = new Random(7);

  @Test
  void after_any_history_the_columns_of_a_lead_are_what_its_ledger_says() {
    List<UUID> files = new ArrayList<>();
    for (int round = 0; round < 12; round++) {
      files.add(file());
      for (int i = 0; i < 4; i++) {
        move();
      }
      if (round % 3 == 2) {
        UUID undone = files.remove(random.nextInt(files.size()));
        transaction.executeWithoutResult(_ -> kind.undo(undone));
      }
    }

    List<UUID> all = dsl.select(LEAD.ID).from(LEAD).fetch(LEAD.ID);
    assertThat(all).isNotEmpty();
    String kept = columns();
    transaction.executeWithoutResult(_ -> ledger.project(all));

    assertThat(columns()).isEqualTo(kept);
  }

  private UUID file() {
    UUID importId = Ids.next();
    List<ImportRow> rows = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Map<String, Object> values = new LinkedHashMap<>();
      // Keys repeat between files, so that later ones correct earlier ones.
      values.put("key", "k" + (i + random.nextInt(3) * 20));
      for (String time : TIMES) {
        if (random.nextInt(3) == 0) {
          values.put(time, START.plusSeconds(3_600L * random.nextInt(2_000)));
        }
      }
      if (rows.stream().noneMatch(row -> values.get("key").equals(row.text("key")))) {
        rows.add(new ImportRow(i + 2, values, Map.of("n", Integer.toString(i))));
      }
    }
    ImportPass pass =
        kind.begin(
            new ImportContext(importId, "history", ZoneId.of("Asia/Shanghai"), Caller.system()));
    transaction.executeWithoutResult(_ -> pass.commit(rows));
    return importId;
  }

  private void move() {
    List<LeadRow> rows =
        leads.page(LeadFilter.everything(), Order.NEWEST_FIRST, null, 50, Caller.system()).items();
    LeadRow lead = rows.get(random.nextInt(rows.size()));
    Stage to = Stage.values()[random.nextInt(Stage.values().length)];
    if (!to.word().equals(lead.stage())) {
      Leads.Edited moved = leads.move(lead.id(), to, "test", Caller.system());
      if (random.nextInt(4) == 0) {
        leads.undo(lead.id(), moved.undo(), Caller.system());
      }
    }
  }

  private String columns() {
    return dsl.select(
            LEAD.ID,
            LEAD.STAGE,
            LEAD.STAGE_SINCE,
            LEAD.LEAD_AT,
            LEAD.MQL_AT,
            LEAD.SAL_AT,
            LEAD.SQL_AT,
            LEAD.OPPORTUNITY_AT,
            LEAD.POC_AT,
            LEAD.WON_AT,
            LEAD.LOST_AT)
        .from(LEAD)
        .orderBy(LEAD.ID)
        .fetch()
        .formatCSV();
  }
}
