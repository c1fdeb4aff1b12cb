package io.leadwell.acquire.capture;

import java.util.ArrayList;
import java.util.List;

/** Where people may come from, under the names that are kept. */
final class Provinces {

  private static final String NAMES =
      "北京市 Beijing,天津市 Tianjin,上海市 Shanghai,重庆市 Chongqing,河北省 Hebei,山西省 Shanxi,辽宁省 Liaoning,"
          + "吉林省 Jilin,黑龙江省 Heilongjiang,江苏省 Jiangsu,浙江省 Zhejiang,安徽省 Anhui,福建省 Fujian,江西省 Jiangxi,"
          + "山东省 Shandong,河南省 Henan,湖北省 Hubei,湖南省 Hunan,广东省 Guangdong,海南省 Hainan,四川省 Sichuan,"
          + "贵州省 Guizhou,云南省 Yunnan,陕西省 Shaanxi,甘肃省 Gansu,青海省 Qinghai,内蒙古自治区 Inner Mongolia,"
          + "广西壮族自治区 Guangxi,西藏自治区 Tibet,宁夏回族自治区 Ningxia,新疆维吾尔自治区 Xinjiang,香港特别行政区 Hong Kong,"
          + "澳门特别行政区 Macau,台湾省 Taiwan,海外 Overseas";

  static final List<FieldChoice> CHOICES = choices();

  private Provinces() {}

  static boolean isOne(String name) {
    return CHOICES.stream().anyMatch(choice -> choice.value().equals(name));
  }

  private static List<FieldChoice> choices() {
    List<FieldChoice> choices = new ArrayList<>();
    for (String pair : NAMES.split(",")) {
      String zh = pair.substring(0, pair.indexOf(' '));
      choices.add(new FieldChoice(zh, new Bilingual(zh, pair.substring(zh.length() + 1))));
    }
    return List.copyOf(choices);
  }
}
