package io.leadwell.demo;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** The last weeks of search advertising as Baidu's own report: day by day, down to the keyword. */
final class DemoReports {

  private static final String CHANNEL = "百度SEM";
  private static final Charset GBK = Charset.forName("GB18030");
  private static final List<String> PLANS = List.of("品牌词", "行业词");
  private static final List<String> UNITS = List.of("MES", "追溯");

  private DemoReports() {}

  /** Whether a month's spend of this source comes by day, and not as one line a month. */
  static boolean byDay(Source source, YearMonth month, YearMonth now) {
    return source.channel().equals(CHANNEL) && !month.isBefore(now.minusMonths(1));
  }

  /** From the first day of last month until yesterday. */
  static InputStream baidu(LocalDate today) {
    Random random = new Random(20_240_603);
    LocalDate first = YearMonth.from(today).minusMonths(1).atDay(1);
    StringBuilder text = new StringBuilder();
    text.append("推广关键词报告\r\n账户：,zhiyuan-sem\r\n");
    text.append("时间范围：,").append(first).append('至').append(today.minusDays(1));
    text.append("\r\n\r\n日期,账户,推广计划,推广单元,关键词,展现,点击,消费,点击率,平均点击价格\r\n");
    double monthly = Source.ALL.getFirst().monthlyYuan() * 1.25;
    int parts = PLANS.size() * UNITS.size() * DemoHistory.KEYWORDS.size();
    for (LocalDate day = first; day.isBefore(today); day = day.plusDays(1)) {
      boolean weekend =
          day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
      double yuan = monthly / 26 * (weekend ? 0.35 : 1);
      for (String plan : PLANS) {
        for (String unit : UNITS) {
          for (String keyword : DemoHistory.KEYWORDS) {
            line(text, random, day, List.of(plan, unit, keyword), yuan / parts);
          }
        }
      }
    }
    text.append("合计,,,,,,,,,\r\n");
    return new ByteArrayInputStream(text.toString().getBytes(GBK));
  }

  private static void line(
      StringBuilder text, Random random, LocalDate day, List<String> place, double yuan) {
    double price = 9 + 22 * random.nextDouble();
    long clicks = Math.round(yuan * (0.5 + random.nextDouble()) / price);
    long impressions = clicks * (25 + random.nextInt(30)) + random.nextInt(20);
    if (impressions > 0) {
      text.append(
          String.format(
              Locale.ROOT,
              "%s,zhiyuan-sem,%s,%d,%d,%.2f,%.2f%%,%s\r\n",
              day,
              String.join(",", place),
              impressions,
              clicks,
              clicks * price,
              100.0 * clicks / impressions,
              clicks == 0 ? "-" : String.format(Locale.ROOT, "%.2f", price)));
    }
  }
}
