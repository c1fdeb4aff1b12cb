package io.leadwell.demo;

import io.leadwell.demo.DemoPerson.DemoCompany;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Two years of a Chinese SaaS company for factories, drawn with a fixed seed: the same on every
 * machine on the same day. Rates are those of the trade, not of anybody in particular.
 */
final class DemoHistory {

  static final List<String> SDRS = List.of("陈思雨", "刘子涵", "孙晓彤", "何嘉怡");
  static final List<String> EAST = List.of("周建华", "吴晓峰", "郑凯", "冯雪");
  static final List<String> SOUTH = List.of("黄志强", "梁静", "罗浩");
  static final List<String> NORTH = List.of("赵磊", "韩冰", "宋洋");

  private static final int MONTHS = 24;
  private static final int COMPANIES = 3_000;
  static final List<String> KEYWORDS =
      List.of("mes系统", "mes系统多少钱", "生产管理软件", "质量追溯系统", "设备联网", "车间数字化", "wms仓储系统", "工厂排产软件");
  private static final List<String> LOSS_REASONS =
      List.of("价格", "功能不满足", "预算取消", "选择竞品", "项目延期", "失去联系");
  private static final List<String> POC_FAILURES =
      List.of("与现有 ERP 对接失败", "现场网络条件不足", "关键报表不满足", "用户配合不足");
  private static final List<String> COMPETITORS = List.of("竞品甲", "竞品乙", "自研");
  private static final List<String> PRODUCTS = List.of("MES 标准版", "MES 旗舰版", "质量追溯", "设备物联");

  private final Random random = new Random(20_240_601);
  private final LocalDateTime now;
  private final YearMonth first;
  private final List<DemoPerson> people = new ArrayList<>();
  private final Set<String> phones = new HashSet<>();

  DemoHistory(LocalDateTime now) {
    this.now = now;
    this.first = YearMonth.from(now).minusMonths(MONTHS - 1);
  }

  YearMonth firstMonth() {
    return first;
  }

  /** About twenty thousand, by month of first contact. */
  List<DemoLead> leads() {
    List<DemoCompany> companies = companies();
    List<DemoLead> leads = new ArrayList<>();
    for (int month = 0; month < MONTHS; month++) {
      YearMonth current = first.plusMonths(month);
      int volume = (int) (660 * (1 + month * 0.024) * season(current));
      for (int i = 0; i < volume; i++) {
        LocalDateTime at = workingTime(current);
        if (at.isBefore(now)) {
          leads.add(lead("XS" + (100_001 + leads.size()), companies, current, at));
        }
      }
    }
    return leads;
  }

  private DemoLead lead(
      String key, List<DemoCompany> companies, YearMonth month, LocalDateTime at) {
    // A few leads of any real company have no source: they are the row (未知) of the reports.
    Source source = random.nextInt(125) == 0 ? null : source();
    DemoPerson person =
        !people.isEmpty() && random.nextInt(100) < 3
            ? Words.pick(random, people)
            : newPerson(Words.pick(random, companies));
    double quality = source == null ? 0.6 : source.quality();
    LocalDateTime mql = random.nextDouble() < 0.24 * quality ? after(at, 3.5, 0.1) : null;
    LocalDateTime sal = mql != null && random.nextDouble() < 0.84 ? after(mql, 0.8, 0.05) : null;
    LocalDateTime sql = sal != null && random.nextDouble() < 0.62 ? after(sal, 7, 0.5) : null;
    DemoDeal deal = sql != null && random.nextDouble() < 0.66 ? deal(sql, quality) : null;
    String owner = sal == null ? null : owner(person.company().province());
    boolean search = source != null && source.channel().endsWith("SEM");
    String keyword = search ? Words.pick(random, KEYWORDS) : null;
    return new DemoLead(
        key,
        person,
        source,
        source == null ? null : campaign(source, month),
        source == null || source.contents().isEmpty()
            ? null
            : Words.pick(random, source.contents()),
        search ? (random.nextBoolean() ? "品牌词" : "行业词") : null,
        search ? (random.nextBoolean() ? "MES" : "追溯") : null,
        keyword,
        at,
        mql,
        sal,
        sql,
        mql == null && random.nextInt(100) < 35 && at.isBefore(now.minusDays(3)) ? "培育" : null,
        mql != null || random.nextInt(100) < 70 ? Words.pick(random, SDRS) : null,
        owner,
        deal);
  }

