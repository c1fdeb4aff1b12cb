package io.leadwell.pool.leads;

import static io.leadwell.tables.workspace.Tables.AUDIT_ENTRY;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.imports.ImportRow;
import io.leadwell.pool.leads.LeadFilter.Order;
import io.leadwell.testing.OnPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Public data names nobody: then the key of the source says which lead is which. */
@OnPostgres
class LeadByKeyTests extends LeadFiles {

  private static final Caller WHO = Caller.system();

  @Test
  void a_lead_without_a_name_is_called_by_its_key_and_found_by_it() {
    bring(row("key", "MQL-0017"), row("key", "MQL-0018"), row("key", "X9", "name", "王伟"));

    LeadRow nameless = one("MQL-0017");

    assertThat(nameless.name()).isNull();
    assertThat(nameless.key()).isEqualTo("MQL-0017");
    assertThat(nameless.calledBy()).isEqualTo("MQL-0017");
    assertThat(one("X9").calledBy()).isEqualTo("王伟");
    assertThat(found(" MQL-0018 ")).as("typed with blanks").containsExactly("MQL-0018");
    assertThat(found("MQL-00")).as("a key is looked up whole").isEmpty();
    assertThat(found("王伟")).containsExactly("X9");
  }

  @Test
  void the_key_stays_with_corrections_edits_and_undos() {
    bring(row("key", "a1"));
    UUID correction = bring(row("key", "a1", "province", "江苏省"));
    UUID id = one("a1").id();
    UUID edit = leads.edit(id, new LeadEdit(Map.of(Fact.NOTE, "老客户")), WHO).undo();
    assertThat(one("a1").id()).isEqualTo(id);

    leads.undo(id, edit, WHO);
    undo(correction);

    assertThat(one("a1").id()).isEqualTo(id);
    assertThat(
            dsl.select(AUDIT_ENTRY.OBJECT_LABEL)
                .from(AUDIT_ENTRY)
                .where(AUDIT_ENTRY.OBJECT_KIND.eq("lead"))
                .fetch(AUDIT_ENTRY.OBJECT_LABEL))
        .containsOnly("a1");
  }

  @Test
  void what_a_row_without_a_key_is_known_by_here_is_nobodys_number() {
    bring(row("name", "王伟", "company", "华信"));

    LeadRow lead =
        leads.page(LeadFilter.everything(), Order.NEWEST_FIRST, null, 10, WHO).items().getFirst();

    assertThat(lead.key()).isNull();
    assertThat(lead.calledBy()).isEqualTo("王伟");
  }

  private LeadRow one(String key) {
    return leads.page(search(key), Order.NEWEST_FIRST, null, 10, WHO).items().getFirst();
  }

  private List<String> found(String typed) {
    return leads.page(search(typed), Order.NEWEST_FIRST, null, 10, WHO).items().stream()
        .map(lead -> String.valueOf(lead.key()))
        .toList();
  }

  private UUID bring(ImportRow... rows) {
    UUID batch = Ids.next();
    bring(batch, rows);
    return batch;
  }

  private static ImportRow row(String... pairs) {
    List<Object> all = new ArrayList<>(List.of(pairs));
    all.addAll(List.of("lead_at", MARCH));
    return row(2, all.toArray());
  }
}
