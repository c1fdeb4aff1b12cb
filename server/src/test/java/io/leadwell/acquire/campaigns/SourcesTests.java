package io.leadwell.acquire.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.MoneyUnit;
import io.leadwell.base.workspace.Workspaces;
import io.leadwell.testing.OnPostgres;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnPostgres
class SourcesTests {

  private static final Caller WHO = Caller.system();
  private static final String SITE = "https://www.dataflow.cn/";

  @Autowired private Workspaces workspaces;
  @Autowired private Channels channels;
  @Autowired private Campaigns campaigns;
  @Autowired private Sources sources;
  @Autowired private UnrecognisedStore store;

  @BeforeEach
  void open() {
    workspaces.open("云帆科技", MoneyUnit.WAN, false);
  }

  @Test
  void a_new_workspace_knows_the_usual_sources_and_a_removed_rule_stays_removed() {
    assertThat(of("?bd_vid=1", null).channelId()).isEqualTo(id("百度SEM"));
    SourceRule rule =
        sources.rules().stream().filter(r -> r.pattern().equals("bd_vid")).findAny().orElseThrow();
    sources.remove(rule.id(), WHO);
    sources.plantUsual();
    assertThat(of("?bd_vid=1", null).channelId()).isNull();
  }

  @Test
  void an_unknown_source_is_counted_until_it_is_assigned() {
    for (int i = 0; i < 3; i++) {
      of("?utm_source=hangye.com&utm_medium=banner&phone=13800000000", null);
    }
    of("?utm_source=hangye.com&utm_medium=text", null);
    of("", "https://news.example.com/a");
    List<UnrecognisedSource> found = sources.unrecognised();
    assertThat(found).hasSize(3);
    assertThat(found.getFirst().landings()).isEqualTo(3);
    assertThat(found.getFirst().sampleUrl()).doesNotContain("138");

    UUID media = id("行业媒体");
    sources.add(SourceRuleDraft.utm("hangye.com", "*"), media, WHO);
    assertThat(sources.unrecognised())
        .extracting(s -> s.value())
        .containsExactly("news.example.com");
    assertThat(of("?utm_source=HANGYE.com&utm_medium=video", null).channelId()).isEqualTo(media);

    sources.add(SourceRuleDraft.of(SourceKind.IGNORED, "https://news.example.com/x"), null, WHO);
    assertThat(sources.unrecognised()).isEmpty();
    assertThat(of("", "https://news.example.com/a").direct()).isTrue();
  }

  @Test
  void trying_out_counts_nothing() {
    sources.tryOut(new Landing(SITE + "?utm_source=abc", null));
    assertThat(sources.unrecognised()).isEmpty();
  }

  @Test
  void made_up_sources_do_not_fill_the_table() {
    for (int i = 0; i < UnrecognisedStore.MOST + 50; i++) {
      of("?utm_source=x" + i, null);
    }
    of("?utm_source=real", null);
    of("?utm_source=real", null);
    assertThat(sources.unrecognised().getFirst().value()).isEqualTo("real");
    assertThat(store.all(10_000)).hasSize(UnrecognisedStore.MOST);
  }

  @Test
  void channels_and_campaigns_are_known_as_soon_as_they_are_there() {
    assertThat(of("?utm_source=%E8%BD%A6%E5%B1%95", null).channelId()).isNull();
    UUID channel =
        channels.add(new ChannelDraft("车展", null, Frame.EVENT, SourceClass.MARKETING), WHO).id();
    assertThat(of("?utm_source=%E8%BD%A6%E5%B1%95", null).channelId()).isEqualTo(channel);
    Campaign campaign = campaigns.add(campaign("秋季发布会", "Autumn-26"), WHO);
    assertThat(of("?utm_campaign=autumn-26", null).campaignId()).isEqualTo(campaign.id());
    campaigns.change(campaign.id(), c -> campaign("秋季发布会", "fall"), WHO);
    assertThat(of("?utm_campaign=autumn-26", null).campaignId()).isNull();
  }

