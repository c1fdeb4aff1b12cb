package io.leadwell.collaborate.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Members;
import io.leadwell.base.workspace.NewMember;
import io.leadwell.base.workspace.Role;
import io.leadwell.base.workspace.Visible;
import io.leadwell.collaborate.tasks.Task.State;
import io.leadwell.pool.imports.Import;
import io.leadwell.pool.imports.Imports;
import io.leadwell.pool.imports.Mapping;
import io.leadwell.pool.imports.RowProblem;
import io.leadwell.pool.imports.UndoReport;
import io.leadwell.pool.leads.ListQuestions;
import io.leadwell.testing.OnPostgres;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A list of an exhibition, and the calls it asks for. */
@OnPostgres
class ContactTasksTests {

  private static final Caller WHO = Caller.system();
  private static final String HEAD = "姓名,手机,公司,市场活动,接待销售,沟通内容\n";
  private static final String TALKED = "王伟,13800138000,华信,2026 工业展,刘洋,想看 MES 演示\n";

  @Autowired private Imports imports;
  @Autowired private Members members;
  @Autowired private Tasks tasks;
  @Autowired private ListQuestions questions;
  private UUID liu = UUID.randomUUID();
  private UUID chen = UUID.randomUUID();

  @BeforeEach
  void staff() {
    liu = join("刘洋", "liu@example.com", Role.SALESPERSON);
    chen = join("陈静", "chen@example.com", Role.SALESPERSON);
  }

  private UUID join(String name, String email, Role role) {
    return members
        .join(
            new NewMember(name, email, "tall blue heron", role, null, null, null, false, "zh-CN"),
            WHO)
        .id();
  }

  private static Caller as(UUID member, Role role, Visible visible) {
    return new Caller(Caller.Kind.MEMBER, member, null, "某人", role.permissions(), visible, null);
  }

  private Caller liu() {
    return as(liu, Role.SALESPERSON, new Visible.OwnedBy(Set.of(liu)));
  }

  private Import bring(String content, Map<String, String> rules) throws InterruptedException {
    Import batch =
        imports.receive(
            WHO,
            "leads",
            "展会.csv",
            new ByteArrayInputStream((HEAD + content).getBytes(StandardCharsets.UTF_8)));
    Map<String, List<String>> columns = new LinkedHashMap<>();
    batch.headers().forEach(header -> columns.put(header.name(), header.guess()));
    imports.map(
        batch.id(), new Mapping(columns, Map.of(), Mapping.Options.usual(), null, rules), WHO);
    imports.await(batch.id());
    imports.commit(batch.id(), WHO);
    return imports.await(batch.id());
  }

  private List<Task> mine(Caller who, boolean open) {
    return tasks.page(new TaskFilter(true, open, null), null, 50, who).items();
  }

  @Test
  void who_was_talked_to_is_to_be_called_by_the_one_who_talked() throws Exception {
    bring(TALKED + "李娜,13900139000,中科,2026 工业展,,\n", Map.of());

    assertThat(mine(liu(), true))
        .singleElement()
        .satisfies(task -> {
          assertThat(task.about()).isEqualTo("王伟");
          assertThat(task.company()).isEqualTo("华信");
          assertThat(task.phone()).isEqualTo("13800138000");
          assertThat(task.campaign()).isEqualTo("2026 工业展");
          assertThat(task.notes()).isEqualTo("想看 MES 演示");
          assertThat(task.leadVisible()).as("a lead nobody owns is theirs").isTrue();
          assertThat(Duration.between(Instant.now(), task.dueAt()))
              .isBetween(Duration.ofHours(47), Duration.ofHours(48));
        });
    assertThat(tasks.waiting(liu())).isEqualTo(new Tasks.Waiting(1, 0));
  }

  @Test
  void the_hours_are_a_rule_of_the_list() throws Exception {
    bring(TALKED, Map.of("task_hours", "24", "tag", "工业展"));

    assertThat(Duration.between(Instant.now(), mine(liu(), true).getFirst().dueAt()))
        .isBetween(Duration.ofHours(23), Duration.ofHours(24));
  }

  @Test
  void the_same_list_again_makes_no_second_task_and_a_corrected_one_changes_it() throws Exception {
    bring(TALKED, Map.of());
    bring(TALKED, Map.of());
    bring(TALKED, Map.of("tag", "工业展"));
    assertThat(mine(liu(), true)).hasSize(1);

    bring(TALKED.replace("刘洋", "陈静"), Map.of());

    assertThat(mine(liu(), true)).isEmpty();
    assertThat(mine(as(chen, Role.SALESPERSON, new Visible.OwnedBy(Set.of(chen))), true))
        .hasSize(1);
  }

