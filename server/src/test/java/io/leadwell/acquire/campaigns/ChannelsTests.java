package io.leadwell.acquire.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.testing.OnPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnPostgres
class ChannelsTests {

  private static final Caller WHO = Caller.system();

  @Autowired private Channels channels;

  @Test
  void the_usual_tree_has_the_three_frames_and_is_planted_once() {
    assertThat(channels.plantUsual()).isGreaterThan(20);
    assertThat(channels.plantUsual()).isZero();
    assertThat(planted("百度SEM").frame()).isEqualTo(Frame.DIGITAL);
    assertThat(planted("行业展会").frame()).isEqualTo(Frame.EVENT);
    assertThat(planted("公众号").frame()).isEqualTo(Frame.CONTENT);
    assertThat(planted("转介绍").sourceClass()).isEqualTo(SourceClass.REFERRAL);
    assertThat(planted("百度SEM").parentId()).isEqualTo(planted("数字化推广").id());
  }

  @Test
  void a_name_is_one_channel_however_it_is_typed() {
    UUID id = channels.add(draft("百度SEM", null), WHO).id();
    Map<String, UUID> found =
        channels.named(List.of("百度sem", " 百度ＳＥＭ ", "百度SEM", "", "不存在"), false);
    assertThat(found).containsOnlyKeys("百度sem", " 百度ＳＥＭ ", "百度SEM");
    assertThat(found.values()).containsOnly(id);
    assertThatThrownBy(() -> channels.add(draft("百度 sem".replace(" ", ""), null), WHO))
        .isInstanceOfSatisfying(
            Problem.class,
            p -> assertThat(p.code()).isEqualTo(CampaignsProblem.CHANNEL_NAME_TAKEN));
  }

  @Test
  void missing_channels_are_made_with_a_guessed_frame() {
    Map<String, UUID> made =
        channels.named(
            List.of("paid_search", "2026 华东峰会", "客户转介绍", "Whitepaper", "x".repeat(121)), true);
    assertThat(made).hasSize(4);
    assertThat(channel(made.get("paid_search")).frame()).isEqualTo(Frame.DIGITAL);
    assertThat(channel(made.get("2026 华东峰会")).frame()).isEqualTo(Frame.EVENT);
    assertThat(channel(made.get("客户转介绍")).sourceClass()).isEqualTo(SourceClass.REFERRAL);
    assertThat(channel(made.get("Whitepaper")).frame()).isEqualTo(Frame.CONTENT);
  }

  @Test
  void imports_that_meet_on_new_names_make_each_once() throws Exception {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      names.add("渠道" + i);
    }
    List<Callable<Map<String, UUID>>> asks = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      List<String> mine = i % 2 == 0 ? names : names.reversed();
      asks.add(() -> channels.named(mine, true));
    }
    try (ExecutorService together = Executors.newFixedThreadPool(8)) {
      Map<String, UUID> first = null;
      for (Future<Map<String, UUID>> answer : together.invokeAll(asks)) {
        if (first == null) {
          first = answer.get();
        }
        assertThat(answer.get()).hasSize(60).isEqualTo(first);
      }
    }
    assertThat(channels.all()).hasSize(60);
  }

  @Test
  void a_channel_moves_with_what_hangs_under_it_but_never_under_itself() {
    UUID root = channels.add(draft("甲", null), WHO).id();
    UUID middle = channels.add(draft("乙", root), WHO).id();
    UUID leaf = channels.add(draft("丙", middle), WHO).id();
    assertThat(channels.withDescendants(root)).containsExactlyInAnyOrder(root, middle, leaf);
    assertThat(channels.withDescendants(UUID.randomUUID())).isEmpty();
    for (UUID parent : Set.of(root, middle, leaf)) {
      assertThatThrownBy(() -> channels.change(root, d -> under(d, parent), WHO))
          .isInstanceOfSatisfying(
              Problem.class,
              p -> assertThat(p.code()).isEqualTo(CampaignsProblem.CHANNEL_UNDER_ITSELF));
    }
    assertThat(channels.change(leaf, d -> under(d, root), WHO).parentId()).isEqualTo(root);
    assertThat(channels.withDescendants(middle)).containsExactly(middle);
  }

  @Test
  void a_channel_is_archived_and_stays() {
    UUID id = channels.add(draft("旧渠道", null), WHO).id();
    Channel archived =
        channels.change(
            id,
            d -> new ChannelDraft(d.name(), d.parentId(), d.frame(), d.sourceClass(), true),
            WHO);
    assertThat(archived.archived()).isTrue();
    assertThat(channels.named(List.of("旧渠道"), true)).containsEntry("旧渠道", id);
  }

  private Channel planted(String name) {
    return channels.all().stream().filter(c -> c.name().equals(name)).findAny().orElseThrow();
  }

  private Channel channel(@Nullable UUID id) {
    return channels.find(Objects.requireNonNull(id)).orElseThrow();
  }

  private static ChannelDraft draft(String name, @Nullable UUID parent) {
    return new ChannelDraft(name, parent, Frame.DIGITAL, SourceClass.MARKETING);
  }

  private static ChannelDraft under(ChannelDraft d, UUID parent) {
    return new ChannelDraft(d.name(), parent, d.frame(), d.sourceClass(), d.archived());
  }
}
