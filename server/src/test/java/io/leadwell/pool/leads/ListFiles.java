package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.IDENTIFIER;
import static io.leadwell.tables.leads.Tables.PERSON;
import static io.leadwell.tables.leads.Tables.PERSON_TAG;
import static io.leadwell.tables.leads.Tables.TAG;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.imports.ImportContext;
import io.leadwell.pool.imports.ImportPass;
import io.leadwell.pool.imports.ImportPass.RowCounts;
import io.leadwell.pool.imports.ImportRow;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists of an exhibition as a test brings them in, with their rules. */
abstract class ListFiles extends LeadFiles {

  static final String WANG = "+8613800138000";
  static final String OTHER = "+8613900139000";

  @Autowired ListQuestions questions;

  ImportPass pass(UUID importId, Map<String, String> rules) {
    return kind.begin(
        new ImportContext(importId, "expo", ZoneId.of("Asia/Shanghai"), Caller.system(), rules));
  }

  RowCounts bring(UUID importId, Map<String, String> rules, ImportRow... rows) {
    ImportPass pass = pass(importId, rules);
    return transaction.execute(_ -> pass.commit(List.of(rows)));
  }

  /** 王伟, manager at 华信, as the pool knows him. */
  void wangIsKnown() {
    bring(
        Ids.next(),
        row(2, "name", "王伟", "phone", WANG, "title", "经理", "company", "华信", "lead_at", MARCH));
  }

  /** Whom the pool calls what, with first phone, title and every way, by name. */
  List<String> people() {
    return dsl.select(PERSON.ID, PERSON.NAME, PERSON.PHONE, PERSON.TITLE)
        .from(PERSON)
        .orderBy(PERSON.NAME)
        .fetch(row ->
            String.join(
                " ",
                row.value2(),
                String.valueOf(row.value3()).replace("+86", ""),
                String.valueOf(row.value4()),
                ways(row.value1()).toString()));
  }

  private List<String> ways(UUID person) {
    return dsl.select(IDENTIFIER.VALUE)
        .from(IDENTIFIER)
        .where(IDENTIFIER.PERSON_ID.eq(person))
        .orderBy(IDENTIFIER.VALUE)
        .fetch(row -> row.value1().replace("+86", ""));
  }

  List<String> tags() {
    return dsl.select(TAG.NAME)
        .from(PERSON_TAG)
        .join(TAG)
        .on(TAG.ID.eq(PERSON_TAG.TAG_ID))
        .orderBy(TAG.NAME)
        .fetch(TAG.NAME);
  }
}
