package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.TOUCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.imports.CaseFound;
import io.leadwell.pool.imports.CaseFound.Difference;
import io.leadwell.pool.imports.ImportPass;
import io.leadwell.pool.imports.ImportPass.RowCounts;
import io.leadwell.pool.imports.ImportRow;
import io.leadwell.testing.OnPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of each case of a list under each action. */
@OnPostgres
class ListRulesTests extends ListFiles {

  /** The row of the case: a stranger, 王伟 as he is, 王伟 promoted with a new number, 李娜 with his. */
  private static ImportRow rowOf(String met) {
    return switch (met) {
      case "new" -> row(2, "name", "赵敏", "email", "zm@zk.cn", "lead_at", APRIL);
      case "same" -> row(2, "name", "王伟", "phone", WANG, "company", "华 信", "lead_at", APRIL);
      case "changed" ->
          row(2, "name", "王伟", "phone", OTHER, "email", "w@hx.cn", "title", "总监", "lead_at", APRIL);
      default -> row(2, "name", "李娜", "phone", WANG, "title", "采购", "lead_at", APRIL);
    };
  }

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @CsvSource({
    "new,     add,       IN,      王伟 13800138000 经理 [13800138000 w@hx.cn] | 赵敏 null null [zm@zk.cn], case event",
    "new,     ask,       WAITING, 王伟 13800138000 经理 [13800138000 w@hx.cn], ''",
    "new,     skip,      OUT,     王伟 13800138000 经理 [13800138000 w@hx.cn], ''",
    "same,    keep,      IN,      王伟 13800138000 经理 [13800138000 w@hx.cn], case event",
    "same,    ask,       WAITING, 王伟 13800138000 经理 [13800138000 w@hx.cn], ''",
    "same,    skip,      OUT,     王伟 13800138000 经理 [13800138000 w@hx.cn], ''",
    "changed, overwrite, IN,      王伟 13900139000 总监 [13800138000 13900139000 w@hx.cn], case event",
    "changed, keep,      IN,      王伟 13800138000 经理 [13800138000 w@hx.cn], case event",
    "changed, add,       IN,      王伟 13800138000 经理 [13800138000 13900139000 w@hx.cn], case event",
    "changed, ask,       WAITING, 王伟 13800138000 经理 [13800138000 w@hx.cn], ''",
    "changed, skip,      OUT,     王伟 13800138000 经理 [13800138000 w@hx.cn], ''",
    "taken,   add,       IN,      李娜 13800138000 采购 [13800138000] | 王伟 13800138000 经理 [13800138000 w@hx.cn], case event",
    "taken,   keep,      IN,      李娜 null 采购 [] | 王伟 13800138000 经理 [13800138000 w@hx.cn], case event",
    "taken,   overwrite, IN,      李娜 13800138000 采购 [13800138000] | 王伟 null 经理 [w@hx.cn], case event",
    "taken,   ask,       WAITING, 王伟 13800138000 经理 [13800138000 w@hx.cn], ''",
    "taken,   skip,      OUT,     王伟 13800138000 经理 [13800138000 w@hx.cn], ''",
  })
  void a_case_is_treated_as_was_decided_beforehand(
      String met, String action, String became, String people, String tags) {
    bring(
        Ids.next(),
        row(
            2, "name", "王伟", "phone", WANG, "email", "w@hx.cn", "title", "经理", "company", "华信",
            "lead_at", MARCH));
    String before = everything();
    Map<String, String> rules = Map.of(met, action, "tag", "event", "tag_" + met, "case");
    ImportPass dry = pass(Ids.next(), rules);
    RowCounts foreseen = transaction.execute(_ -> dry.check(List.of(rowOf(met))));
    assertThat(everything()).as("a check writes nothing").isEqualTo(before);
    assertThat(dry.cases())
        .extracting(CaseFound::name, CaseFound::action, CaseFound::count)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(met, action, 1L));

    UUID batch = Ids.next();
    RowCounts counts = bring(batch, rules, rowOf(met));

    RowCounts expected =
        switch (became) {
          case "IN" -> new RowCounts(1, 0, 0);
          case "WAITING" -> new RowCounts(0, 0, 0, 1, 0);
          default -> new RowCounts(0, 0, 0, 0, 1);
        };
    assertThat(foreseen).isEqualTo(expected);
    assertThat(counts).isEqualTo(expected);
    assertThat(String.join(" | ", people()).replace(",", "")).isEqualTo(people);
    assertThat(String.join(" ", tags())).isEqualTo(tags);

    String after = everything();
    RowCounts again = bring(Ids.next(), rules, rowOf(met));
    assertThat(again)
        .as("the same list again")
        .isEqualTo(became.equals("OUT") ? expected : new RowCounts(0, 0, 1));
    assertThat(everything()).isEqualTo(after);

