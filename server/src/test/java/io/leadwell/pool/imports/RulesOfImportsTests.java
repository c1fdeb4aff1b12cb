package io.leadwell.pool.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.leadwell.base.platform.Problem;
import io.leadwell.testing.OnPostgres;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Rules said for a whole file: checked, counted, remembered. */
@OnPostgres
class RulesOfImportsTests {

  private static final String LIST = "姓名,手机,职位\n王伟,13800138000,经理\n李娜,13900139000,\n";
  private static final Map<String, String> RULES =
      Map.of("changed", "ask", "same", "skip", "tag", "工业展");

  @Autowired private Imports imports;
  private Desk desk;

  @BeforeEach
  void sit() {
    desk = new Desk(imports);
  }

  private static Mapping ruled(Import batch, Map<String, String> rules) {
    Mapping guessed = Desk.guessed(batch);
    return new Mapping(guessed.columns(), guessed.defaults(), guessed.options(), null, rules);
  }

  @Test
  void rules_nobody_knows_and_words_they_do_not_take_are_refused_by_name() {
    Import batch = desk.leads(LIST);
    Map<String, String> odd =
        Map.of("chnaged", "ask", "new", "keep", "task_hours", "0", "tag", "长".repeat(41));

    Problem refused =
        catchThrowableOfType(Problem.class, () -> desk.check(batch, ruled(batch, odd)));

    assertThat(refused.code()).isEqualTo(ImportsProblem.INVALID_MAPPING);
    assertThat(refused.fields())
        .extracting(fault -> fault.field() + " " + fault.code())
        .containsExactlyInAnyOrder(
            "rules.chnaged imports.unknownRule",
            "rules.new imports.ruleRefused.choice",
            "rules.task_hours imports.ruleRefused.number",
            "rules.tag imports.ruleRefused.text");
  }

  @Test
  void next_years_list_with_the_same_header_begins_with_the_rules_of_this_one() throws Exception {
    Import first = desk.leads(LIST);
    desk.check(first, ruled(first, RULES));
    desk.commit(first.id());

    Import next = desk.leads(LIST.replace("经理", "总监") + "赵敏,13700137000,\n");
    assertThat(next.mapping().rules()).isEqualTo(RULES);
    Map<String, String> thisYear = new HashMap<>(RULES);
    thisYear.put("tag", "2027 工业展");
    Import checked = desk.check(next, ruled(next, thisYear));

    assertThat(Desk.report(checked).cases())
        .extracting(found -> found.name() + " " + found.action() + " " + found.count())
        .containsExactly("new add 1", "same skip 1", "changed ask 1");
    assertThat(Desk.report(checked).counts())
        .isEqualTo(new Import.Counts(1, 0, 0, 0, new Import.Beside(1, 1, 0)));
    Import done = desk.commit(next.id());
    assertThat(Desk.there(done.result())).isEqualTo(Desk.report(checked).counts());
    assertThat(done.canUndo()).isTrue();
  }
}
