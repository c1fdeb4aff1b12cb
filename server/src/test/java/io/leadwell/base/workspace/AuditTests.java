package io.leadwell.base.workspace;

import static io.leadwell.tables.workspace.Tables.AUDIT_ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.base.platform.Page;
import io.leadwell.testing.OnPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@OnPostgres
class AuditTests {

  private static final AuditFilter ANY = new AuditFilter(null, null, null, null);

  @Autowired private Audit audit;
  @Autowired private DSLContext dsl;
  @Autowired private TransactionTemplate transaction;

  private void write(int entries) {
    for (int i = 0; i < entries; i++) {
      int number = i;
      transaction.executeWithoutResult(t ->
          audit.record(
              Caller.system(),
              number % 2 == 0 ? "lead.edited" : "lead.moved",
              "lead",
              "" + number,
              "张三\u001f李四",
              Map.of("z", 1e5, "a", List.of("x", 2.50), "m", Map.of("k", true), "n", number)));
    }
  }

  @Test
  void an_untouched_log_is_intact() {
    write(25);
    assertThat(audit.verify()).isEqualTo(new AuditCheck(25, true, null));
  }

  @Test
  void every_column_is_under_the_hash() {
    write(5);
    long id =
        dsl.select(AUDIT_ENTRY.ID)
            .from(AUDIT_ENTRY)
            .orderBy(AUDIT_ENTRY.ID)
            .limit(2, 1)
            .fetchSingle(AUDIT_ENTRY.ID);
    Map<org.jooq.Field<?>, Object> forgeries =
        Map.of(
            AUDIT_ENTRY.DETAIL, JSONB.jsonb("{\"n\":7}"),
            AUDIT_ENTRY.IP, "192.0.2.1",
            AUDIT_ENTRY.ACTOR_KIND, "member",
            AUDIT_ENTRY.ACTOR_ID, UUID.randomUUID(),
            AUDIT_ENTRY.ACTOR_NAME, "someone",
            AUDIT_ENTRY.ACTION, "lead.read",
            AUDIT_ENTRY.OBJECT_KIND, "deal",
            AUDIT_ENTRY.OBJECT_ID, "99",
            AUDIT_ENTRY.OBJECT_LABEL, "王五",
            AUDIT_ENTRY.HAPPENED_AT, java.time.Instant.EPOCH);
    forgeries.forEach((field, value) ->
        transaction.executeWithoutResult(t -> {
          dsl.update(AUDIT_ENTRY).set(Map.of(field, value)).where(AUDIT_ENTRY.ID.eq(id)).execute();
          assertThat(audit.verify())
              .as(field.getName())
              .isEqualTo(new AuditCheck(3, false, String.valueOf(id)));
          t.setRollbackOnly();
        }));
    assertThat(forgeries).hasSize(10);
    assertThat(audit.verify().intact()).isTrue();
  }

  @Test
  void a_removed_entry_shows_at_the_next_one() {
    write(5);
    long third =
        dsl.select(AUDIT_ENTRY.ID)
            .from(AUDIT_ENTRY)
            .orderBy(AUDIT_ENTRY.ID)
            .limit(2, 1)
            .fetchSingle(AUDIT_ENTRY.ID);
    dsl.deleteFrom(AUDIT_ENTRY).where(AUDIT_ENTRY.ID.eq(third)).execute();
    assertThat(audit.verify().brokenAt()).isEqualTo(String.valueOf(third + 1));
  }

  @Test
  void pages_are_newest_first_and_filtered() {
    write(12);
    List<String> seen = new ArrayList<>();
    String cursor = null;
    do {
      Page<AuditEntry> page =
          audit.list(new AuditFilter(null, "lead.moved", null, null), cursor, 4);
      assertThat(page.total()).isEqualTo(6);
      page.items().forEach(e -> seen.add(e.object().id()));
      cursor = page.next();
    } while (cursor != null);
    assertThat(seen).containsExactly("11", "9", "7", "5", "3", "1");
    assertThat(audit.list(ANY, null, 50).items()).hasSize(12);
  }

  @Test
  void nothing_is_recorded_outside_of_the_transaction_of_the_deed() {
    assertThatThrownBy(() -> audit.record(Caller.system(), "x", "y", null, null, Map.of()))
        .isInstanceOf(IllegalTransactionStateException.class);
  }
}
