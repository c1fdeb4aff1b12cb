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

  private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗";
  private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平";
  private static final String[] CITIES = {"南京", "苏州", "杭州", "上海", "深圳", "广州", "成都", "武汉"};
  private static final String[] BRANDS = {
    "华信", "鼎盛", "恒源", "瑞达", "启明", "拓远", "宏图", "量子", "博晟", "嘉禾"
  };
  private static final String[] TRADES = {"科技", "机械", "化工", "电子", "数据", "软件"};
  private static final String[] CHANNELS = {"百度SEM", "知乎", "公众号", "线上直播", "行业展会", "SEO/自然搜索"};

  private LeadFile() {}

  /**
   * Writes {@code rows} leads numbered from {@code first}; about one row in ten is about a person
   * of the row before.
   */
  static Path write(Path file, int first, int rows, long seed) {
    Random random = new Random(seed);
    DateTimeFormatter time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    LocalDateTime begin = LocalDateTime.of(2024, 1, 1, 8, 0);
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write("线索编号,姓名,手机,邮箱,公司名称,职位,省份,城市,渠道,首次接触时间,MQL时间\n");
      String person = "";
      for (int i = 0; i < rows; i++) {
        if (i == 0 || random.nextInt(10) > 0) {
          person = person(random, first + i);
        }
        LocalDateTime at = begin.plusMinutes(random.nextInt(1_000_000));
        out.write(
            "K" + (first + i) + "," + person + "," + CHANNELS[random.nextInt(CHANNELS.length)]);
        out.write("," + time.format(at) + ",");
        out.write(random.nextInt(4) == 0 ? time.format(at.plusDays(3)) : "");
        out.write('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private static String person(Random random, int number) {
    String city = CITIES[random.nextInt(CITIES.length)];
    String company =
        city
            + BRANDS[random.nextInt(BRANDS.length)]
            + GIVEN.charAt(random.nextInt(GIVEN.length()))
            + GIVEN.charAt(random.nextInt(GIVEN.length()))
            + TRADES[random.nextInt(TRADES.length)]
            + "有限公司";
    String name =
        ""
            + SURNAMES.charAt(random.nextInt(SURNAMES.length()))
            + GIVEN.charAt(random.nextInt(GIVEN.length()))
            + GIVEN.charAt(random.nextInt(GIVEN.length()));
    String phone =
        "1" + (30 + random.nextInt(10)) + String.format(Locale.ROOT, "%08d", number % 100_000_000);
    return String.join(
        ",",
        name,
        phone,
        "u" + number + "@firm" + number % 90_000 + ".example.cn",
        company,
        "经理",
        "江苏省",
        city + "市");
  }
}
