package io.leadwell.acquire.content;

import static io.leadwell.tables.collect.Tables.READERSHIP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Departments;
import io.leadwell.testing.OnPostgres;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnPostgres
class PlanEntriesTests {

  private static final Caller WHO = Caller.system();

  @Autowired private PlanEntries plan;
  @Autowired private PlanFigures figures;
  @Autowired private Items items;
  @Autowired private Departments departments;
  @Autowired private DSLContext dsl;

  private static PlanDraft draft(String topic, @Nullable UUID item) {
    return new PlanDraft(
        topic,
        ItemKind.ARTICLE,
        "生产总监",
        ServedStage.MQL,
        new Author(null, "周工", null, null),
        null,
        LocalDate.of(2026, 12, 1),
        20,
        500,
        item,
        null);
  }

  private PlanEntry idea(String topic) {
    return plan.add(PlanStatus.IDEA, draft(topic, null), WHO);
  }

  private List<String> column(PlanStatus status) {
    return plan.all().stream()
        .filter(entry -> entry.status() == status)
        .map(entry -> entry.said().topic())
        .toList();
  }

  @Test
  void a_card_keeps_what_was_said_of_it() {
    Item item = items.add(Shelf.article("成文", "<p>字</p>"), WHO);
    PlanEntry entry = plan.add(PlanStatus.WRITING, draft("选题", item.id()), WHO);

    assertThat(plan.find(entry.id()).said()).isEqualTo(draft("选题", item.id()));
    items.delete(item.id(), WHO);
    assertThat(plan.find(entry.id()).said().itemId()).isNull();
  }

  @Test
  void departments_are_counted_over_all_items_however_many() {
    UUID product = departments.add("产品部", null, WHO).id();
    Author theirs = new Author(null, "周工", null, product);
    PlanDraft due = draft("选题", null);
    plan.add(PlanStatus.WRITING, by(due, theirs, LocalDate.of(2020, 1, 1)), WHO);
    plan.add(PlanStatus.PUBLISHED, by(due, theirs, LocalDate.of(2020, 1, 1)), WHO);
    plan.add(PlanStatus.IDEA, by(due, Author.UNKNOWN, LocalDate.of(9000, 1, 1)), WHO);
    int many = 230;
    for (int i = 0; i < many; i++) {
      items.add(Shelf.by(Shelf.article("成文 " + i, "<p>字</p>"), theirs), WHO);
    }
    Item first =
        items.publish(items.add(Shelf.by(Shelf.article("头条", "<p>字</p>"), theirs), WHO).id(), WHO);
    dsl.insertInto(READERSHIP).set(READERSHIP.CONTENT, "头条").set(READERSHIP.ENDS, 7L).execute();
    dsl.insertInto(READERSHIP).set(READERSHIP.CONTENT, "成文 0").set(READERSHIP.ENDS, 5L).execute();

    List<DepartmentPlan> found = figures.departments();

    assertThat(found)
        .filteredOn(plan -> product.equals(plan.departmentId()))
        .singleElement()
        .satisfies(plan -> {
          assertThat(plan.planned()).isEqualTo(2);
          assertThat(plan.late()).isEqualTo(1);
          assertThat(plan.expectedLeads()).isEqualTo(40);
          assertThat(plan.expectedReads()).isEqualTo(1000);
          assertThat(plan.published()).isEqualTo(1);
          assertThat(plan.items()).hasSize(many + 1).contains(first.id());
          assertThat(plan.reads()).isEqualTo(12);
        });
    assertThat(found)
        .filteredOn(plan -> plan.departmentId() == null)
        .singleElement()
        .satisfies(plan -> assertThat(plan.late()).isZero());
  }

  private static PlanDraft by(PlanDraft draft, Author author, LocalDate due) {
    return new PlanDraft(
        draft.topic(),
        draft.kind(),
        draft.audience(),
        draft.serves(),
        author,
        draft.channelId(),
        due,
        draft.expectedLeads(),
        draft.expectedReads(),
        draft.itemId(),
        draft.note());
  }

  @Test
  void cards_are_moved_within_a_column_between_columns_and_back() {
    PlanEntry a = idea("甲");
    PlanEntry b = idea("乙");
    PlanEntry c = idea("丙");

    plan.move(c.id(), PlanStatus.IDEA, a.id(), WHO);
    assertThat(column(PlanStatus.IDEA)).containsExactly("丙", "甲", "乙");

    plan.move(a.id(), PlanStatus.WRITING, null, WHO);
    assertThat(column(PlanStatus.IDEA)).containsExactly("丙", "乙");
    assertThat(column(PlanStatus.WRITING)).containsExactly("甲");

    plan.move(a.id(), PlanStatus.IDEA, b.id(), WHO);
    assertThat(column(PlanStatus.IDEA)).containsExactly("丙", "甲", "乙");

    plan.move(b.id(), PlanStatus.IDEA, b.id(), WHO);
    plan.move(b.id(), PlanStatus.IDEA, UUID.randomUUID(), WHO);
    assertThat(column(PlanStatus.IDEA)).containsExactly("丙", "甲", "乙");
  }

  @Test
  void however_many_move_cards_at_once_none_is_lost_and_each_has_a_place_of_its_own()
      throws Exception {
    List<UUID> cards = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      cards.add(idea("卡片 " + i).id());
    }
    List<Future<?>> moves = new ArrayList<>();
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 60; i++) {
        Random random = new Random(i);
        moves.add(
            people.submit(() -> {
              plan.move(
                  cards.get(random.nextInt(8)),
                  PlanStatus.values()[random.nextInt(3)],
                  cards.get(random.nextInt(8)),
                  WHO);
            }));
      }
    }
    for (Future<?> move : moves) {
      move.get();
    }

    List<PlanEntry> all = plan.all();
    assertThat(all).hasSize(8);
    assertThat(
            new HashSet<>(
                all.stream().map(entry -> entry.status().word() + entry.place()).toList()))
        .hasSize(8);
  }

  @Test
  void a_card_without_a_topic_or_with_less_than_nothing_expected_is_refused() {
    PlanDraft wrong =
        new PlanDraft(
            " ",
            null,
            null,
            null,
            new Author(UUID.randomUUID(), null, null, null),
            UUID.randomUUID(),
            null,
            -1,
            -1,
            UUID.randomUUID(),
            null);
    assertThatThrownBy(() -> plan.add(PlanStatus.IDEA, wrong, WHO))
        .isInstanceOfSatisfying(
            Problem.class,
            problem ->
                assertThat(problem.fields())
                    .extracting(Problem.Field::field)
                    .containsExactlyInAnyOrder(
                        "topic",
                        "expectedLeads",
                        "expectedReads",
                        "channelId",
                        "itemId",
                        "authorId"));
  }
}