  @Test
  void a_salesperson_nobody_knows_is_remarked_upon_and_the_row_comes_in() throws Exception {
    Import done = bring(TALKED.replace("刘洋", "刘阳"), Map.of());

    Import.Counts result = Objects.requireNonNull(done.result());
    assertThat(result.fresh()).isEqualTo(1);
    assertThat(result.bad()).isZero();
    assertThat(result.remarked()).isEqualTo(1);
    assertThat(imports.problems(done.id(), null, 10).items())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.remark()).isTrue();
          assertThat(problem.column()).isEqualTo("接待销售");
          assertThat(problem.sentence().code()).isEqualTo("leads.talkedToNobody");
        });
    assertThat(imports.problems(done.id(), null, 10).items())
        .extracting(RowProblem::row)
        .containsExactly(2L);
    join("刘阳", "yang@example.com", Role.SALESPERSON);
    bring(TALKED.replace("刘洋", "刘阳"), Map.of());
    assertThat(tasks.page(new TaskFilter(false, true, null), null, 50, WHO).items()).hasSize(1);
  }

  @Test
  void an_undo_takes_back_what_is_open_and_keeps_what_is_done() throws Exception {
    Import batch = bring(TALKED + "李娜,13900139000,中科,,刘洋,要报价\n", Map.of());
    Task first = mine(liu(), true).getFirst();
    tasks.close(first.id(), true, "已约演示", liu());

    assertThat(imports.previewUndo(batch.id()).removed()).containsEntry("tasks", 1L);
    imports.undo(batch.id(), WHO);
    Import undone = imports.await(batch.id());

    UndoReport report = Objects.requireNonNull(undone.undo());
    assertThat(report.removed()).containsEntry("tasks", 1L);
    assertThat(report.kept()).anySatisfy(kept -> assertThat(kept.reason()).isEqualTo("tasksDone"));
    assertThat(mine(liu(), true)).isEmpty();
    assertThat(mine(liu(), false))
        .singleElement()
        .satisfies(task -> {
          assertThat(task.leadId()).isNull();
          assertThat(task.about()).isEqualTo(first.about());
          assertThat(task.outcome()).isEqualTo("已约演示");
          assertThat(task.state()).isEqualTo(State.DONE);
        });
  }

  @Test
  void of_rows_that_wait_those_with_a_call_come_first_and_the_answer_makes_the_task()
      throws Exception {
    bring("李娜,13900139000,华信,,,\n王伟,13800138000,华信,,,\n", Map.of());
    String list = "李娜,13900139000,中科,2026 工业展,,\n" + TALKED.replace("华信", "中科");

    Import batch = bring(list, Map.of("changed", "ask"));

    assertThat(mine(liu(), true)).isEmpty();
    List<ListQuestions.Question> open = questions.open(batch.id(), WHO).items();
    assertThat(open).extracting(ListQuestions.Question::who).containsExactly("王伟", "李娜");
    assertThat(open.getFirst().talkedTo()).isEqualTo(liu);

    questions.decide(batch.id(), open.getFirst().id(), "keep", WHO);

    assertThat(mine(liu(), true))
        .singleElement()
        .satisfies(task -> assertThat(task.company()).isEqualTo("华信"));
  }

  @Test
  void of_two_who_close_a_task_at_once_one_is_told() throws Exception {
    bring(TALKED, Map.of());
    UUID task = mine(liu(), true).getFirst().id();
    List<Future<Boolean>> both = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (int i = 0; i < 2; i++) {
        both.add(
            threads.submit(() -> {
              try {
                tasks.close(task, true, "已联系", liu());
                return true;
              } catch (Problem problem) {
                assertThat(problem.code()).isEqualTo(TasksProblem.TASK_CLOSED);
                return false;
              }
            }));
      }
    }
    assertThat(List.of(both.get(0).get(), both.get(1).get()))
        .containsExactlyInAnyOrder(true, false);
    assertThat(tasks.reopen(task, liu()).state()).isEqualTo(State.OPEN);
  }

  @Test
  void tasks_of_others_are_nobodys_business_and_heads_give_them_on() throws Exception {
    bring(TALKED, Map.of());
    UUID task = mine(liu(), true).getFirst().id();
    Caller other = as(chen, Role.SALESPERSON, new Visible.OwnedBy(Set.of(chen)));

    Problem refused =
        catchThrowableOfType(Problem.class, () -> tasks.close(task, true, "已联系", other));
    assertThat(refused.code()).isEqualTo(TasksProblem.TASK_NOT_FOUND);
    assertThat(tasks.page(new TaskFilter(false, true, null), null, 50, other).items()).isEmpty();

    Caller head = as(UUID.randomUUID(), Role.SALES_HEAD, new Visible.OwnedBy(Set.of(liu, chen)));
    assertThat(tasks.give(task, chen, head).member()).isEqualTo("陈静");
    assertThat(mine(other, true)).hasSize(1);
    assertThat(mine(other, true).getFirst().leadVisible()).isFalse();
    assertThat(mine(other, true).getFirst().phone()).isEqualTo("13800138000");
  }

  @Test
  void what_was_done_says_what_came_of_it() throws Exception {
    bring(TALKED, Map.of());
    UUID task = mine(liu(), true).getFirst().id();

    Problem refused =
        catchThrowableOfType(Problem.class, () -> tasks.close(task, true, " ", liu()));

    assertThat(refused.code()).isEqualTo(TasksProblem.TASK_INVALID);
    assertThat(tasks.close(task, false, null, liu()).state()).isEqualTo(State.CANCELLED);
  }
}
