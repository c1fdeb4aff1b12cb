package io.leadwell.pool.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.imports.ImportPass.RowCounts;
import io.leadwell.pool.imports.ImportRow;
import io.leadwell.pool.leads.ListQuestions.Detail;
import io.leadwell.pool.leads.ListQuestions.Question;
import io.leadwell.testing.OnPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that wait, and what comes of somebody's word. */
@OnPostgres
class ListQuestionsTests extends ListFiles {

  private static final Map<String, String> ASK =
      Map.of("changed", "ask", "taken", "ask", "tag", "展会", "tag_changed", "已更新");

  private final UUID batch = Ids.next();

  private static ImportRow promoted() {
    return row(2, "name", "王伟", "phone", WANG, "title", "总监", "lead_at", APRIL);
  }

  private static ImportRow lina() {
    return row(3, "name", "李娜", "phone", WANG, "lead_at", APRIL);
  }

  private List<Question> open() {
    return questions.open(batch, Caller.system()).items();
  }

  private void decide(String decision) {
    questions.decide(batch, open().getFirst().id(), decision, Caller.system());
  }

  @Test
  void a_waiting_row_is_shown_beside_what_is_here() {
    wangIsKnown();
    bring(batch, ASK, promoted(), lina());

    assertThat(open()).extracting(Question::who).containsExactly("王伟", "李娜");
    assertThat(open().getFirst().details()).contains(new Detail("title", "经理", "总监", null));
    assertThat(open().getLast().details())
        .containsExactly(new Detail("phone", "13800138000", "13800138000", "王伟"));
    assertThat(questions.open(batch, Caller.system()).counts())
        .isEqualTo(Map.of("changed", 1, "taken", 1));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "keep,      经理, 展会 已更新",
    "overwrite, 总监, 展会 已更新",
    "add,       经理, 展会 已更新",
    "skip,      经理, ''",
  })
  void somebody_decides_and_the_undo_takes_it_back(String decision, String title, String tags) {
    wangIsKnown();
    String before = everything();
    bring(batch, ASK, promoted());

    decide(decision);

    assertThat(open()).isEmpty();
    assertThat(only().title()).isEqualTo(title);
    assertThat(String.join(" ", tags())).isEqualTo(tags);
    assertThat(bring(Ids.next(), ASK, promoted()))
        .as("answered once, never asked again")
        .isEqualTo(new RowCounts(0, 0, 1));

    undo(batch);
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void who_takes_over_means_it_even_where_somebody_edited_by_hand() {
    wangIsKnown();
    leads.edit(only().id(), new LeadEdit(Map.of(Fact.TITLE, "副总")), Caller.system());
    String before = everything();
    bring(batch, ASK, promoted());

    decide("overwrite");
    assertThat(only().title()).isEqualTo("总监");

    undo(batch);
    assertThat(everything()).isEqualTo(before);
    assertThat(only().title()).isEqualTo("副总");
  }

  @Test
  void all_of_a_case_are_decided_at_once() {
    wangIsKnown();
    bring(batch, ASK, promoted(), lina());

    assertThat(questions.decideAll(batch, "taken", "overwrite", Caller.system())).isEqualTo(1);

    assertThat(open()).extracting(Question::met).containsExactly("changed");
    assertThat(people()).containsExactly("李娜 13800138000 null [13800138000]", "王伟 null 经理 []");
  }

  @Test
  void of_two_who_decide_at_once_one_wins_and_the_other_is_told() throws Exception {
    wangIsKnown();
    bring(batch, ASK, promoted());
    UUID question = open().getFirst().id();
    CyclicBarrier start = new CyclicBarrier(2);
    List<Future<Object>> both = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (String decision : List.of("overwrite", "keep")) {
        Callable<Object> one =
            () -> {
              start.await();
              try {
                questions.decide(batch, question, decision, Caller.system());
                return decision;
              } catch (Problem problem) {
                return problem;
              }
            };
        both.add(threads.submit(one));
      }
    }
    List<Object> answers = List.of(both.get(0).get(), both.get(1).get());
    assertThat(answers).filteredOn(Problem.class::isInstance).hasSize(1);
    Problem refused =
        (Problem) answers.stream().filter(Problem.class::isInstance).findFirst().orElseThrow();
    assertThat(refused.code()).isEqualTo(LeadsProblem.QUESTION_ANSWERED);
    assertThat(only().title()).isEqualTo(answers.contains("overwrite") ? "总监" : "经理");
  }

  @Test
  void what_was_taken_back_waits_no_more() {
    wangIsKnown();
    bring(batch, ASK, promoted());
    UUID question = open().getFirst().id();
    undo(batch);

    Problem refused =
        catchThrowableOfType(
            Problem.class, () -> questions.decide(batch, question, "keep", Caller.system()));

    assertThat(refused.code()).isEqualTo(LeadsProblem.QUESTION_NOT_FOUND);
  }
}
