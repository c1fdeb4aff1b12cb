package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.COMPANY;
import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.PERSON;
import static io.leadwell.tables.leads.Tables.TOUCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.imports.ImportPass;
import io.leadwell.pool.imports.ImportPass.RowCounts;
import io.leadwell.pool.imports.ImportRow;
import io.leadwell.pool.leads.LeadFilter.Order;
import io.leadwell.testing.OnPostgres;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@OnPostgres
class LeadImportTests extends LeadFiles {

  @Test
  void a_file_makes_people_companies_leads_touches_and_stages() {
    RowCounts counts =
        bring(
            Ids.next(),
            wang(
                "a1", "company", "华信科技有限公司", "channel", "百度SEM", "lead_at", MARCH, "mql_at", APRIL),
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
      wang("a1", "lead_at", MARCH), row(3, "name", "李娜", "email", "lina@hx.cn", "lead_at", MARCH),
    };
    bring(Ids.next(), rows);
    Map<String, Integer> before = counts();

    RowCounts again = bring(Ids.next(), rows);

    assertThat(again).isEqualTo(new RowCounts(0, 0, 2));
    assertThat(counts()).isEqualTo(before);
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
}
