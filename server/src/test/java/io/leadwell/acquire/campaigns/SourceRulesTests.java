package io.leadwell.acquire.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The usual rules on the usual channels, without a database. */
class SourceRulesTests {

  private static final String SITE = "https://www.dataflow.cn/solution";

  private final List<Channel> channels = new ArrayList<>();
  private final List<SourceRule> rules = new ArrayList<>();
  private final List<SourceRules.KnownCampaign> campaigns = new ArrayList<>();
  private final Map<String, LandingField> parameters = new HashMap<>();

  SourceRulesTests() {
    UsualChannels.plant(this::channel);
    Map<String, UUID> byName = new HashMap<>();
    channels.forEach(c -> byName.put(Names.key(c.name()), c.id()));
    UsualSources.plant(byName, this::rule);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // parameters of the landing, referrer, channel
        "utm_source=baidu&utm_medium=cpc, -, 百度SEM",
        "utm_source=Baidu&utm_medium=CPC, https://www.baidu.com/, 百度SEM",
        "utm_source=baidu&utm_medium=organic, -, SEO/自然搜索",
        "utm_source=baidu&utm_medium=pinzhuan, -, 百度SEM",
        "hmsr=baidu&hmpl=p&hmkw=k, -, 百度SEM",
        "bd_vid=8123456789012345678, -, 百度SEM",
        "plan=A&keyword=B, https://www.baidu.com/baidu.php?url=x, 百度SEM",
        "keyword=B, https://m.baidu.com/, 百度SEM",
        "-, https://www.baidu.com/link?url=abc&wd=&eqid=1, SEO/自然搜索",
        "-, https://m.baidu.com/from=844b/s?word=x, SEO/自然搜索",
        "-, https://www.so.com/link?m=x, SEO/自然搜索",
        "qhclickid=2529269fd62eef52, https://www.so.com/s?q=x, 360搜索",
        "-, https://www.sogou.com/link?url=x, SEO/自然搜索",
        "unit=u, https://www.sogou.com/sogou?query=x, 搜狗搜索",
        "-, https://cn.bing.com/, SEO/自然搜索",
        "msclkid=abc, https://www.bing.com/, 必应搜索",
        "-, https://www.google.com.hk/, SEO/自然搜索",
        "-, https://www.google.de/, SEO/自然搜索",
        "clickid=EOf1&adid=1780, -, 巨量引擎(抖音)",
        "qz_gdt=abc, -, 腾讯广告",
        "gdt_vid=wx0abc, -, 腾讯广告",
        "utm_source=wechat&utm_medium=cpc, -, 腾讯广告",
        "utm_source=weixin&utm_medium=article, -, 公众号",
        "-, https://mp.weixin.qq.com/s/abc, 公众号",
        "-, https://channels.weixin.qq.com/, 视频号",
        "-, https://work.weixin.qq.com/, 企业微信社群",
        "-, https://link.zhihu.com/?target=x, 知乎",
        "-, https://www.bilibili.com/video/BV1, B站",
        "utm_source=edm&utm_medium=email, -, 邮件营销",
        "utm_source=unknown-list&utm_medium=email, -, 邮件营销",
        "utm_source=partner-hangzhou, -, 渠道伙伴",
        "utm_source=行业展会, -, 行业展会",
        "utm_source=行业展会&utm_medium=email, -, 行业展会",
        "utm_source=nobody&bd_vid=1, -, 百度SEM",
        // whoever writes a source doesn't mean the page before
        "utm_source=nobody, https://www.baidu.com/, -",
        "-, https://tieba.baidu.com/p/1, -",
        "gclid=abc, https://www.google.com/, SEO/自然搜索",
        "-, https://evilbaidu.com/, -",
        "-, https://baidu.com.evil.example/, -",
        "-, https://google.com.hk.evil.example/, -",
      })
  void the_usual_sources_are_known(
      @Nullable String parameters, @Nullable String referrer, @Nullable String channel) {
    Origin origin = origin(SITE + (parameters == null ? "" : "?" + parameters), referrer);
    assertThat(name(origin.channelId())).isEqualTo(channel);
    assertThat(origin.direct()).isFalse();
  }

  @Test
  void an_advertisement_on_baidu_says_plan_unit_and_keyword() {
    Origin origin =
        origin(
            SITE
                + "?plan=%BB%AA%B6%AB-%C6%B7%C5%C6%B4%CA&unit=ETL%B9%A4%BE%DF&keyword=%CA%FD%BE%DD%BC%AF%B3%C9"
                + "&e_keywordid=1234&bd_vid=9876543210987654321",
            "https://www.baidu.com/baidu.php?sc.000");
    assertThat(origin.plan()).isEqualTo("华东-品牌词");
    assertThat(origin.unit()).isEqualTo("ETL工具");
    assertThat(origin.keyword()).isEqualTo("数据集成");
    assertThat(origin.clickId()).isEqualTo(new ClickId("bd_vid", "9876543210987654321"));
    assertThat(origin.referrerHost()).isEqualTo("www.baidu.com");
    assertThat(name(origin.channelId())).isEqualTo("百度SEM");
  }

  @Test
  void macros_that_nobody_filled_in_say_nothing() {
    Origin origin =
        origin(
            SITE
                + "?utm_source=baidu&utm_medium=cpc&keyword=%7Bkeyword%7D&plan=__CAMPAIGN_NAME__"
                + "&unit={{adset.name}}&utm_term=%E6%95%B0%E6%8D%AE&clickid=__CLICKID__",
            null);
    assertThat(origin.plan()).isNull();
    assertThat(origin.unit()).isNull();
    assertThat(origin.keyword()).isEqualTo("数据");
    assertThat(origin.clickId()).isNull();
  }

  @Test
  void utm_is_kept_by_its_names() {
    Origin origin =
        origin(SITE + "?utm_source=zhihu&utm_content=%E5%9B%BE1&utm_id=7&x=1&plan=p", null);
    assertThat(origin.utm())
        .containsOnly(
            Map.entry("utm_source", "zhihu"),
            Map.entry("utm_content", "图1"),
            Map.entry("utm_id", "7"));
  }

  @Test
  void a_campaign_is_known_by_its_code_or_its_name_and_lends_its_channel() {
    UUID expo = id("行业展会");
    campaigns.add(new SourceRules.KnownCampaign(UUID.randomUUID(), "2026 上海工博会", "CIIF26", expo));
    campaigns.add(new SourceRules.KnownCampaign(UUID.randomUUID(), "ciif26", null, null));
    Origin byCode = origin(SITE + "?utm_campaign=ciif26", null);
    assertThat(byCode.campaignId()).isEqualTo(campaigns.getFirst().id());
    assertThat(byCode.channelId()).isEqualTo(expo);
    Origin byName =
        origin(SITE + "?utm_campaign=2026+%E4%B8%8A%E6%B5%B7%E5%B7%A5%E5%8D%9A%E4%BC%9A", null);
    assertThat(byName.campaignId()).isEqualTo(campaigns.getFirst().id());
    Origin both = origin(SITE + "?utm_campaign=CIIF26&utm_source=edm", null);
    assertThat(both.campaignId()).isEqualTo(campaigns.getFirst().id());
    assertThat(name(both.channelId())).isEqualTo("邮件营销");
  }

  @Test
  void nothing_is_direct_and_so_is_the_site_itself() {
    for (String referrer :
        new String[] {
          null,
          "",
          "https://www.dataflow.cn/",
          "http://docs.dataflow.cn/a",
          "about:blank",
          "https://open.weixin.qq.com/connect/oauth2/authorize?appid=x"
        }) {
      Origin origin = origin(SITE + "?page=2&keyword=search-on-site", referrer);
      assertThat(origin.direct()).as(referrer).isTrue();
      assertThat(name(origin.channelId())).isEqualTo("官网直接访问");
      assertThat(origin.referrerHost()).isNull();
      assertThat(origin.keyword()).isNull();
    }
    assertThat(origin(SITE + "?utm_source=baidu", "https://www.dataflow.cn/").direct()).isFalse();
  }

  @Test
  void what_was_searched_is_told_where_the_engine_tells() {
    assertThat(origin(SITE, "https://www.so.com/s?q=%E6%95%B0%E6%8D%AE").keyword()).isEqualTo("数据");
    assertThat(origin(SITE, "https://www.sogou.com/web?query=%CA%FD%BE%DD").keyword())
        .isEqualTo("数据");
    assertThat(origin(SITE, "https://www.baidu.com/link?url=x&wd=").keyword()).isNull();
    // what was bought is not what was searched
    assertThat(origin(SITE + "?bd_vid=1", "https://www.baidu.com/s?wd=abc").keyword()).isNull();
    assertThat(origin(SITE, "https://forum.example/?q=abc").keyword()).isNull();
  }

  @Test
  void ones_own_parameter_names_come_first() {
    parameters.put("jh_name", LandingField.PLAN);
    parameters.put("from", LandingField.SOURCE);
    Origin origin = origin(SITE + "?from=zhihu&jh_name=A&plan=B", null);
    assertThat(origin.plan()).isEqualTo("A");
    assertThat(name(origin.channelId())).isEqualTo("知乎");
  }

  @Test
  void the_narrower_rule_wins_in_whatever_order_they_were_made() {
    UUID narrow = id("线上直播");
    rule(SourceRuleDraft.utm("zhihu", "live"), narrow);
    rule(SourceRuleDraft.utm("zhihu", "li*"), id("白皮书"));
    rule(SourceRuleDraft.utm("*hihu", "live"), id("沙龙/私享会"));
    rule(SourceRuleDraft.of(SourceKind.REFERRER, "zhuanlan.zhihu.com"), narrow);
    for (int i = 0; i < 2; i++) {
      assertThat(origin(SITE + "?utm_source=zhihu&utm_medium=live", null).channelId())
          .isEqualTo(narrow);
      assertThat(name(origin(SITE + "?utm_source=zhihu&utm_medium=lite", null).channelId()))
          .isEqualTo("白皮书");
      assertThat(name(origin(SITE + "?utm_source=zhihu&utm_medium=x", null).channelId()))
          .isEqualTo("知乎");
      assertThat(origin(SITE, "https://zhuanlan.zhihu.com/p/1").channelId()).isEqualTo(narrow);
      java.util.Collections.reverse(rules);
    }
  }

  @Test
  void what_no_rule_knows_is_counted_under_what_a_rule_would_look_at() {
    assertThat(unknown("?utm_source=NewPaper&utm_medium=Banner", null))
        .isEqualTo(new SourceRules.Unknown(SourceKind.UTM, "newpaper", "banner"));
    assertThat(unknown("?gclid=1", null))
        .isEqualTo(new SourceRules.Unknown(SourceKind.CLICK_ID, "gclid", ""));
    assertThat(unknown("", "https://news.example.com/1"))
        .isEqualTo(new SourceRules.Unknown(SourceKind.REFERRER, "news.example.com", ""));
    assertThat(unknown("?plan=p", "https://news.example.com/1"))
        .isEqualTo(new SourceRules.Unknown(SourceKind.PAID_REFERRER, "news.example.com", ""));
    assertThat(unknown("?plan=p", null)).isEqualTo(new SourceRules.Unknown(SourceKind.UTM, "", ""));
    assertThat(unknown("?utm_source=baidu", null)).isNull();
    assertThat(unknown("", null)).isNull();
  }

  @Test
  void a_wildcard_matches_what_stands_around_its_stars() {
    assertThat(Wildcard.of("a*b").matches("AxxB")).isTrue();
    assertThat(Wildcard.of("a*b").matches("ab")).isTrue();
    assertThat(Wildcard.of("aba*ba").matches("aba")).isFalse();
    assertThat(Wildcard.of("*x*y*").matches("1x2y3")).isTrue();
    assertThat(Wildcard.of("*x*y*").matches("1y2x3")).isFalse();
    assertThat(Wildcard.of("").matches("anything")).isTrue();
  }

  private SourceRules known() {
    return new SourceRules(rules, channels, campaigns, parameters);
  }

  private Origin origin(String url, @Nullable String referrer) {
    return known().answer(new Landing(url, referrer)).origin();
  }

  private SourceRules.@Nullable Unknown unknown(String parameters, @Nullable String referrer) {
    return known().answer(new Landing(SITE + parameters, referrer)).unknown();
  }

  private UUID channel(ChannelDraft draft) {
    UUID id = UUID.randomUUID();
    channels.add(
        new Channel(id, draft.name(), draft.parentId(), draft.frame(), draft.sourceClass(), false));
    return id;
  }

  private void rule(SourceRuleDraft draft, @Nullable UUID channel) {
    rules.add(
        new SourceRule(UUID.randomUUID(), draft.kind(), draft.pattern(), draft.medium(), channel));
  }

  private UUID id(String channel) {
    return channels.stream().filter(c -> c.name().equals(channel)).findAny().orElseThrow().id();
  }

  private @Nullable String name(@Nullable UUID id) {
    return channels.stream()
        .filter(c -> c.id().equals(id))
        .map(Channel::name)
        .findAny()
        .orElse(null);
  }
}
