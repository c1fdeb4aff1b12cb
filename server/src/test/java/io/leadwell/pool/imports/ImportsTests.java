package io.leadwell.pool.imports;

import static io.leadwell.tables.imports.Tables.BAD_ROW;
import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.PERSON;
import static io.leadwell.tables.leads.Tables.SOURCE_RECORD;
import static io.leadwell.tables.leads.Tables.TOUCH;
import static io.leadwell.tables.workspace.Tables.AUDIT_ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.imports.Import.Counts;
import io.leadwell.testing.OnPostgres;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@OnPostgres
class ImportsTests {

  private static final String FILE =
      """
      线索编号,姓名,手机,渠道,首次接触时间
      a1,王伟,13800138000,百度SEM,2026-03-01
      a2,李娜,139 1012 3456（微信同号）,知乎,2026年3月2日 14:30
      a3,周八,12345,知乎,2026-03-03
      a1,吴九,13800138001,知乎,2026-03-03
      a5,郑十,13800138002,知乎,2018-02-30
      合计,,,,
      """;

  @Autowired private Imports imports;
  @Autowired private DSLContext dsl;
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk(imports);
  }

  @Test
  void a_file_is_guessed_checked_brought_in_and_taken_back() throws Exception {
    Import batch = desk.leads(FILE);

    assertThat(batch.status()).isEqualTo(ImportStatus.MAPPING);
    assertThat(batch.headers().stream().flatMap(h -> h.guess().stream()))
        .containsExactly("key", "name", "phone", "channel", "lead_at");
    Import checked = desk.check(batch);
    assertThat(checked.status()).isEqualTo(ImportStatus.CHECKED);
    assertThat(Desk.report(checked).counts()).isEqualTo(new Counts(2, 0, 0, 3));
    assertThat(Desk.report(checked).notices())
        .extracting(ImportPass.Notice::code)
        .contains("totalsSkipped", "newChannels");
    assertThat(desk.problems(batch.id()))
        .containsExactly("4 手机 notAPhone", "5 线索编号 keyTwice", "6 首次接触时间 impossibleDate");
    assertThat(count(LEAD)).isZero();

    Import done = desk.commit(batch.id());

    assertThat(done.status()).isEqualTo(ImportStatus.DONE);
    assertThat(done.result()).isEqualTo(new Counts(2, 0, 0, 3));
    assertThat(count(LEAD)).isEqualTo(2);
    assertThat(imports.previewUndo(batch.id()).removed()).containsEntry("leads", 2L);
    assertThatThrownBy(() -> imports.delete(batch.id(), Caller.system()))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.code()).isEqualTo(ImportsProblem.STILL_IN));

    Import undone = desk.undo(batch.id());

    assertThat(undone.status()).isEqualTo(ImportStatus.UNDONE);
    assertThat(Desk.there(undone.undo()).removed()).containsEntry("leads", 2L);
    assertThat(List.of(count(LEAD), count(PERSON), count(SOURCE_RECORD), count(TOUCH)))
        .containsOnly(0);
    imports.delete(batch.id(), Caller.system());
    assertThat(count(BAD_ROW)).isZero();
    assertThat(
            dsl.select(AUDIT_ENTRY.ACTION)
                .from(AUDIT_ENTRY)
                .orderBy(AUDIT_ENTRY.ID)
                .fetch(AUDIT_ENTRY.ACTION))
        .containsSubsequence(
            "import.uploaded", "import.committed", "import.undone", "import.deleted");
  }

  @Test
  void the_same_file_again_changes_nothing_and_finds_its_mapping() throws Exception {
    desk.commit(desk.check(desk.leads(FILE)).id());

    Import again = desk.leads(FILE);

    assertThat(Desk.there(again.remembered()).name()).isEqualTo("线索.csv");
    assertThat(again.mapping().columns()).containsEntry("手机", List.of("phone"));
    Import checked = desk.check(again, again.mapping());
    assertThat(Desk.report(checked).counts()).isEqualTo(new Counts(0, 0, 2, 3));
    assertThat(desk.commit(again.id()).result()).isEqualTo(new Counts(0, 0, 2, 3));
    assertThat(count(LEAD)).isEqualTo(2);
    assertThat(count(SOURCE_RECORD)).isEqualTo(2);
  }

  @Test
  void a_mapping_is_refused_field_by_field() {
    Import batch = desk.leads(FILE);
    Mapping wrong =
        new Mapping(
            Map.of(
                "线索编号", List.of("key"),
                "姓名", List.of("name"),
                "手机", List.of("name"),
                "没有", List.of("phone"),
                "渠道", List.of("nothing")),
            Map.of("lead_at", "2018-02-30"),
            Mapping.Options.usual(),
            null);

    assertThatThrownBy(() -> imports.map(batch.id(), wrong, Caller.system()))
        .isInstanceOfSatisfying(
            Problem.class,
            p ->
                assertThat(p.fields())
                    .extracting(Problem.Field::code)
                    .containsExactlyInAnyOrder(
                        "imports.unknownColumn",
                        "imports.unknownField",
                        "imports.twoColumns",
                        "imports.impossibleDate"));
    assertThat(imports.find(batch.id()).status()).isEqualTo(ImportStatus.MAPPING);
  }

  @Test
  void fixed_values_fill_rows_that_say_nothing_and_bad_values_may_be_left_blank() throws Exception {
    Import batch = desk.leads("姓名,手机,渠道\n王伟,12345,\n李娜,13800138000,知乎\n");
    Mapping mapping =
        new Mapping(
            Desk.guessed(batch).columns(),
            Map.of("channel", "官网", "lead_at", "2026-03-01"),
            new Mapping.Options("ymd", null, "crm", "blank"),
            null);

    Import checked = desk.check(batch, mapping);

    assertThat(Desk.report(checked).counts()).isEqualTo(new Counts(2, 0, 0, 0));
    assertThat(Desk.report(checked).notices())
        .filteredOn(n -> n.code().equals("valuesLeftBlank"))
        .extracting(ImportPass.Notice::examples)
        .containsExactly(List.of("12345"));
    desk.commit(batch.id());
    assertThat(dsl.select(SOURCE_RECORD.FIELDS).from(SOURCE_RECORD).fetch(r -> r.value1().data()))
        .allMatch(fields -> fields.contains("2026-02-28T16:00:00Z"));
  }

  @Test
  void a_cell_that_feeds_two_fields_is_found_fault_with_once() throws Exception {
    Import batch = desk.leads("线索编号,首次接触时间,赢单时间\na1,2018-02-30,明天\na2,2018-02-30,2018-02-30\n");
    Mapping mapping =
        new Mapping(
            Map.of(
                "线索编号", List.of("key"),
                "首次接触时间", List.of("lead_at", "mql_at", "sal_at"),
                "赢单时间", List.of("won_at")),
            Map.of(),
            Mapping.Options.usual(),
            null);

    desk.check(batch, mapping);

    assertThat(desk.problems(batch.id()))
        .containsExactly(
            "2 首次接触时间 impossibleDate",
            "2 赢单时间 notATime",
            "3 首次接触时间 impossibleDate",
            "3 赢单时间 impossibleDate");
    assertThat(imports.problems(batch.id(), null, 10).items()).hasSize(4);
  }

  @Test
  void rows_of_qualified_leads_are_qualified_from_the_first_contact_on() {
    Import batch =
        desk.receive(
            "leads",
            "olist_marketing_qualified_leads_dataset.csv",
            "mql_id,first_contact_date,landing_page_id,origin\nabc,2018-02-01,lp,social\n"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));

    assertThat(batch.headers())
        .extracting(ImportHeader::guess)
        .containsExactly(
            List.of("key"), List.of("lead_at", "mql_at"), List.of("content"), List.of("channel"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"赢单日期", "赢单时间", "签单日期", "签单时间", "成交日期", "签约日期"})
  void whatever_a_company_calls_the_day_of_signing_it_is_guessed(String header) {
    byte[] deals =
        ("线索编号,商机名称,合同金额,输单日期," + header + "\na1,MES 一期,10000,,2026-05-01\n")
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertThat(desk.receive("deals", "商机.csv", deals).headers())
        .extracting(ImportHeader::guess)
        .containsExactly(
            List.of("lead_key"),
            List.of("name"),
            List.of("amount"),
            List.of("lost_at"),
            List.of("won_at"));
    byte[] leads =
        ("姓名,手机," + header + "\n王伟,13800138000,2026-05-01\n")
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertThat(desk.receive("leads", "线索.csv", leads).headers().getLast().guess())
        .containsExactly("won_at");
  }

  @Test
  void an_import_is_given_up_before_its_commit_and_can_begin_again() throws Exception {
    Import checked = desk.check(desk.leads(FILE));

    assertThat(imports.cancel(checked.id(), Caller.system()).status())
        .isEqualTo(ImportStatus.CANCELLED);
    imports.resume(checked.id(), Caller.system());

    assertThat(imports.await(checked.id()).status()).isEqualTo(ImportStatus.CHECKED);
    assertThat(count(LEAD)).isZero();
  }

  private int count(Table<?> table) {
    return dsl.fetchCount(table);
  }
}
