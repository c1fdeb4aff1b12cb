package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.imports.ImportPass.RowCounts;
import io.leadwell.pool.imports.UndoReport;
import io.leadwell.pool.leads.LeadFilter.Order;
import io.leadwell.testing.OnPostgres;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Files that correct, and files and edits that are taken back. */
@OnPostgres
class UndoOfLeadsTests extends LeadFiles {

  @Test
  void a_changed_row_corrects_its_lead_and_the_undo_restores_it() {
    bring(Ids.next(), wang("a1", "company", "华信", "lead_at", MARCH));
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
    bring(Ids.next(), wang("a1", "title", "经理", "company", "华信", "lead_at", MARCH));
    String before = everything();
    UUID second = Ids.next();
    bring(
        second,
        wang("b1", "email", "wang@zk.cn", "title", "总监", "company", "中科", "lead_at", APRIL));
    assertThat(count(LEAD)).isEqualTo(2);
    assertThat(dsl.select(PERSON.TITLE).from(PERSON).fetchSingle().value1()).isEqualTo("总监");

    UndoReport report = undo(second);

    assertThat(report.removed()).containsEntry("leads", 1L).containsEntry("people", 0L);
    assertThat(report.kept()).isEmpty();
    assertThat(everything()).isEqualTo(before);
    assertThat(dsl.select(PERSON.EMAIL).from(PERSON).fetchSingle().value1()).isNull();
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
  void a_file_about_known_people_is_undone_whole_and_says_who_was_there_before() {
    bring(Ids.next(), wang("a1", "title", "经理", "lead_at", MARCH));
    String before = everything();
    UUID second = Ids.next();
    bring(
        second,
        row(2, "name", "王伟", "phone", "+8613800138000", "title", "总监", "lead_at", APRIL),
        row(3, "key", "a2", "name", "李娜", "lead_at", APRIL));
    UndoReport preview = transaction.execute(_ -> kind.previewUndo(second));

    UndoReport report = undo(second);

    assertThat(report.removed()).containsEntry("leads", 1L);
    assertThat(report.kept()).isEmpty();
    assertThat(report.shared()).contains(new UndoReport.Kept("leadsOfBefore", 1));
    assertThat(preview).isEqualTo(report);
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void a_lead_that_a_later_file_speaks_of_too_stays_for_that_reason() {
    UUID first = Ids.next();
    bring(first, wang("a1", "lead_at", MARCH));
    bring(Ids.next(), row(2, "name", "王伟", "phone", "+8613800138000", "lead_at", APRIL));

    UndoReport preview = transaction.execute(_ -> kind.previewUndo(first));
    UndoReport report = undo(first);

    assertThat(report.kept()).containsExactly(new UndoReport.Kept("leadsWithLaterWork", 1));
    assertThat(preview).isEqualTo(report);
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
}
