package io.leadwell.demo;

import io.leadwell.acquire.campaigns.Budget;
import io.leadwell.acquire.campaigns.Budgets;
import io.leadwell.acquire.campaigns.CampaignDraft;
import io.leadwell.acquire.campaigns.CampaignKind;
import io.leadwell.acquire.campaigns.CampaignStatus;
import io.leadwell.acquire.campaigns.Campaigns;
import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.base.workspace.Caller;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The two years of the demo company, brought in as its marketing head would: campaigns and budgets
 * typed, spend, leads and deals as files whose columns the wizard recognises.
 *
 * <p>Each step is skipped when it is done, so that a start cut short goes on where it was.
 */
@Component
class DemoStory {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Campaigns campaigns;
  private final Channels channels;
  private final Budgets budgets;
  private final DemoImports imports;
  private final DemoLinks links;
  private final DemoExhibition exhibition;
  private final Clock clock;

  DemoStory(
      Campaigns campaigns,
      Channels channels,
      Budgets budgets,
      DemoImports imports,
      DemoLinks links,
      DemoExhibition exhibition,
      Clock clock) {
    this.links = links;
    this.exhibition = exhibition;
    this.campaigns = campaigns;
    this.channels = channels;
    this.budgets = budgets;
    this.imports = imports;
    this.clock = clock;
  }

  void tell(Caller system) throws InterruptedException {
    if (imports.isIn("deals") && exhibition.isTold()) {
      return;
    }
    LocalDateTime now = LocalDateTime.now(clock.withZone(ZONE));
    DemoHistory history = new DemoHistory(now);
    List<DemoLead> leads = history.leads();
    if (!imports.isIn("deals")) {
      tell(history, leads, now, system);
    }
    exhibition.tell(leads, system);
  }

  private void tell(DemoHistory history, List<DemoLead> leads, LocalDateTime now, Caller system)
      throws InterruptedException {
    plan(history.firstMonth(), YearMonth.from(now), now.toLocalDate(), system);
    imports.bring("spend", "推广花费.csv", DemoFiles.spend(history.firstMonth(), now), system);
    imports.bring("spend", "百度推广关键词报告.csv", DemoReports.baidu(now.toLocalDate()), system);
    links.tell(system);
    imports.bring("leads", "历史线索.csv", DemoFiles.leads(leads), system);
    imports.bring("deals", "商机与合同.csv", DemoFiles.deals(leads), system);
  }

  private void plan(YearMonth first, YearMonth last, LocalDate today, Caller system) {
    Map<String, UUID> ids = channels.named(Source.ALL.stream().map(Source::channel).toList(), true);
    Map<String, CampaignDraft> drafts = new TreeMap<>();
    for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
      for (Source source : Source.ALL) {
        String name = DemoHistory.campaign(source, month);
        if (!name.isEmpty()) {
          drafts.merge(name, draft(source, name, month, ids, today), DemoStory::joined);
        }
        if (source.monthlyYuan() > 0) {
          budgets.put(
              new Budget(month, ids.get(source.channel()), source.monthlyYuan() * 105L), system);
        }
      }
    }
    Map<String, UUID> known = campaigns.named(drafts.keySet(), false);
    drafts.values().stream()
        .filter(draft -> !known.containsKey(draft.name()))
        .forEach(draft -> campaigns.add(draft, system));
  }

  private static CampaignDraft draft(
      Source source, String name, YearMonth month, Map<String, UUID> ids, LocalDate today) {
    CampaignKind kind =
        switch (source.channel()) {
          case "线下会议", "行业展会", "线上直播" -> CampaignKind.EVENT;
          case "公众号", "白皮书", "知乎" -> CampaignKind.CONTENT;
          default -> CampaignKind.DIGITAL;
        };
    return new CampaignDraft(
        name,
        kind,
        ids.get(source.channel()),
        month.atDay(1),
        month.atEndOfMonth(),
        source.monthlyYuan() * 105L,
        month.atEndOfMonth().isBefore(today) ? CampaignStatus.DONE : CampaignStatus.RUNNING,
        null,
        null);
  }

  /** One campaign over several months: its days and its budget add up. */
  private static CampaignDraft joined(CampaignDraft one, CampaignDraft later) {
    long budget =
        (one.budgetFen() == null ? 0 : one.budgetFen())
            + (later.budgetFen() == null ? 0 : later.budgetFen());
    return new CampaignDraft(
        one.name(),
        one.kind(),
        one.channelId(),
        one.startsOn(),
        later.endsOn(),
        budget,
        later.status(),
        one.ownerId(),
        one.note());
  }
}
