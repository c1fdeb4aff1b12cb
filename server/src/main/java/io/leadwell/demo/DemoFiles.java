package io.leadwell.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The demo company's history as the files its marketing head would upload. */
final class DemoFiles {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private DemoFiles() {}

  static InputStream leads(List<DemoLead> leads) {
    return csv(
        Stream.concat(
            Stream.<String[]>of(
                row(
                    "线索编号", "姓名", "手机", "邮箱", "公司名称", "职位", "所属行业", "公司规模", "省份", "城市", "渠道",
                    "市场活动", "内容", "场景", "来源类别", "推广计划", "推广单元", "关键词", "首次接触时间", "MQL时间", "SAL时间",
                    "SQL时间", "阶段", "SDR", "负责人")),
            leads.stream().map(DemoFiles::lead)));
  }

  private static String[] lead(DemoLead lead) {
    DemoPerson person = lead.person();
    Source source = lead.source();
    return row(
        lead.key(),
        person.name(),
        person.phone(),
        person.email(),
        person.company().name(),
        person.title(),
        person.company().industry(),
        person.company().size(),
        person.company().province(),
        person.company().city(),
        source == null ? null : source.channel(),
        lead.campaign(),
        lead.content(),
        source == null ? null : source.scene(),
        source == null ? null : source.sourceClass(),
        lead.plan(),
        lead.unit(),
        lead.keyword(),
        time(lead.leadAt()),
        time(lead.mqlAt()),
        time(lead.salAt()),
        time(lead.sqlAt()),
        lead.stage(),
        lead.sdr(),
        lead.owner());
  }

  static InputStream deals(List<DemoLead> leads) {
    return csv(
        Stream.concat(
            Stream.<String[]>of(
                row(
                    "商机编号", "线索编号", "商机名称", "产品", "合同金额", "ARR", "商机时间", "POC开始时间", "POC结束时间",
                    "POC结果", "POC失败原因", "赢单时间", "输单时间", "输单原因", "竞争对手", "合同号", "SDR", "负责人")),
            leads.stream().filter(lead -> lead.deal() != null).map(DemoFiles::deal)));
  }

  private static String[] deal(DemoLead lead) {
    DemoDeal deal = Objects.requireNonNull(lead.deal());
    Boolean passed = deal.pocPassed();
    return row(
        lead.key().replace("XS", "SJ"),
        lead.key(),
        lead.person().company().name() + " " + deal.product(),
        deal.product(),
        Long.toString(deal.amountYuan()),
        deal.wonAt() == null ? null : Long.toString(deal.amountYuan() * 7 / 10),
        time(deal.openedAt()),
        time(deal.pocStartedAt()),
        time(deal.pocEndedAt()),
        passed == null ? null : passed ? "通过" : "失败",
        deal.pocFailure(),
        time(deal.wonAt()),
        time(deal.lostAt()),
        deal.lossReason(),
        deal.competitor(),
        deal.wonAt() == null ? null : lead.key().replace("XS", "HT"),
        lead.sdr(),
        lead.owner());
  }

  /** As scanners of cards write it. */
  static InputStream list(List<DemoVisitor> visitors) {
    return csv(
        Stream.concat(
            Stream.<String[]>of(row("姓名", "手机", "邮箱", "公司名称", "职位", "接待销售", "沟通内容", "首次接触时间")),
            visitors.stream()
                .map(who ->
                    row(
                        who.name(),
                        who.phone(),
                        who.email(),
                        who.company(),
                        who.title(),
                        who.salesperson(),
                        who.talk(),
                        time(who.at())))));
  }

  /** As Tencent Meeting writes who was there. */
  static InputStream attendance(String event, List<DemoPerson> people, LocalDateTime start) {
    Random random = new Random(event.hashCode());
    return csv(
        Stream.concat(
            Stream.<String[]>of(row("活动", "用户昵称", "手机号", "公司", "入会时间", "退会时间")),
            people.stream()
                .map(who -> {
                  LocalDateTime joined = start.plusMinutes(random.nextInt(12));
                  return row(
                      event,
                      who.name(),
                      who.phone(),
                      who.company().name(),
                      time(joined),
                      time(joined.plusMinutes(15 + random.nextInt(70))));
                })));
  }

  /** A line per channel, month and, for search, keyword: with impressions and clicks. */
  static InputStream spend(YearMonth first, LocalDateTime now) {
    Random random = new Random(20_240_602);
    Stream.Builder<String[]> rows = Stream.builder();
    rows.add(row("开始日期", "结束日期", "渠道", "市场活动", "推广计划", "推广单元", "关键词", "展现量", "点击量", "消费"));
    for (YearMonth month = first;
        !month.atDay(1).isAfter(now.toLocalDate());
        month = month.plusMonths(1)) {
      for (Source source : Source.ALL) {
        if (source.monthlyYuan() > 0 && !DemoReports.byDay(source, month, YearMonth.from(now))) {
          spend(rows, random, source, month, first);
        }
      }
    }
    return csv(rows.build());
  }

  private static void spend(
      Stream.Builder<String[]> rows,
      Random random,
      Source source,
      YearMonth month,
      YearMonth first) {
    long age = first.until(month, java.time.temporal.ChronoUnit.MONTHS);
    double yuan = source.monthlyYuan() * (1 + age * 0.012) * (0.85 + 0.3 * random.nextDouble());
    boolean search = source.channel().equals("百度SEM");
    List<String> keywords = search ? List.of("mes系统", "生产管理软件", "质量追溯系统", "设备联网") : List.of("");
    for (String keyword : keywords) {
      double part = yuan / keywords.size() * (0.8 + 0.4 * random.nextDouble());
      long clicks = (long) (part / 9);
      boolean paidByClick = List.of("百度SEM", "360搜索", "巨量引擎(抖音)").contains(source.channel());
      rows.add(
          row(
              month.atDay(1).toString(),
              month.atEndOfMonth().toString(),
              source.channel(),
              DemoHistory.campaign(source, month),
              search ? "行业词" : null,
              search ? "MES" : null,
              keyword,
              paidByClick ? Long.toString(clicks * 38) : null,
              paidByClick ? Long.toString(clicks) : null,
              String.format(Locale.ROOT, "%.2f", part)));
    }
  }

  private static InputStream csv(Stream<String[]> rows) {
    StringWriter text = new StringWriter();
    // Unbuffered: the text is read before anything would flush what a buffer still holds.
    CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
    rows.forEach(csv::writeRecord);
    return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String[] row(@Nullable String... cells) {
    String[] row = new String[cells.length];
    for (int i = 0; i < cells.length; i++) {
      row[i] = Objects.requireNonNullElse(cells[i], "");
    }
    return row;
  }

  private static @Nullable String time(@Nullable LocalDateTime at) {
    return at == null ? null : TIME.format(at);
  }
}
