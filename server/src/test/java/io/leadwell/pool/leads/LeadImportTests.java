package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.COMPANY;
import static io.leadwell.tables.leads.Tables.IDENTIFIER;
import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.PERSON;
import static io.leadwell.tables.leads.Tables.SOURCE_RECORD;
import static io.leadwell.tables.leads.Tables.STAGE_ENTRY;
import static io.leadwell.tables.leads.Tables.TOUCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.imports.ImportContext;
import io.leadwell.pool.imports.ImportPass;
import io.leadwell.pool.imports.ImportPass.RowCounts;
import io.leadwell.pool.imports.ImportRow;
import io.leadwell.pool.imports.UndoReport;
import io.leadwell.pool.leads.LeadFilter.Order;
import io.leadwell.testing.OnPostgres;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@OnPostgres
class LeadImportTests {

  private static final Instant MARCH = Instant.parse("2026-03-02T02:00:00Z");
  private static final Instant APRIL = Instant.parse("2026-04-02T02:00:00Z");

  @Autowired private LeadImport kind;
  @Autowired private Leads leads;
  @Autowired private Profiles profiles;
  @Autowired private DSLContext dsl;
  @Autowired private TransactionTemplate transaction;

  @Test
  void a_file_makes_people_companies_leads_touches_and_stages() {
    RowCounts counts =
        bring(
            Ids.next(),
            row(
                2,
                "key",
                "a1",
                "name",
                "王伟",
                "phone",
                "+8613800138000",
                "company",
                "华信科技有限公司",
                "channel",
                "百度SEM",
                "lead_at",
                MARCH,
                "mql_at",
                APRIL),
            row(
                3,
                "key",
                "a2",
                "name",
                "李娜",
                "company",
                "华信（科技）有限公司",
                "channel",
                "百度SEM",
                "lead_at",
                MARCH));

    assertThat(counts).isEqualTo(new RowCounts(2, 0, 0));
    assertThat(count(PERSON)).isEqualTo(2);
    assertThat(count(COMPANY)).as("one company in two spellings").isEqualTo(1);
    LeadRow wang =
        leads.page(search("王伟"), Order.NEWEST_FIRST, null, 10, Caller.system()).items().getFirst();
    assertThat(wang.stage()).isEqualTo("mql");
    assertThat(wang.stageSince()).isEqualTo(APRIL);
    assertThat(wang.channel()).isEqualTo("百度SEM");
    assertThat(wang.phone()).isEqualTo("13800138000");
    assertThat(profiles.of(wang.id(), Caller.system()).ledger())
        .extracting(line -> line.stage() + " " + line.move())
        .containsExactlyInAnyOrder("lead enter", "lead leave", "mql enter");
  }

  @Test
  void the_same_file_again_changes_nothing() {
    ImportRow[] rows = {
      row(2, "key", "a1", "name", "王伟", "phone", "+8613800138000", "lead_at", MARCH),
      row(3, "name", "李娜", "email", "lina@hx.cn", "lead_at", MARCH),
    };
    bring(Ids.next(), rows);
    Map<String, Integer> before = counts();

    RowCounts again = bring(Ids.next(), rows);

    assertThat(again).isEqualTo(new RowCounts(0, 0, 2));
    assertThat(counts()).isEqualTo(before);
  }

  @Test
  void a_changed_row_corrects_its_lead_and_the_undo_restores_it() {
    bring(
        Ids.next(),
        row(
            2,
            "key",
            "a1",
            "name",
            "王伟",
            "phone",
            "+8613800138000",
            "company",
            "华信",
            "lead_at",
            MARCH));
    String before = everything();
    UUID second = Ids.next();

    RowCounts counts =
        bring(
            second,
            row(
                2,
                "key",
                "a1",
                "name",
                "王伟",
                "phone",
                "+8613900139000",
                "company",
                "中科",
                "lead_at",
                MARCH,
                "mql_at",
                APRIL));

    assertThat(counts).isEqualTo(new RowCounts(0, 1, 0));
    LeadRow changed = only();
    assertThat(changed.company()).isEqualTo("中科");
    assertThat(changed.phone()).isEqualTo("13900139000");
    assertThat(changed.stage()).isEqualTo("mql");

    undo(second);

    assertThat(everything()).isEqualTo(before);
    assertThat(only().stage()).isEqualTo("lead");
  }

  @Test
  void a_known_person_with_a_further_lead_is_as_before_when_the_second_file_goes() {
    bring(
        Ids.next(),
        row(
            2,
            "key",
            "a1",
            "name",
            "王伟",
            "phone",
            "+8613800138000",
            "title",
            "经理",
            "company",
            "华信",
            "lead_at",
            MARCH));
    String before = everything();
    UUID second = Ids.next();
    bring(
        second,
        row(
            2,
            "key",
            "b1",
            "name",
            "王伟",
            "phone",
            "+8613800138000",
            "email",
            "wang@zk.cn",
            "title",
            "总监",
            "company",
            "中科",
            "lead_at",
            APRIL));
    assertThat(count(LEAD)).isEqualTo(2);
    assertThat(dsl.select(PERSON.TITLE).from(PERSON).fetchSingle().value1()).isEqualTo("总监");

    UndoReport report = undo(second);

    assertThat(report.removed()).containsEntry("leads", 1L).containsEntry("people", 0L);
    assertThat(report.kept()).isEmpty();
    assertThat(everything()).isEqualTo(before);
    assertThat(dsl.select(PERSON.EMAIL).from(PERSON).fetchSingle().value1()).isNull();
  }

