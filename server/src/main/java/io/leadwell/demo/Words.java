package io.leadwell.demo;

import java.util.List;
import java.util.Random;

/** Invented names: of places that exist, of people and firms that do not. */
final class Words {

  /** A province with some of its cities and how much industry is there. */
  record Province(String name, List<String> cities, int weight) {}

  static final List<Province> PROVINCES =
      List.of(
          new Province("江苏省", List.of("南京市", "苏州市", "无锡市", "常州市", "南通市"), 16),
          new Province("浙江省", List.of("杭州市", "宁波市", "温州市", "嘉兴市", "绍兴市"), 14),
          new Province("上海市", List.of("上海市"), 14),
          new Province("广东省", List.of("广州市", "深圳市", "东莞市", "佛山市", "惠州市"), 18),
          new Province("北京市", List.of("北京市"), 9),
          new Province("山东省", List.of("济南市", "青岛市", "烟台市", "潍坊市"), 8),
          new Province("四川省", List.of("成都市", "绵阳市", "德阳市"), 5),
          new Province("湖北省", List.of("武汉市", "宜昌市", "襄阳市"), 5),
          new Province("安徽省", List.of("合肥市", "芜湖市"), 4),
          new Province("河南省", List.of("郑州市", "洛阳市"), 3),
          new Province("陕西省", List.of("西安市", "宝鸡市"), 2),
          new Province("重庆市", List.of("重庆市"), 2));

  static final List<String> INDUSTRIES =
      List.of("装备制造", "汽车零部件", "精细化工", "电子元器件", "新能源", "医疗器械", "食品饮料", "软件与信息服务", "物流", "包装材料");

  private static final List<String> TRADES =
      List.of("机械", "汽车部件", "化工", "电子", "新能源", "医疗器械", "食品", "软件", "物流", "包装材料");

  private static final String BRAND_FIRST = "华鼎恒瑞启明拓远宏盛科锐泰安博晟嘉禾天成东方立信中联腾跃金海诺德卓越";
  private static final String BRAND_SECOND = "信达泰丰源创新联盛通达康利宁辉翔羽森浩宇航凯晨铭锋润";
  private static final List<String> FORMS = List.of("有限公司", "有限公司", "科技有限公司", "股份有限公司", "集团有限公司");

  private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余";
  private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建文辉玲斌宇浩凯悦欣雨晨思远嘉怡子轩";

  static final List<String> TITLES =
      List.of(
          "总经理", "副总经理", "IT总监", "信息化经理", "生产总监", "采购经理", "运营总监", "市场经理", "工程师", "数字化负责人", "财务总监",
          "车间主任");

  static final List<String> SIZES = List.of("1-50人", "51-200人", "201-500人", "501-1000人", "1000人以上");

  private Words() {}

  static String person(Random random) {
    String given = pick(random, GIVEN) + (random.nextInt(10) < 6 ? pick(random, GIVEN) : "");
    return pick(random, SURNAMES) + given;
  }

  static String company(Random random, String city, int trade) {
    String place = city.replace("市", "");
    return place
        + pick(random, BRAND_FIRST)
        + pick(random, BRAND_SECOND)
        + TRADES.get(trade)
        + FORMS.get(random.nextInt(FORMS.size()));
  }

  static Province province(Random random) {
    int at = random.nextInt(PROVINCES.stream().mapToInt(Province::weight).sum());
    for (Province province : PROVINCES) {
      at -= province.weight();
      if (at < 0) {
        return province;
      }
    }
    return PROVINCES.getFirst();
  }

  static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static String pick(Random random, String characters) {
    int at = random.nextInt(characters.length());
    return characters.substring(at, at + 1);
  }
}
