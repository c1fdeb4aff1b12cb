package io.leadwell.kernel.companies;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The places of China by name, with and without 省, 市, 区, 县, and their short characters. */
final class Gazetteer {

  static final int LONGEST = 13;

  private static final List<String> SUFFIXES =
      List.of(
          "高新技术产业开发区",
          "经济技术开发区",
          "经济开发区",
          "高新技术开发区",
          "工业园区",
          "高新区",
          "开发区",
          "特别行政区",
          "壮族自治区",
          "回族自治区",
          "维吾尔自治区",
          "自治区",
          "自治州",
          "自治县",
          "地区",
          "新区",
          "省",
          "市",
          "区",
          "县",
          "州",
          "盟",
          "旗",
          "镇");

  private static final Map<String, Place> BY_NAME = new HashMap<>();
  private static final Map<Character, Place> BY_SHORT = new HashMap<>();
  private static final Map<String, String> SHORTS = new HashMap<>();

  static {
    for (String line : WordList.lines("regions.txt")) {
      String[] parts = line.split("\\|", -1);
      Place.Level level = parts[0].equals("中国") ? Place.Level.COUNTRY : Place.Level.PROVINCE;
      Place province = new Place(parts[0], level, null);
      BY_NAME.put(parts[0], province);
      StringBuilder shorts = new StringBuilder();
      for (String brief : WordList.words(parts[1])) {
        BY_SHORT.putIfAbsent(brief.charAt(0), province);
        shorts.append(brief);
      }
      SHORTS.put(parts[0], shorts.toString());
      add(parts[2], province, Place.Level.CITY);
      if (parts.length > 3) {
        add(parts[3], province, Place.Level.COUNTY);
      }
    }
  }

  private Gazetteer() {}

  private static void add(String names, Place province, Place.Level level) {
    for (String name : WordList.words(names)) {
      BY_NAME.putIfAbsent(name, new Place(name, level, province));
    }
  }

  /** The place a word names, such as 江苏省 or 江苏. */
  static @Nullable Place find(String word) {
    Place bare = BY_NAME.get(word);
    if (bare != null) {
      return bare;
    }
    for (String suffix : SUFFIXES) {
      if (word.endsWith(suffix) && word.length() >= suffix.length() + 2) {
        Place place = BY_NAME.get(word.substring(0, word.length() - suffix.length()));
        if (place != null && place.level() != Place.Level.COUNTRY) {
          return place;
        }
      }
    }
    return null;
  }

  /** The province that a single character stands for: 沪 is 上海. */
  static @Nullable Place byShort(char c) {
    return BY_SHORT.get(c);
  }

  /** The single characters that stand for a place; empty for most. */
  static String shortsOf(Place place) {
    return SHORTS.getOrDefault(place.name(), "");
  }
}