  @Test
  void of_two_rows_about_one_person_and_moment_the_later_counts() {
    UUID batch = Ids.next();
    RowCounts counts =
        bring(
            batch,
            row(2, "name", "王伟", "phone", "+8613800138000", "title", "经理", "lead_at", MARCH),
            row(
                3,
                "name",
                "王伟",
                "phone",
                "+8613800138000",
                "title",
                "总监",
                "lead_at",
                MARCH,
                "mql_at",
                APRIL),
            row(4, "name", "李娜", "email", "lina@hx.cn", "lead_at", MARCH),
            row(5, "name", "李娜", "email", "lina@hx.cn", "lead_at", MARCH));

    assertThat(counts).isEqualTo(new RowCounts(2, 1, 1));
    assertThat(count(LEAD)).isEqualTo(2);
    LeadRow wang =
        leads.page(search("王伟"), Order.NEWEST_FIRST, null, 10, Caller.system()).items().getFirst();
    assertThat(wang.title()).isEqualTo("总监");
    assertThat(wang.stage()).isEqualTo("mql");

    undo(batch);

    assertThat(counts().values()).containsOnly(0);
  }

  @Test
  void an_undo_empties_what_the_file_filled() {
    UUID batch = Ids.next();
    bring(
        batch,
        row(2, "key", "a1", "name", "王伟", "company", "华信", "lead_at", MARCH, "won_at", APRIL),
        row(3, "key", "a2", "name", "李娜", "phone", "+8613800138000", "lead_at", MARCH));

    UndoReport report = undo(batch);

    assertThat(report.removed()).containsEntry("leads", 2L).containsEntry("people", 2L);
    assertThat(counts().values()).containsOnly(0);
  }

  @Test
  void a_lead_that_was_edited_since_stays_when_its_file_is_taken_back() {
    UUID batch = Ids.next();
    bring(
        batch,
        row(2, "key", "a1", "name", "王伟", "title", "经理", "lead_at", MARCH),
        row(3, "key", "a2", "name", "李娜", "lead_at", MARCH));
    LeadRow wang =
        leads.page(search("王伟"), Order.NEWEST_FIRST, null, 10, Caller.system()).items().getFirst();
    leads.edit(wang.id(), new LeadEdit(Map.of(Fact.NAME, "王伟", Fact.CITY, "南京")), Caller.system());

    UndoReport report = undo(batch);

    assertThat(report.kept()).containsExactly(new UndoReport.Kept("leadsWithLaterWork", 1));
    LeadRow left = only();
    assertThat(left.city()).isEqualTo("南京");
    assertThat(left.title()).as("told only by the file").isNull();
  }

  @Test
  void two_names_behind_one_switchboard_stay_two_people_and_one_name_is_one() {
    bring(
        Ids.next(),
        row(2, "name", "王伟", "phone", "+862162345678", "lead_at", MARCH),
        row(3, "name", "李娜", "phone", "+862162345678", "lead_at", MARCH),
        row(4, "name", "王 伟", "phone", "+862162345678", "lead_at", APRIL));

    assertThat(count(PERSON)).isEqualTo(2);
    assertThat(count(LEAD)).as("the second contact joins the open lead").isEqualTo(2);
    assertThat(count(TOUCH)).isEqualTo(3);
  }

  @Test
  void an_edit_outranks_a_later_file_and_its_undo_lets_the_file_speak() {
    bring(Ids.next(), row(2, "key", "a1", "name", "王伟", "title", "经理", "lead_at", MARCH));
    Leads.Edited edited =
        leads.edit(only().id(), new LeadEdit(Map.of(Fact.TITLE, "总监")), Caller.system());
    bring(Ids.next(), row(2, "key", "a1", "name", "王伟", "title", "副总", "lead_at", MARCH));
    assertThat(only().title()).isEqualTo("总监");

    leads.undo(only().id(), edited.undo(), Caller.system());

    assertThat(only().title()).isEqualTo("副总");
  }

  @Test
  void a_row_of_nobody_is_refused_and_the_others_come_in() {
    ImportRow nobody = row(3, "company", "华信", "lead_at", MARCH);

    RowCounts counts = bring(Ids.next(), row(2, "name", "王伟"), nobody);

    assertThat(counts).isEqualTo(new RowCounts(1, 0, 0));
    assertThat(nobody.faults())
        .extracting(ImportRow.Fault::code)
        .containsExactly("leads.rowOfNobody");
  }

