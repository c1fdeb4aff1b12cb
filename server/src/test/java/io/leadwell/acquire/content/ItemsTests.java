package io.leadwell.acquire.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.testing.OnPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnPostgres
class ItemsTests {

  private static final Caller WHO = Caller.system();

  @Autowired private Items items;
  @Autowired private Hub hub;
  @Autowired private ContentFiles files;

  private static void refused(ContentProblem code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
  }

  @Test
  void an_item_is_seen_by_the_public_between_publishing_and_archiving() {
    Item draft = items.add(Shelf.article("智能工厂入门", "<p>正文</p>"), WHO);
    assertThat(hub.page(null, null, null, 1).items()).isEmpty();

    items.publish(draft.id(), WHO);
    assertThat(hub.page(null, null, null, 1).items())
        .extracting(HubItem::title)
        .containsExactly("智能工厂入门");
    Item published = items.find(draft.id());
    assertThat(published.publishedAt()).isNotNull();

    items.archive(draft.id(), WHO);
    assertThat(hub.page(null, null, null, 1).items()).isEmpty();
    refused(ContentProblem.ITEM_WAS_PUBLIC, () -> items.delete(draft.id(), WHO));

    items.publish(draft.id(), WHO);
    assertThat(items.find(draft.id()).publishedAt())
        .as("the day it was first published")
        .isEqualTo(published.publishedAt());
  }

  @Test
  void nothing_is_published_that_has_nothing_to_read_or_watch() {
    Item empty = items.add(Shelf.article("空", null), WHO);
    refused(ContentProblem.ITEM_EMPTY, () -> items.publish(empty.id(), WHO));

    StoredFile pdf = Shelf.upload(files, Papers.pages(2));
    Item film = items.add(Shelf.draft(ItemKind.VIDEO, "视频", null, pdf.sha256(), Gate.NONE), WHO);
    refused(ContentProblem.ITEM_EMPTY, () -> items.publish(film.id(), WHO));

    Item published = Shelf.publish(items, Shelf.article("有正文", "<p>字</p>"));
    refused(
        ContentProblem.ITEM_EMPTY,
        () ->
            items.change(
                published.id(), published.version(), Shelf.article("有正文", "<p> </p>"), WHO));
  }

  @Test
  void of_two_who_change_the_same_item_the_second_is_told() {
    Item item = items.add(Shelf.article("甲", "<p>一</p>"), WHO);
    items.change(item.id(), item.version(), Shelf.article("甲", "<p>二</p>"), WHO);

    refused(
        ContentProblem.ITEM_CHANGED_MEANWHILE,
        () -> items.change(item.id(), item.version(), Shelf.article("甲", "<p>三</p>"), WHO));
    assertThat(items.find(item.id()).said().body()).isEqualTo("<p>二</p>");
  }

  @Test
  void a_title_belongs_to_one_item_however_it_is_typed_and_for_good_once_it_was_public() {
    Item first = Shelf.publish(items, Shelf.article("MES 选型指南", "<p>字</p>"));
    refused(
        ContentProblem.ITEM_TITLE_TAKEN,
        () -> items.add(Shelf.article("ＭＥＳ　选型指南", "<p>字</p>"), WHO));

    items.change(
        first.id(), items.find(first.id()).version(), Shelf.article("新名", "<p>字</p>"), WHO);
    assertThat(items.titles(List.of(first.id())).get(first.id()))
        .containsExactlyInAnyOrder("MES 选型指南", "新名");
    refused(
        ContentProblem.ITEM_TITLE_TAKEN,
        () -> items.add(Shelf.article("mes 选型指南", "<p>字</p>"), WHO));

    Item draft = items.add(Shelf.article("草稿名", "<p>字</p>"), WHO);
    items.change(draft.id(), draft.version(), Shelf.article("另一草稿名", "<p>字</p>"), WHO);
    assertThat(items.add(Shelf.article("草稿名", "<p>字</p>"), WHO).title()).isEqualTo("草稿名");
  }

