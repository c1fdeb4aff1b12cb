package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.COMPANY;
import static io.leadwell.tables.leads.Tables.IDENTIFIER;
import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.PERSON;
import static io.leadwell.tables.leads.Tables.SOURCE_RECORD;
import static io.leadwell.tables.leads.Tables.STAGE_ENTRY;
import static io.leadwell.tables.leads.Tables.TOUCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.imports.ImportContext;
import io.leadwell.pool.imports.ImportPass;
import io.leadwell.pool.imports.ImportPass.RowCounts;
import io.leadwell.pool.imports.ImportRow;
import io.leadwell.pool.imports.UndoReport;
import io.leadwell.pool.leads.LeadFilter.Order;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Lead files as a test brings them in, and the pool that came of them. */
abstract class LeadFiles {

  static final Instant MARCH = Instant.parse("2026-03-02T02:00:00Z");
  static final Instant APRIL = Instant.parse("2026-04-02T02:00:00Z");

  @Autowired LeadImport kind;
  @Autowired Leads leads;
  @Autowired Profiles profiles;
  @Autowired DSLContext dsl;
  @Autowired TransactionTemplate transaction;

  RowCounts bring(UUID importId, ImportRow... rows) {
    ImportPass pass = kind.begin(context(importId));
    return transaction.execute(_ -> pass.commit(List.of(rows)));
  }

  UndoReport undo(UUID importId) {
    return transaction.execute(_ -> kind.undo(importId));
  }

  static ImportContext context(UUID importId) {
    return new ImportContext(importId, "history", ZoneId.of("Asia/Shanghai"), Caller.system());
  }

  static ImportRow row(long number, Object... pairs) {
    Map<String, Object> values = new LinkedHashMap<>();
    Map<String, String> raw = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put((String) pairs[i], pairs[i + 1]);
      raw.put((String) pairs[i], pairs[i + 1].toString());
    }
    return new ImportRow(number, values, raw);
  }

  /** 王伟 with the phone that is always his, and what else is told of him. */
  static ImportRow wang(String key, Object... more) {
    List<Object> pairs =
        new ArrayList<>(List.of("key", key, "name", "王伟", "phone", "+8613800138000"));
    pairs.addAll(List.of(more));
    return row(2, pairs.toArray());
  }

  LeadRow only() {
    List<LeadRow> all =
        leads.page(LeadFilter.everything(), Order.NEWEST_FIRST, null, 10, Caller.system()).items();
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  static LeadFilter search(String text) {
    return new LeadFilter(
        text, Set.of(), null, Set.of(), false, null, false, null, null, null, null, false, null,
        false, null, null, null, null, null, null);
  }

  int count(Table<?> table) {
    return dsl.fetchCount(table);
  }

  Map<String, Integer> counts() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Table<?> table :
        List.of(PERSON, COMPANY, LEAD, TOUCH, STAGE_ENTRY, SOURCE_RECORD, IDENTIFIER)) {
      counts.put(table.getName(), count(table));
    }
    return counts;
  }

  /** Golden fields and live story of the pool as text, ids of derived rows left out. */
  String everything() {
    List<String> lines = new ArrayList<>();
    leads
        .page(LeadFilter.everything(), Order.NEWEST_FIRST, null, 10, Caller.system())
        .items()
        .forEach(lead -> {
          lines.add(lead.toString());
          LeadProfile profile = profiles.of(lead.id(), Caller.system());
          // Of ways seen at the same moment none is the first.
          profile.person().identifiers().stream()
              .map(Object::toString)
              .sorted()
              .forEach(lines::add);
          lines.add(profile.ledger().toString());
          lines.add(profile.facts().toString());
        });
    return String.join("\n", lines);
  }
}
