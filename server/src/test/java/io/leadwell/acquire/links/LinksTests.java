package io.leadwell.acquire.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.acquire.campaigns.Campaign;
import io.leadwell.acquire.campaigns.CampaignDraft;
import io.leadwell.acquire.campaigns.CampaignKind;
import io.leadwell.acquire.campaigns.CampaignStatus;
import io.leadwell.acquire.campaigns.Campaigns;
import io.leadwell.acquire.campaigns.Channel;
import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.acquire.campaigns.Landing;
import io.leadwell.acquire.campaigns.Origin;
import io.leadwell.acquire.campaigns.Sources;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.MoneyUnit;
import io.leadwell.base.workspace.Workspaces;
import io.leadwell.testing.OnPostgres;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnPostgres
class LinksTests {

  private static final Caller WHO = Caller.system();
  private static final String PAGE = "https://www.dataflow.cn/whitepaper";

  @Autowired private Workspaces workspaces;
  @Autowired private Channels channels;
  @Autowired private Campaigns campaigns;
  @Autowired private Sources sources;
  @Autowired private LinkBuilder builder;
  @Autowired private Links links;

  @BeforeEach
  void open() {
    workspaces.open("云帆科技", MoneyUnit.WAN, false);
  }

  @Test
  void what_a_link_says_is_read_back_alike_for_every_channel() {
    Campaign campaign = campaigns.add(campaign("2026 工博会", "CIIF-26"), WHO);
    for (Channel channel : channels.all()) {
      Placement placement =
          new Placement(channel.id(), campaign.id(), "易拉宝 A/B&C", "计划=一", "单元 #2", "数据 集成");
      String address = builder.address(PAGE + "?id=7&utm_source=old&UTM_Medium=x#top", placement);
      Origin origin = sources.tryOut(new Landing(address, "https://www.baidu.com/"));
      assertThat(origin.channelId()).as(channel.name()).isEqualTo(channel.id());
      assertThat(origin.campaignId()).isEqualTo(campaign.id());
      assertThat(origin.plan()).isEqualTo("计划=一");
      assertThat(origin.unit()).isEqualTo("单元 #2");
      assertThat(origin.keyword()).isEqualTo("数据 集成");
      assertThat(origin.utm()).containsEntry("utm_content", "易拉宝 A/B&C");
      assertThat(address).startsWith(PAGE + "?id=7&").endsWith("#top").doesNotContain("old");
    }
  }

  @Test
  void a_page_alone_stays_as_it_is() {
    assertThat(builder.address(PAGE + "?a=1&b=%20x", Placement.NOWHERE))
        .isEqualTo(PAGE + "?a=1&b=%20x");
    assertThat(builder.address("/p/c/white-paper", Placement.NOWHERE))
        .isEqualTo("/p/c/white-paper");
  }

  @Test
  void a_link_is_made_changed_and_keeps_its_code() {
    Link link = links.add(draft("展台", PAGE, null), WHO);
    assertThat(link.code()).hasSize(7);
    Link changed =
        links.change(link.id(), d -> draft("展台二", "https://other.example/", "ignored"), WHO);
    assertThat(changed.code()).isEqualTo(link.code());
    assertThat(changed.target()).isEqualTo("https://other.example/");
    assertThat(links.withCode(" " + link.code().toUpperCase(java.util.Locale.ROOT)))
        .contains(changed);
  }

  @Test
  void a_code_is_one_links_and_never_given_away() {
    assertThat(links.add(draft("甲", PAGE, "Expo26"), WHO).code()).isEqualTo("expo26");
    refused(draft("乙", PAGE, "EXPO26"), LinksProblem.LINK_CODE_TAKEN);
    for (String wrong :
        List.of("ab", "-abc", "abc-", "a_b", "a/b", "工博会", "admin", "a".repeat(41), "..")) {
      refused(draft("丙", PAGE, wrong), LinksProblem.LINK_CODE_INVALID);
    }
  }

  @Test
  void many_at_once_get_codes_of_their_own() throws Exception {
    Callable<String> make = () -> links.add(draft("批", PAGE, null), WHO).code();
    Set<String> codes = new HashSet<>();
    try (ExecutorService together = Executors.newFixedThreadPool(8)) {
      for (var made : together.invokeAll(Collections.nCopies(100, make))) {
        codes.add(made.get());
      }
    }
    assertThat(codes).hasSize(100);
    Callable<Boolean> same =
        () -> {
          try {
            links.add(draft("同", PAGE, "one-and-only"), WHO);
            return true;
          } catch (Problem taken) {
            return false;
          }
        };
    try (ExecutorService together = Executors.newFixedThreadPool(8)) {
      long made = 0;
      for (var answer : together.invokeAll(Collections.nCopies(8, same))) {
        made += answer.get() ? 1 : 0;
      }
      assertThat(made).isOne();
    }
  }