  @Test
  void an_old_address_leads_to_the_new_one_and_nobody_else_gets_it() {
    Item item = Shelf.publish(items, Shelf.at(Shelf.article("甲", "<p>字</p>"), "guide"));
    items.change(
        item.id(), item.version(), Shelf.at(Shelf.article("甲", "<p>字</p>"), "new-guide"), WHO);

    assertThat(hub.at("guide")).map(Item::slug).contains("new-guide");
    refused(
        ContentProblem.ITEM_SLUG_TAKEN,
        () -> items.add(Shelf.at(Shelf.article("乙", "<p>字</p>"), "guide"), WHO));

    Item back =
        items.change(
            item.id(),
            items.find(item.id()).version(),
            Shelf.at(Shelf.article("甲", "<p>字</p>"), "guide"),
            WHO);
    assertThat(back.slug()).isEqualTo("guide");
    assertThat(hub.at("new-guide")).map(Item::slug).contains("guide");
  }

  @Test
  void an_address_that_nobody_chose_is_made_from_latin_words_or_is_short() {
    assertThat(items.add(Shelf.article("How to choose an MES – 2026", "<p>a</p>"), WHO).slug())
        .isEqualTo("how-to-choose-an-mes-2026");
    assertThat(items.add(Shelf.article("How to choose an MES, 2026!", "<p>a</p>"), WHO).slug())
        .startsWith("how-to-choose-an-mes-2026-");
    assertThat(items.add(Shelf.article("质量追溯 MES", "<p>a</p>"), WHO).slug()).matches("[a-z0-9]{7}");
  }

  @Test
  void addresses_that_are_none_are_refused() {
    for (String slug :
        new String[] {
          "../x", "a/b", "A", "a b", "-a", "a-", "中文", "a".repeat(81), "a%2fb", "a--b"
        }) {
      refused(
          ContentProblem.ITEM_INVALID,
          () -> items.add(Shelf.at(Shelf.article("标题" + slug, "<p>字</p>"), slug), WHO));
    }
  }

  @Test
  void of_many_who_take_the_same_address_at_once_one_gets_it() throws Exception {
    assertThat(winners(i -> Shelf.at(Shelf.article("标题" + i, "<p>字</p>"), "race"))).isEqualTo(1);
    assertThat(winners(i -> Shelf.at(Shelf.article("同一标题", "<p>字</p>"), "place-" + i)))
        .isEqualTo(1);
    assertThat(items.list(ItemFilter.ALL, null, 50).items()).hasSize(2);
  }

  private interface Wanted {
    ItemDraft by(int number);
  }

