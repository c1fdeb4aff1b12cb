package io.leadwell.acquire.campaigns;

import io.leadwell.kernel.matching.Folding;
import java.util.List;

/** Frame and source class of a channel that a file names and nobody has described yet. */
record FrameGuess(Frame frame, SourceClass sourceClass) {

  private record Hint(List<String> words, FrameGuess guess) {}

  /** The first hint with a word in the name wins, so the narrow ones stand first. */
  private static final List<Hint> HINTS =
      List.of(
          hint(
              Frame.OTHER,
              SourceClass.REFERRAL,
              "转介绍",
              "老客户介绍",
              "推荐",
              "口碑",
              "referral",
              "word of mouth"),
          hint(Frame.OTHER, SourceClass.EXECUTIVE, "高管", "老板", "总裁", "executive", "ceo", "founder"),
          hint(
              Frame.OTHER,
              SourceClass.PARTNER,
              "伙伴",
              "代理",
              "经销",
              "渠道商",
              "集成商",
              "partner",
              "reseller",
              "affiliate"),
          hint(
              Frame.OTHER,
              SourceClass.SALES,
              "销售",
              "自拓",
              "陌拜",
              "电销",
              "地推",
              "sales",
              "outbound",
              "cold call",
              "prospect"),
          hint(
              Frame.EVENT,
              SourceClass.MARKETING,
              "活动",
              "会议",
              "峰会",
              "论坛",
              "沙龙",
              "展会",
              "展览",
              "博览",
              "直播",
              "研讨",
              "路演",
              "发布会",
              "event",
              "webinar",
              "conference",
              "exhibition",
              "trade show",
              "tradeshow",
              "expo",
              "summit",
              "meetup",
              "workshop",
              "seminar"),
          hint(
              Frame.DIGITAL,
              SourceClass.MARKETING,
              "sem",
              "seo",
              "百度",
              "搜索",
              "360",
              "搜狗",
              "必应",
              "神马",
              "巨量",
              "抖音",
              "快手",
              "头条",
              "知乎",
              "b站",
              "bilibili",
              "哔哩",
              "小红书",
              "微博",
              "广点通",
              "朋友圈广告",
              "腾讯广告",
              "信息流",
              "投放",
              "竞价",
              "官网",
              "直接访问",
              "自然",
              "邮件",
              "短信",
              "edm",
              "search",
              "ads",
              "advert",
              "adwords",
              "google",
              "bing",
              "baidu",
              "facebook",
              "linkedin",
              "twitter",
              "tiktok",
              "instagram",
              "youtube",
              "social",
              "paid",
              "organic",
              "direct",
              "display",
              "banner",
              "email",
              "e-mail",
              "sms",
              "website",
              "web site",
              "landing",
              "ppc",
              "cpc"),
          hint(
              Frame.CONTENT,
              SourceClass.MARKETING,
              "内容",
              "公众号",
              "视频号",
              "白皮书",
              "案例",
              "文章",
              "资料",
              "博客",
              "软文",
              "报告",
              "电子书",
              "content",
              "blog",
              "whitepaper",
              "white paper",
              "ebook",
              "case study",
              "publicit",
              "newsletter",
              "podcast"));

  private static final FrameGuess UNKNOWN = new FrameGuess(Frame.OTHER, SourceClass.MARKETING);

  static FrameGuess of(String name) {
    String folded = Folding.fold(name).replace('_', ' ');
    return HINTS.stream()
        .filter(hint -> hint.words().stream().anyMatch(folded::contains))
        .findFirst()
        .map(Hint::guess)
        .orElse(UNKNOWN);
  }

  private static Hint hint(Frame frame, SourceClass sourceClass, String... words) {
    return new Hint(List.of(words), new FrameGuess(frame, sourceClass));
  }
}
