package io.leadwell.acquire.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnPostgres
class PlanEntriesTests {

  private static final Caller WHO = Caller.system();

  @Autowired private PlanEntries plan;
  @Autowired private Items items;

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