    undo(batch);
    assertThat(everything()).as("taken back").isEqualTo(before);
    assertThat(tags()).isEmpty();
    assertThat(questions.open(batch, Caller.system()).items()).isEmpty();
  }

  @Test
  void an_edit_by_hand_stands_before_a_rule_that_overwrites() {
    wangIsKnown();
    leads.edit(only().id(), new LeadEdit(Map.of(Fact.TITLE, "副总")), Caller.system());

    bring(
        Ids.next(),
        Map.of("changed", "overwrite"),
        row(2, "name", "王伟", "phone", WANG, "title", "总监", "company", "中科", "lead_at", APRIL));

    assertThat(only().title()).isEqualTo("副总");
    assertThat(only().company()).isEqualTo("中科");
  }

  @Test
  void who_stands_twice_in_a_list_is_known_the_second_time() {
    Map<String, String> rules = Map.of("tag_new", "首次", "tag_taken", "同号", "changed", "add");

    RowCounts counts =
        bring(
            Ids.next(),
            rules,
            row(2, "name", "王伟", "phone", WANG, "email", "w@hx.cn", "lead_at", MARCH),
            row(3, "name", "王伟", "phone", OTHER, "email", "w@hx.cn", "lead_at", APRIL),
            row(4, "name", "李娜", "phone", WANG, "lead_at", APRIL));

    assertThat(counts).isEqualTo(new RowCounts(3, 0, 0));
    assertThat(people())
        .containsExactly(
            "李娜 13800138000 null [13800138000]",
            "王伟 13800138000 null [13800138000, 13900139000, w@hx.cn]");
    assertThat(tags()).containsExactlyInAnyOrder("同号", "首次");
  }

  @Test
  void a_way_passes_between_rows_of_one_list_too() {
    UUID batch = Ids.next();
    bring(
        batch,
        Map.of("taken", "overwrite"),
        row(2, "name", "王伟", "phone", WANG, "lead_at", MARCH),
        row(3, "name", "李娜", "phone", WANG, "lead_at", APRIL));

    assertThat(people()).containsExactly("李娜 13800138000 null [13800138000]", "王伟 null null []");

    undo(batch);
    assertThat(counts().values()).containsOnly(0);
  }

  @Test
  void a_row_put_right_is_not_measured_by_what_it_said_before() {
    Map<String, String> rules = Map.of("changed", "keep");
    bring(Ids.next(), rules, row(2, "key", "k1", "name", "王伟", "phone", WANG, "lead_at", MARCH));

    RowCounts counts =
        bring(
            Ids.next(), rules, row(2, "key", "k1", "name", "王伟", "phone", OTHER, "lead_at", MARCH));

    assertThat(counts).isEqualTo(new RowCounts(0, 1, 0));
    assertThat(people()).containsExactly("王伟 13900139000 null [13900139000]");
  }

  @Test
  void the_check_shows_what_differs_with_our_contacts_masked() {
    wangIsKnown();
    ImportPass dry = pass(Ids.next(), Map.of("changed", "ask"));

    transaction.execute(_ ->
        dry.check(
            List.of(
                row(5, "name", "王伟", "phone", WANG, "title", "总监", "lead_at", APRIL),
                row(6, "name", "李娜", "phone", WANG, "lead_at", APRIL))));

    assertThat(dry.cases()).extracting(CaseFound::name).containsExactly("changed", "taken");
    assertThat(dry.cases().getFirst().samples().getFirst().differences())
        .containsExactly(new Difference("title", "经理", "总监", null));
    assertThat(dry.cases().getLast().samples().getFirst().differences())
        .containsExactly(new Difference("phone", "138****8000", "13800138000", "王伟"));
  }

  @Test
  void two_lists_at_once_make_one_person() throws Exception {
    Map<String, String> rules = Map.of("changed", "add", "tag", "展会");
    List<Future<RowCounts>> both = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (int i = 0; i < 2; i++) {
        String title = "职位" + i;
        both.add(
            threads.submit(() ->
                bring(
                    Ids.next(),
                    rules,
                    row(
                        2,
                        "name",
                        "王伟",
                        "phone",
                        WANG,
                        "title",
                        title,
                        "lead_at",
                        title.equals("职位0") ? MARCH : APRIL))));
      }
    }
    for (Future<RowCounts> one : both) {
      assertThat(one.get()).isEqualTo(new RowCounts(1, 0, 0));
    }
    assertThat(people()).hasSize(1);
    assertThat(count(LEAD)).isEqualTo(1);
    assertThat(count(TOUCH)).isEqualTo(2);
    assertThat(tags()).containsExactly("展会");
  }

  @Test
  void who_stands_twice_in_a_list_says_together_what_each_row_says() {
    Map<String, String> rules = Map.of("tag", "event");
    for (RowCounts expected : List.of(new RowCounts(1, 0, 1), new RowCounts(0, 0, 2))) {
      ImportRow scanned =
          row(2, "name", "赵敏", "email", "zm@zk.cn", "title", "采购", "lead_at", APRIL);
      ImportRow again =
          row(3, "name", "赵敏", "email", "zm@zk.cn", "industry", "泵业", "lead_at", APRIL);
      assertThat(bring(Ids.next(), rules, scanned, again)).isEqualTo(expected);
      assertThat(people()).containsExactly("赵敏 null 采购 [zm@zk.cn]");
      assertThat(dsl.fetchCount(LEAD)).isEqualTo(1);
    }
  }
}
