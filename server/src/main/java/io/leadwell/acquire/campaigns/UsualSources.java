package io.leadwell.acquire.campaigns;

import static io.leadwell.acquire.campaigns.SourceKind.CLICK_ID;
import static io.leadwell.acquire.campaigns.SourceKind.DIRECT;
import static io.leadwell.acquire.campaigns.SourceKind.IGNORED;
import static io.leadwell.acquire.campaigns.SourceKind.PAID_REFERRER;
import static io.leadwell.acquire.campaigns.SourceKind.REFERRER;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** How the {@link UsualChannels} are known; every rule may be changed or removed afterwards. */
final class UsualSources {

  private record Known(String channel, SourceRuleDraft rule) {}

  private static final String SEO = "SEO/自然搜索";
  private static final String[] PAID_MEDIA = {"cpc", "ppc", "sem", "cpm", "paid*", "ocpc", "feed"};

  /** Pages that people pass through and never come from. */
  private static final List<String> PASSED =
      List.of("open.weixin.qq.com", "open.work.weixin.qq.com", "mclient.alipay.com");

  private static final List<Known> ALL = new ArrayList<>();

  static {
    search("百度SEM", "baidu", "baidu.com", "www.baidu.com", "m.baidu.com");
    search("360搜索", "360", "so.com", "so.com", "haosou.com");
    search("搜狗搜索", "sogou", "sogou.com", "sogou.com");
    search("必应搜索", "bing", "bing.com", "bing.com");
    utm("百度SEM", "baidu_sem", "baidusem", "bdsem", "baidu-sem");
    utm("360搜索", "so", "haosou", "360sem", "qihoo");
    click("百度SEM", "bd_vid");
    click("360搜索", "qhclickid");
    click("必应搜索", "msclkid");
    for (String host :
        List.of("google.*", "sm.cn", "yahoo.*", "duckduckgo.com", "yandex.*", "so.toutiao.com")) {
      add(SEO, REFERRER, host);
    }
    for (String medium : List.of("organic", "seo")) {
      ALL.add(new Known(SEO, SourceRuleDraft.utm("", medium)));
    }
    media(
        "巨量引擎(抖音)",
        List.of("douyin", "toutiao", "juliang", "oceanengine", "巨量*", "抖音"),
        List.of(
            "douyin.com",
            "iesdouyin.com",
            "toutiao.com",
            "oceanengine.com",
            "chengzijianzhan.com"));
    click("巨量引擎(抖音)", "clickid", "adid");
    media(
        "腾讯广告",
        List.of("gdt", "guangdiantong", "tencent*", "qq", "广点通", "腾讯广告"),
        List.of("e.qq.com", "gdt.qq.com"));
    click("腾讯广告", "qz_gdt", "gdt_vid");
    for (String medium : PAID_MEDIA) {
      ALL.add(new Known("腾讯广告", SourceRuleDraft.utm("wechat", medium)));
      ALL.add(new Known("腾讯广告", SourceRuleDraft.utm("weixin", medium)));
    }
    media("知乎", List.of("zhihu"), List.of("zhihu.com"));
    media("B站", List.of("bilibili", "bili"), List.of("bilibili.com", "b23.tv"));
    media(
        "小红书", List.of("xiaohongshu", "xhs", "rednote"), List.of("xiaohongshu.com", "xhslink.com"));
    media("公众号", List.of("wechat", "weixin", "gzh", "mp", "公众号"), List.of("mp.weixin.qq.com"));
    media("视频号", List.of("channels", "shipinhao", "sph"), List.of("channels.weixin.qq.com"));
    media(
        "企业微信社群", List.of("wecom", "wework", "qywx", "企业微信", "企微"), List.of("work.weixin.qq.com"));
    media("行业媒体", List.of("media"), List.of());
    utm("邮件营销", "edm", "email", "newsletter", "mail");
    utm("短信营销", "sms", "duanxin");
    ALL.add(new Known("邮件营销", SourceRuleDraft.utm("", "email")));
    ALL.add(new Known("邮件营销", SourceRuleDraft.utm("", "edm")));
    ALL.add(new Known("短信营销", SourceRuleDraft.utm("", "sms")));
    add("邮件营销", REFERRER, "mail.qq.com");
    add("邮件营销", REFERRER, "exmail.qq.com");
    add("邮件营销", REFERRER, "mail.163.com");
    ALL.add(new Known("渠道伙伴", SourceRuleDraft.utm("partner*", "")));
    add("官网直接访问", DIRECT, "");
  }

  private UsualSources() {}

  /** Hands every rule to {@code add} whose channel is there; ignored ones have none. */
  static void plant(Map<String, UUID> channels, BiConsumer<SourceRuleDraft, @Nullable UUID> add) {
    for (Known known : ALL) {
      UUID channel = channels.get(Names.key(known.channel()));
      if (channel != null) {
        add.accept(known.rule(), channel);
      }
    }
    PASSED.forEach(host -> add.accept(SourceRuleDraft.of(IGNORED, host), null));
  }

  /** A search engine: what is paid is its channel, what is not is natural search. */
  private static void search(String channel, String source, String paidHost, String... hosts) {
    for (String medium : PAID_MEDIA) {
      ALL.add(new Known(channel, SourceRuleDraft.utm(source, medium)));
    }
    ALL.add(new Known(SEO, SourceRuleDraft.utm(source, "organic")));
    ALL.add(new Known(channel, SourceRuleDraft.utm(source, "")));
    add(channel, PAID_REFERRER, paidHost);
    for (String host : hosts) {
      add(SEO, REFERRER, host);
    }
  }

  private static void media(String channel, List<String> sources, List<String> hosts) {
    sources.forEach(source -> utm(channel, source));
    hosts.forEach(host -> add(channel, REFERRER, host));
  }

  private static void utm(String channel, String... sources) {
    for (String source : sources) {
      ALL.add(new Known(channel, SourceRuleDraft.utm(source, "")));
    }
  }

  private static void click(String channel, String... kinds) {
    for (String kind : kinds) {
      add(channel, CLICK_ID, kind);
    }
  }

  private static void add(String channel, SourceKind kind, String pattern) {
    ALL.add(new Known(channel, SourceRuleDraft.of(kind, pattern)));
  }
}
