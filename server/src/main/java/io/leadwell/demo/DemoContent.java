package io.leadwell.demo;

import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.acquire.content.Author;
import io.leadwell.acquire.content.CallToAction;
import io.leadwell.acquire.content.ContentFiles;
import io.leadwell.acquire.content.Gate;
import io.leadwell.acquire.content.Item;
import io.leadwell.acquire.content.ItemDraft;
import io.leadwell.acquire.content.ItemFilter;
import io.leadwell.acquire.content.Items;
import io.leadwell.acquire.content.PlanDraft;
import io.leadwell.acquire.content.PlanEntries;
import io.leadwell.acquire.content.PlanStatus;
import io.leadwell.acquire.content.ServedStage;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Member;
import io.leadwell.base.workspace.Members;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fills the demo company's content hub and its plan, as its marketers would. */
@Component
class DemoContent {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int ALL = 200;

  private final Items items;
  private final ContentFiles files;
  private final PlanEntries plan;
  private final Channels channels;
  private final Members members;
  private final Clock clock;

  DemoContent(
      Items items,
      ContentFiles files,
      PlanEntries plan,
      Channels channels,
      Members members,
      Clock clock) {
    this.items = items;
    this.files = files;
    this.plan = plan;
    this.channels = channels;
    this.members = members;
    this.clock = clock;
  }

  /** What is there already is left alone, so that a start cut short goes on where it was. */
  void tell(Caller system) {
    Map<String, Item> there = new HashMap<>();
    items.list(ItemFilter.ALL, null, ALL).items().forEach(item -> there.put(item.title(), item));
    Map<String, UUID> staff = new HashMap<>();
    for (Member member : members.all()) {
      staff.putIfAbsent(member.name(), member.id());
    }
    Map<String, UUID> known =
        channels.named(DemoShelf.ALL.stream().map(DemoArticle::channel).toList(), true);
    for (DemoArticle article : DemoShelf.ALL) {
      Item item = there.get(article.title());
      if (item == null) {
        item = items.add(draft(article, staff, known.get(article.channel()), system), system);
      }
      if (article.published() && item.publishedAt() == null) {
        item = items.publish(item.id(), system);
      }
      there.put(article.title(), item);
    }
    if (plan.all().isEmpty()) {
      plan(there, staff, system);
    }
  }

  private ItemDraft draft(
      DemoArticle article, Map<String, UUID> staff, @Nullable UUID channel, Caller system) {
    UUID member = staff.get(article.author());
    String file =
        article.pages().isEmpty() ? null : received(DemoPapers.pdf(article.pages()), system);
    return new ItemDraft(
        article.kind(),
        article.title(),
        article.slug(),
        article.language(),
        article.summary(),
        article.body(),
        file,
        file == null ? null : article.title(),
        received(DemoPapers.cover(article.title()), system),
        file != null,
        article.tags(),
        member == null
            ? new Author(null, article.author(), article.guestTitle(), null)
            : new Author(member, null, null, null),
        "MES",
        article.serves(),
        channel,
        article.language().equals("en")
            ? new CallToAction("Write to us", "mailto:hello@demo.leadwell", null)
            : new CallToAction("联系我们", "mailto:hello@demo.leadwell", null),
        Gate.NONE);
  }

  private String received(byte[] bytes, Caller system) {
    return files.receive(new ByteArrayInputStream(bytes), "demo", system).sha256();
  }

  private void plan(Map<String, Item> made, Map<String, UUID> staff, Caller system) {
    LocalDate today = LocalDate.now(clock.withZone(ZONE));
    for (String title : List.of("MES 选型避坑指南", "离散制造白皮书", "某汽配厂良率提升案例")) {
      Item item = made.get(title);
      if (item != null) {
        plan.add(
            PlanStatus.PUBLISHED,
            new PlanDraft(
                title,
                item.said().kind(),
                "生产负责人",
                item.said().serves(),
                item.said().author(),
                item.said().channelId(),
                today.minusDays(20),
                30,
                600,
                item.id(),
                null),
            system);
      }
    }
    entry(PlanStatus.SCHEDULED, "年终盘点：客户最常问的二十个问题", "苏婷", today.plusDays(5), 20, staff, system);
    entry(PlanStatus.REVIEW, "化工企业批次追溯怎么做", "高志远", today.plusDays(2), 15, staff, system);
    entry(PlanStatus.WRITING, "一家包装厂的排产改造", "蒋欣", today.minusDays(3), 12, staff, system);
    entry(PlanStatus.WRITING, "质量部门写给新人的追溯手册", "林晓", today.plusDays(9), 10, staff, system);
    entry(PlanStatus.IDEA, "国产数据库上的 MES 压测报告", "蒋欣", today.plusDays(25), 18, staff, system);
    entry(PlanStatus.IDEA, "销售最常被问倒的价格问题", "高志远", null, 8, staff, system);
  }

  private void entry(
      PlanStatus status,
      String topic,
      String author,
      @Nullable LocalDate due,
      int leads,
      Map<String, UUID> staff,
      Caller system) {
    plan.add(
        status,
        new PlanDraft(
            topic,
            null,
            "制造企业信息化负责人",
            ServedStage.MQL,
            new Author(staff.get(author), null, null, null),
            null,
            due,
            leads,
            leads * 20,
            null,
            null),
        system);
  }
}