  @Test
  void a_code_is_one_campaigns_and_fit_for_an_address() {
    campaigns.add(campaign("甲", "ABC"), WHO);
    refused(() -> campaigns.add(campaign("乙", "abc"), WHO), CampaignsProblem.CAMPAIGN_CODE_TAKEN);
    for (String wrong : List.of("a b", "a&b", "a=b", "x".repeat(101))) {
      refused(
          () -> campaigns.add(campaign("丙", wrong), WHO), CampaignsProblem.CAMPAIGN_CODE_INVALID);
    }
  }

  @Test
  void one_source_is_one_channels() {
    UUID zhihu = id("知乎");
    refused(
        () -> sources.add(SourceRuleDraft.utm("ZHIHU", ""), id("B站"), WHO),
        CampaignsProblem.SOURCE_RULE_TAKEN);
    assertThat(of("?utm_source=zhihu", null).channelId()).isEqualTo(zhihu);
    refused(
        () -> sources.add(SourceRuleDraft.utm("*", " "), zhihu, WHO),
        CampaignsProblem.SOURCE_RULE_INVALID);
    refused(
        () -> sources.add(SourceRuleDraft.of(SourceKind.REFERRER, "not a host"), zhihu, WHO),
        CampaignsProblem.SOURCE_RULE_INVALID);
    refused(
        () -> sources.add(SourceRuleDraft.of(SourceKind.CLICK_ID, "a=b"), zhihu, WHO),
        CampaignsProblem.SOURCE_RULE_INVALID);
    refused(
        () -> sources.add(SourceRuleDraft.of(SourceKind.REFERRER, "a.cn"), null, WHO),
        CampaignsProblem.SOURCE_RULE_INVALID);
    refused(
        () -> sources.add(SourceRuleDraft.utm("x", ""), UUID.randomUUID(), WHO),
        CampaignsProblem.CHANNEL_NOT_FOUND);
  }

  @Test
  void two_who_assign_the_same_source_at_once_make_one_rule() throws Exception {
    UUID channel = id("知乎");
    Callable<Boolean> assign =
        () -> {
          try {
            sources.add(SourceRuleDraft.utm("same", ""), channel, WHO);
            return true;
          } catch (Problem taken) {
            return false;
          }
        };
    try (ExecutorService together = Executors.newFixedThreadPool(6)) {
      long made = 0;
      for (var answer : together.invokeAll(java.util.Collections.nCopies(6, assign))) {
        made += answer.get() ? 1 : 0;
      }
      assertThat(made).isOne();
    }
  }

  @Test
  void own_names_of_parameters_count_at_once() {
    assertThat(of("?lmt_dy=%E5%8D%95&plan=p", null).unit()).isNull();
    sources.putParameter("LMT_dy", LandingField.UNIT, WHO);
    assertThat(of("?lmt_dy=%E5%8D%95&plan=p", null).unit()).isEqualTo("单");
    sources.putParameter("lmt_DY", LandingField.PLAN, WHO);
    assertThat(sources.parameters()).containsOnly(Map.entry("lmt_dy", LandingField.PLAN));
    sources.removeParameter("lmt_dy", WHO);
    assertThat(of("?lmt_dy=%E5%8D%95&plan=p", null).plan()).isEqualTo("p");
    refused(
        () -> sources.putParameter("Keyword", LandingField.PLAN, WHO),
        CampaignsProblem.SOURCE_PARAMETER_KNOWN);
    refused(
        () -> sources.putParameter("a b", LandingField.PLAN, WHO),
        CampaignsProblem.SOURCE_PARAMETER_INVALID);
  }

  private Origin of(String parameters, @Nullable String referrer) {
    return sources.of(new Landing(SITE + parameters, referrer));
  }

  private UUID id(String channel) {
    return channels.all().stream()
        .filter(c -> c.name().equals(channel))
        .findAny()
        .orElseThrow()
        .id();
  }

  private static CampaignDraft campaign(String name, String code) {
    return new CampaignDraft(
        name, CampaignKind.EVENT, null, null, null, null, CampaignStatus.RUNNING, null, null, code);
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable deed, CampaignsProblem code) {
    assertThatThrownBy(deed)
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo(code));
  }
}