  private @Nullable DemoDeal deal(LocalDateTime sql, double quality) {
    LocalDateTime opened = after(sql, 9, 1);
    if (opened == null) {
      return null;
    }
    boolean withPoc = random.nextInt(100) < 56;
    LocalDateTime pocStart = withPoc ? after(opened, 14, 2) : null;
    LocalDateTime pocEnd = pocStart == null ? null : after(pocStart, 24, 7);
    Boolean passed = pocEnd == null ? null : random.nextInt(100) < 68;
    boolean wins =
        Boolean.TRUE.equals(passed)
            ? random.nextDouble() < 0.68
            : !withPoc && random.nextDouble() < 0.17 * Math.min(1.6, quality);
    LocalDateTime base = pocEnd != null ? pocEnd : opened;
    boolean decided = !withPoc || pocEnd != null;
    LocalDateTime won = decided && wins ? after(base, 20, 2) : null;
    LocalDateTime lost = decided && !wins && random.nextInt(100) < 82 ? after(base, 28, 3) : null;
    double logAmount = Math.log(150_000) + 0.75 * random.nextGaussian();
    long amount = Math.round(Math.exp(logAmount) / 1_000) * 1_000;
    return new DemoDeal(
        opened,
        pocStart,
        pocEnd,
        passed,
        Boolean.FALSE.equals(passed) ? Words.pick(random, POC_FAILURES) : null,
        won,
        lost,
        lost == null ? null : Words.pick(random, LOSS_REASONS),
        lost != null && random.nextInt(100) < 40 ? Words.pick(random, COMPETITORS) : null,
        amount,
        Words.pick(random, PRODUCTS));
  }

  /** The campaign of a channel in a month; events and content have theirs by quarter. */
  static String campaign(Source source, YearMonth month) {
    return switch (source.channel()) {
      case "百度SEM", "360搜索", "巨量引擎(抖音)" -> source.channel() + " " + month.getYear() + " 常年投放";
      case "线下会议", "行业展会", "线上直播", "公众号", "白皮书", "知乎" ->
          source.channel() + " " + month.getYear() + " Q" + ((month.getMonthValue() - 1) / 3 + 1);
      default -> "";
    };
  }

  private List<DemoCompany> companies() {
    List<DemoCompany> companies = new ArrayList<>();
    Set<String> names = new HashSet<>();
    while (companies.size() < COMPANIES) {
      Words.Province province = Words.province(random);
      String city = Words.pick(random, province.cities());
      int trade = random.nextInt(Words.INDUSTRIES.size());
      String name = Words.company(random, city, trade);
      if (names.add(name)) {
        companies.add(
            new DemoCompany(
                name,
                Words.INDUSTRIES.get(trade),
                Words.pick(random, Words.SIZES),
                province.name(),
                city,
                "firm" + (1_000 + companies.size()) + ".example.cn"));
      }
    }
    return companies;
  }

  private DemoPerson newPerson(DemoCompany company) {
    String phone;
    do {
      phone =
          List.of("138", "139", "150", "158", "186", "177").get(random.nextInt(6))
              + String.format(Locale.ROOT, "%08d", random.nextInt(100_000_000));
    } while (!phones.add(phone));
    String mailbox =
        random.nextInt(100) < 55 ? "u" + phone.substring(5) + "@" + company.domain() : null;
    DemoPerson person =
        new DemoPerson(
            Words.person(random), phone, mailbox, Words.pick(random, Words.TITLES), company);
    people.add(person);
    return person;
  }

  private Source source() {
    int at = random.nextInt(Source.ALL.stream().mapToInt(Source::weight).sum());
    for (Source source : Source.ALL) {
      at -= source.weight();
      if (at < 0) {
        return source;
      }
    }
    return Source.ALL.getFirst();
  }

  private String owner(String province) {
    List<String> team =
        switch (province) {
          case "江苏省", "浙江省", "上海市", "安徽省" -> EAST;
          case "广东省", "四川省", "重庆市", "湖北省" -> SOUTH;
          default -> NORTH;
        };
    return Words.pick(random, team);
  }

  /** Later by an exponential wait; null where that lies ahead of today. */
  private @Nullable LocalDateTime after(LocalDateTime from, double meanDays, double leastDays) {
    double days = leastDays - meanDays * Math.log(1 - random.nextDouble());
    LocalDateTime at = from.plusMinutes((long) (days * 24 * 60)).withSecond(0);
    return at.isBefore(now) ? at : null;
  }

  private LocalDateTime workingTime(YearMonth month) {
    LocalDate day = month.atDay(1 + random.nextInt(month.lengthOfMonth()));
    if (day.getDayOfWeek().getValue() > 5 && random.nextInt(3) > 0) {
      day = day.minusDays(day.getDayOfWeek().getValue() - 5L);
      if (!YearMonth.from(day).equals(month)) {
        day = day.plusDays(3);
      }
    }
    return day.atTime(8 + random.nextInt(12), random.nextInt(60), random.nextInt(60));
  }

  /** Spring festival and the October week are quiet; spring and autumn are not. */
  private static double season(YearMonth month) {
    return switch (month.getMonthValue()) {
      case 1 -> 0.85;
      case 2 -> 0.6;
      case 3, 4 -> 1.15;
      case 9, 11 -> 1.1;
      case 10 -> 0.85;
      default -> 1.0;
    };
  }
}
