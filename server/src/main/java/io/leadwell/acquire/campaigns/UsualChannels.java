package io.leadwell.acquire.campaigns;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** The tree that a Chinese B2B company starts with; every node may be renamed, moved, archived. */
final class UsualChannels {

  private record Branch(String name, Frame frame, List<Leaf> leaves) {}

  private record Leaf(String name, SourceClass sourceClass) {}

  private static final List<Branch> TREE =
      List.of(
          marketing(
              "数字化推广",
              Frame.DIGITAL,
              "百度SEM",
              "360搜索",
              "搜狗搜索",
              "必应搜索",
              "巨量引擎(抖音)",
              "腾讯广告",
              "知乎",
              "B站",
              "小红书",
              "SEO/自然搜索",
              "官网直接访问",
              "邮件营销",
              "短信营销"),
          marketing("活动营销", Frame.EVENT, "线下会议", "线上直播", "行业展会", "沙龙/私享会", "第三方活动"),
          marketing("内容营销", Frame.CONTENT, "公众号", "视频号", "白皮书", "客户案例", "行业媒体", "企业微信社群"),
          new Branch(
              "其他",
              Frame.OTHER,
              List.of(
                  new Leaf("转介绍", SourceClass.REFERRAL),
                  new Leaf("销售自拓", SourceClass.SALES),
                  new Leaf("高管资源", SourceClass.EXECUTIVE),
                  new Leaf("渠道伙伴", SourceClass.PARTNER))));

  private UsualChannels() {}

  /** Hands every node to {@code add}, parents first; returns the ids it gave. */
  static List<UUID> plant(Function<ChannelDraft, UUID> add) {
    List<UUID> planted = new ArrayList<>();
    for (Branch branch : TREE) {
      UUID root =
          add.apply(new ChannelDraft(branch.name(), null, branch.frame(), SourceClass.MARKETING));
      planted.add(root);
      for (Leaf leaf : branch.leaves()) {
        planted.add(
            add.apply(new ChannelDraft(leaf.name(), root, branch.frame(), leaf.sourceClass())));
      }
    }
    return planted;
  }

  private static Branch marketing(String name, Frame frame, String... leaves) {
    return new Branch(
        name,
        frame,
        List.of(leaves).stream().map(leaf -> new Leaf(leaf, SourceClass.MARKETING)).toList());
  }
}