  @Test
  void checking_counts_without_writing() {
    bring(Ids.next(), row(2, "key", "a1", "name", "王伟", "channel", "知乎", "lead_at", MARCH));
    Map<String, Integer> before = counts();
    ImportPass pass = kind.begin(context(Ids.next()));

    RowCounts counts =
        pass.check(
            List.of(
                row(2, "key", "a1", "name", "王伟", "channel", "知乎", "lead_at", MARCH),
                row(
                    3, "key", "a2", "name", "李娜", "channel", "新渠道", "owner", "赵六", "lead_at",
                    MARCH),
                row(4, "key", "a3", "name", "周八", "lead_at", APRIL, "won_at", MARCH)));

    assertThat(counts).isEqualTo(new RowCounts(2, 0, 1));
    assertThat(pass.notices())
        .extracting(ImportPass.Notice::code)
        .containsExactlyInAnyOrder("newChannels", "newMembers", "wonBeforeContact");
    assertThat(counts()).isEqualTo(before);
  }

  @Test
  void the_same_people_arriving_in_many_files_at_once_stay_one_each() throws Exception {
    int files = 8;
    int people = 25;
    try (var threads = Executors.newFixedThreadPool(files)) {
      List<Future<RowCounts>> running = new ArrayList<>();
      for (int file = 0; file < files; file++) {
        ImportRow[] rows = new ImportRow[people];
        for (int i = 0; i < people; i++) {
          Instant at = MARCH.plusSeconds(60L * file);
          rows[i] =
              row(
                  i + 2,
                  "name",
                  "王" + i,
                  "phone",
                  "+8613800138" + (100 + i),
                  "company",
                  "华信" + i % 5,
                  "lead_at",
                  at);
        }
        running.add(threads.submit(() -> bring(Ids.next(), rows)));
      }
      for (Future<RowCounts> file : running) {
        assertThat(file.get()).isEqualTo(new RowCounts(people, 0, 0));
      }
    }
    assertThat(count(PERSON)).isEqualTo(people);
    assertThat(count(LEAD)).isEqualTo(people);
    assertThat(count(COMPANY)).isEqualTo(5);
    assertThat(count(TOUCH)).isEqualTo(files * people);
  }

  @Test
  void tags_of_a_file_go_with_it_also_from_people_who_stay() {
    bring(
        Ids.next(),
        row(2, "name", "王伟", "phone", "+8613800138000", "tags", "老客户", "lead_at", MARCH));
    UUID second = Ids.next();
    bring(
        second,
        row(2, "name", "王伟", "phone", "+8613800138000", "tags", "展会、老客户", "lead_at", APRIL));
    assertThat(only().tags())
        .extracting(LeadRow.TagView::name)
        .containsExactlyInAnyOrder("老客户", "展会");

    undo(second);

    assertThat(only().tags()).extracting(LeadRow.TagView::name).containsExactly("老客户");
  }

  private RowCounts bring(UUID importId, ImportRow... rows) {
    ImportPass pass = kind.begin(context(importId));
    return transaction.execute(_ -> pass.commit(List.of(rows)));
  }

  private UndoReport undo(UUID importId) {
    return transaction.execute(_ -> kind.undo(importId));
  }

  private static ImportContext context(UUID importId) {
    return new ImportContext(importId, "history", ZoneId.of("Asia/Shanghai"), Caller.system());
  }

  private static ImportRow row(long number, Object... pairs) {
    Map<String, Object> values = new LinkedHashMap<>();
    Map<String, String> raw = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put((String) pairs[i], pairs[i + 1]);
      raw.put((String) pairs[i], pairs[i + 1].toString());
    }
    return new ImportRow(number, values, raw);
  }

  private LeadRow only() {
    List<LeadRow> all =
        leads.page(LeadFilter.everything(), Order.NEWEST_FIRST, null, 10, Caller.system()).items();
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private static LeadFilter search(String text) {
    return new LeadFilter(
        text,
        java.util.Set.of(),
        null,
        java.util.Set.of(),
        false,
        null,
        false,
        null,
        null,
        null,
        null,
        false,
        null,
        false,
        null,
        null,
        null,
        null,
        null);
  }

  private int count(Table<?> table) {
    return dsl.fetchCount(table);
  }

  private Map<String, Integer> counts() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Table<?> table :
        List.of(PERSON, COMPANY, LEAD, TOUCH, STAGE_ENTRY, SOURCE_RECORD, IDENTIFIER)) {
      counts.put(table.getName(), count(table));
    }
    return counts;
  }

  /** Golden fields and live story of the pool as text, ids of derived rows left out. */
  private String everything() {
    List<String> lines = new ArrayList<>();
    leads
        .page(LeadFilter.everything(), Order.NEWEST_FIRST, null, 10, Caller.system())
        .items()
        .forEach(lead -> {
          lines.add(lead.toString());
          LeadProfile profile = profiles.of(lead.id(), Caller.system());
          lines.add(profile.person().identifiers().toString());
          lines.add(profile.ledger().toString());
          lines.add(profile.facts().toString());
        });
    return String.join("\n", lines);
  }
}