  @Test
  void what_can_not_be_is_refused_with_a_sentence() {
    refused(draft(" ", PAGE, null), LinksProblem.LINK_NAME_INVALID);
    refused(draft("长".repeat(121), PAGE, null), LinksProblem.LINK_NAME_INVALID);
    refused(draft("甲", "javascript:alert(1)", null), LinksProblem.LINK_TARGET_INVALID);
    refused(draft("甲", "//evil.example", null), LinksProblem.LINK_TARGET_INVALID);
    refused(draft("甲", "https://go.example/l/abc", null), LinksProblem.LINK_TARGET_IS_A_LINK);
    refused(
        new LinkDraft("甲", PAGE, Placement.NOWHERE, null, true, Instant.now().minusSeconds(1)),
        LinksProblem.LINK_EXPIRY_PAST);
    refused(
        placed(new Placement(UUID.randomUUID(), null, null, null, null, null)),
        LinksProblem.LINK_CHANNEL_NOT_FOUND);
    refused(
        placed(new Placement(null, UUID.randomUUID(), null, null, null, null)),
        LinksProblem.LINK_CAMPAIGN_NOT_FOUND);
    refused(
        placed(new Placement(null, null, "长".repeat(201), null, null, null)),
        LinksProblem.LINK_TEXT_TOO_LONG);
  }

  @Test
  void an_expired_link_may_be_renamed_and_given_a_new_day() {
    Instant soon = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MICROS);
    Link link = links.add(new LinkDraft("甲", PAGE, Placement.NOWHERE, null, true, soon), WHO);
    assertThat(link.leads(soon.minusSeconds(1))).isTrue();
    assertThat(link.leads(soon)).isFalse();
    Link renamed =
        links.change(
            link.id(),
            d -> new LinkDraft("乙", d.page(), d.placement(), null, true, d.expiresAt()),
            WHO);
    assertThat(renamed.name()).isEqualTo("乙");
    assertThat(renamed.expiresAt()).isEqualTo(soon);
  }

  @Test
  void lists_are_filtered_and_paged() {
    UUID zhihu = channel("知乎");
    for (int i = 0; i < 5; i++) {
      links.add(
          new LinkDraft(
              "链接" + i,
              PAGE,
              new Placement(i % 2 == 0 ? zhihu : null, null, null, null, null, null),
              null,
              i != 4,
              null),
          WHO);
    }
    assertThat(names(new LinkFilter(null, Set.of(zhihu), null, null, null)))
        .containsExactly("链接4", "链接2", "链接0");
    assertThat(names(new LinkFilter(null, Set.of(), null, null, null)))
        .containsExactly("链接3", "链接1");
    assertThat(names(new LinkFilter(null, null, null, false, null))).containsExactly("链接4");
    assertThat(names(new LinkFilter("接3", null, null, null, null))).containsExactly("链接3");
    assertThat(names(new LinkFilter("WHITEPAPER", null, null, null, null))).hasSize(5);
    assertThat(names(new LinkFilter("100%_", null, null, null, null))).isEmpty();
  }

  private List<String> names(LinkFilter filter) {
    List<String> names = new java.util.ArrayList<>();
    String cursor = null;
    do {
      var page = links.list(filter, cursor, 2);
      page.items().forEach(line -> names.add(line.link().name()));
      cursor = page.next();
    } while (cursor != null);
    return names;
  }

  private UUID channel(String name) {
    return channels.all().stream().filter(c -> c.name().equals(name)).findAny().orElseThrow().id();
  }

  private static LinkDraft draft(String name, String page, @Nullable String code) {
    return new LinkDraft(name, page, Placement.NOWHERE, code, true, null);
  }

  private static LinkDraft placed(Placement placement) {
    return new LinkDraft("甲", PAGE, placement, null, true, null);
  }

  private static CampaignDraft campaign(String name, String code) {
    return new CampaignDraft(
        name, CampaignKind.EVENT, null, null, null, null, CampaignStatus.RUNNING, null, null, code);
  }

  private void refused(LinkDraft draft, LinksProblem code) {
    assertThatThrownBy(() -> links.add(draft, WHO))
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo(code));
  }
}