  private int winners(Wanted wanted) throws Exception {
    int many = 8;
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Boolean>> tries = new ArrayList<>();
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < many; i++) {
        int number = i;
        Callable<Boolean> add =
            () -> {
              start.await();
              try {
                items.add(wanted.by(number), WHO);
                return true;
              } catch (Problem taken) {
                return false;
              }
            };
        tries.add(people.submit(add));
      }
      start.countDown();
    }
    int won = 0;
    for (Future<Boolean> one : tries) {
      won += one.get() ? 1 : 0;
    }
    return won;
  }

  @Test
  void one_or_two_chinese_characters_find_what_holds_them() {
    Shelf.publish(items, Shelf.tagged(Shelf.article("设备联网实践", "<p>从采集开始</p>"), "工业互联网"));
    Shelf.publish(items, Shelf.article("Quality tracing", "<p>质量追溯在汽车零部件厂</p>"));
    items.add(Shelf.article("未发布的质量文章", "<p>质量</p>"), WHO);

    assertThat(found("质")).containsExactly("Quality tracing");
    assertThat(found("质量")).containsExactly("Quality tracing");
    assertThat(found("网")).containsExactly("设备联网实践");
    assertThat(found("工业互联")).containsExactly("设备联网实践");
    assertThat(found("quality")).containsExactly("Quality tracing");
    assertThat(found("ｑｕ")).containsExactly("Quality tracing");
    assertThat(found("量质")).isEmpty();
    assertThat(found("%")).isEmpty();
    assertThat(found("' or 1=1 --")).isEmpty();
    assertThat(hub.page("质", null, "工业互联网", 1).items()).isEmpty();
    assertThat(hub.page(null, ItemKind.VIDEO, null, 1).items()).isEmpty();
  }

  @Test
  void what_stands_behind_a_gate_is_not_found_by_its_words() {
    UUID form = UUID.randomUUID();
    StoredFile pdf = Shelf.upload(files, Papers.pages(5));
    Shelf.publish(
        items,
        Shelf.draft(
            ItemKind.WHITE_PAPER, "门后", null, pdf.sha256(), new Gate(Gate.Place.MIDDLE, 2, form)));
    Shelf.publish(
        items,
        Shelf.draft(
            ItemKind.ARTICLE,
            "门前",
            "<p>暗号一</p><p>暗号二</p>",
            null,
            new Gate(Gate.Place.BEFORE, null, form)));

    assertThat(found("secret2")).containsExactly("门后");
    assertThat(found("secret3")).isEmpty();
    assertThat(found("暗号")).isEmpty();
  }

  private List<String> found(String text) {
    return hub.page(text, null, null, 1).items().stream().map(HubItem::title).toList();
  }

  @Test
  void the_hub_is_paged_and_a_page_that_is_not_there_is_the_nearest() {
    for (int i = 0; i < 30; i++) {
      Shelf.publish(items, Shelf.article("第 " + i + " 篇", "<p>字</p>"));
    }
    HubPage first = hub.page(null, null, null, 1);
    HubPage last = hub.page(null, null, null, 3);

    assertThat(first.pages()).isEqualTo(3);
    assertThat(first.items().getFirst().title()).isEqualTo("第 29 篇");
    assertThat(last.items()).hasSize(6);
    assertThat(hub.page(null, null, null, 99).items()).isEqualTo(last.items());
    assertThat(hub.page(null, null, null, -5).items()).isEqualTo(first.items());
  }

  @Test
  void related_items_share_tags_before_they_share_a_kind() {
    Item item = Shelf.publish(items, Shelf.tagged(Shelf.article("甲", "<p>字</p>"), "MES", "汽车"));
    Shelf.publish(items, Shelf.article("同类", "<p>字</p>"));
    Shelf.publish(items, Shelf.tagged(Shelf.article("同签", "<p>字</p>"), "汽车"));

    assertThat(hub.related(item, 4)).extracting(HubItem::title).containsExactly("同签", "同类");
  }

  @Test
  void every_field_that_is_wrong_is_named_at_once() {
    ItemDraft wrong =
        new ItemDraft(
            ItemKind.ARTICLE,
            " ",
            "UPPER",
            "fr",
            "长".repeat(501),
            "<p>字</p>",
            "0".repeat(64),
            null,
            "not a hash",
            false,
            List.of("标签很长".repeat(10)),
            new Author(UUID.randomUUID(), null, null, UUID.randomUUID()),
            null,
            null,
            UUID.randomUUID(),
            new CallToAction("点这里", "javascript:alert(1)", null),
            new Gate(Gate.Place.MIDDLE, 0, null));

    assertThatThrownBy(() -> items.add(wrong, WHO))
        .isInstanceOfSatisfying(
            Problem.class,
            problem ->
                assertThat(problem.fields())
                    .extracting(Problem.Field::field)
                    .containsExactlyInAnyOrder(
                        "title",
                        "slug",
                        "language",
                        "summary",
                        "file",
                        "cover",
                        "tags",
                        "authorId",
                        "departmentId",
                        "channelId",
                        "actionLink",
                        "gateForm",
                        "gateAfter"));
  }
}
