package io.leadwell.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;

/** Seeded lead files of any size, as a marketing head might upload them. */
final class LeadFile {

  static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰宇浩轩子涵雨欣梓晨思佳俊";
  static final String[] CHANNELS = {"百度SEM", "知乎", "公众号", "线上直播", "行业展会", "SEO/自然搜索"};
  private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹";
  private static final String[] CITIES = {"南京", "苏州", "杭州", "上海", "深圳", "广州", "成都", "武汉"};
  private static final String BRANDS = "华信鼎盛恒源瑞达启明拓远宏图量子博晟嘉禾天润中科国泰安邦海川云帆星辰智联";
  private static final String[] TRADES = {"科技", "机械", "化工", "电子", "数据", "软件", "自动化", "新材料"};
  private static final String[] OWNERS = {"周建华", "吴晓峰", "郑凯", "冯雪", "黄志强", "梁静", "罗浩", "赵磊"};
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final LocalDateTime BEGIN = LocalDateTime.of(2024, 1, 1, 8, 0);

  private final long seed;

  LeadFile(long seed) {
    this.seed = seed;
  }

  /**
   * Writes {@code rows} leads with keys from {@code firstKey}. Every row is about a new person,
   * counted from {@code firstPerson}, but for {@code knownPercent} of them, which are about one of
   * the people before.
   */
  Path write(Path file, int rows, int firstKey, int firstPerson, int knownPercent) {
    Random random = new Random(seed + firstKey);
    int people = firstPerson;
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write("线索编号,姓名,手机,邮箱,公司名称,职位,省份,城市,渠道,负责人,首次接触时间,MQL时间,SAL时间,SQL时间\n");
      for (int i = 0; i < rows; i++) {
        boolean known = people > 0 && random.nextInt(100) < knownPercent;
        String person = person(known ? random.nextInt(people) : people++);
        out.write("K" + (firstKey + i) + "," + person + "," + pick(random, CHANNELS));
        out.write("," + (random.nextInt(3) == 0 ? pick(random, OWNERS) : ""));
        LocalDateTime at = BEGIN.plusMinutes(random.nextInt(1_000_000));
        out.write("," + TIME.format(at));
        int reached = Integer.numberOfTrailingZeros(random.nextInt() | 1 << 6) / 2;
        for (int stage = 1; stage <= 3; stage++) {
          out.write(stage <= reached ? "," + TIME.format(at.plusDays(3L * stage)) : ",");
        }
        out.write('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  /** The phone of a person, without the country's code. */
  static String phone(int number) {
    // scattered over the numbers there are: a factor without 2 and 5 meets each once
    long scattered = number * 61_803_399L % 100_000_000;
    return "1" + (30 + number % 10) + String.format(Locale.ROOT, "%08d", scattered);
  }

  static String mailbox(int number) {
    return "u" + phone(number).substring(4) + "@firm" + number % 90_000 + ".example.cn";
  }

  String name(int number) {
    Random random = of(number);
    return "" + pick(random, SURNAMES) + pick(random, GIVEN) + pick(random, GIVEN);
  }

  /** About four people at each company. */
  String company(int number) {
    Random random = of(number / 4 + 1_000_000_007);
    StringBuilder name = new StringBuilder(pick(random, CITIES));
    for (int i = 0; i < 4; i++) {
      name.append(pick(random, BRANDS));
    }
    return name.append(pick(random, TRADES)).append("有限公司").toString();
  }

  private String person(int number) {
    String company = company(number);
    return String.join(
        ",",
        name(number),
        phone(number),
        mailbox(number),
        company,
        "经理",
        "江苏省",
        company.substring(0, 2) + "市");
  }

  private Random of(int number) {
    return new Random(seed * 31 + number * 0x9E3779B97F4A7C15L);
  }

  private static String pick(Random random, String[] from) {
    return from[random.nextInt(from.length)];
  }

  private static char pick(Random random, String from) {
    return from.charAt(random.nextInt(from.length()));
  }
}
