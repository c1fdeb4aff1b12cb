package io.leadwell.kernel.companies.invented;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** The ways in which people shorten the name of a firm. They work on words, as people do. */
final class Shorteners {

  private static final Map<String, String> STANDS_FOR =
      Map.ofEntries(
          Map.entry("上海", "沪"),
          Map.entry("北京", "京"),
          Map.entry("浙江", "浙"),
          Map.entry("江苏", "苏"),
          Map.entry("广东", "粤"),
          Map.entry("山东", "鲁"),
          Map.entry("福建", "闽"),
          Map.entry("四川", "川"),
          Map.entry("湖北", "鄂"),
          Map.entry("湖南", "湘"),
          Map.entry("安徽", "皖"),
          Map.entry("重庆", "渝"),
          Map.entry("天津", "津"));

  private static final Map<Character, Character> TRADITIONAL =
      Map.ofEntries(
          Map.entry('华', '華'),
          Map.entry('东', '東'),
          Map.entry('电', '電'),
          Map.entry('国', '國'),
          Map.entry('银', '銀'),
          Map.entry('龙', '龍'),
          Map.entry('鸿', '鴻'),
          Map.entry('汇', '匯'),
          Map.entry('万', '萬'),
          Map.entry('业', '業'),
          Map.entry('贸', '貿'),
          Map.entry('凤', '鳳'));

  private final Random random;

  Shorteners(Random random) {
    this.random = random;
  }

  String shorten(InventedFirm firm, boolean coreIsShared) {
    String brief =
        firm.core().isEmpty()
            ? ofPlaceAndTrade(firm)
            : coreIsShared ? withTrade(firm) : ofCore(firm);
    return random.nextInt(25) == 0 ? traditional(brief) : brief;
  }

  private String ofPlaceAndTrade(InventedFirm firm) {
    String place = firm.place();
    List<String> words = firm.trades();
    String firsts = initials(words);
    return switch (random.nextInt(8)) {
      case 0 -> place.charAt(0) + firsts + (firsts.length() == 1 ? last(firm.trade()) : "");
      case 1 -> STANDS_FOR.getOrDefault(place, place) + words.getFirst();
      case 2 -> place.charAt(0) + firm.trade();
      case 3 -> place.substring(0, 1) + words.getFirst().charAt(0) + last(firm.trade());
      case 4 -> place + words.getFirst();
      case 5 -> place + firsts;
      case 6 -> place + firm.trade() + tail(firm);
      default -> place + firm.trade();
    };
  }

  private String ofCore(InventedFirm firm) {
    String core = firm.core();
    String first = firm.trades().getFirst();
    return switch (random.nextInt(20)) {
      case 0, 1, 2, 3 -> core;
      case 4, 5, 6 -> core + first;
      case 7, 8 -> core + firm.trade();
      case 9, 10 -> firm.place() + core;
      case 11, 12 -> core + tail(firm);
      case 13 -> core.substring(0, 2) + initials(firm.trades());
      case 14 -> core.substring(0, 2) + (core.length() > 2 ? first : firm.trade());
      case 15 -> STANDS_FOR.getOrDefault(firm.place(), "") + core;
      case 16 -> core.charAt(0) + first + (random.nextBoolean() ? tail(firm) : "");
      case 17 -> firm.place() + core + first;
      case 18 -> core + firm.place();
      default -> firm.full().replaceAll("[()（）]", "").replaceAll("(有限|股份|责任|公司)+$", "");
    };
  }

  /** What tells it from a neighbour of the same core is said. */
  private String withTrade(InventedFirm firm) {
    return switch (random.nextInt(4)) {
      case 0 -> firm.core() + firm.trade();
      case 1 -> firm.place() + firm.core() + firm.trades().getFirst();
      case 2 -> firm.core() + initials(firm.trades());
      default -> firm.place() + firm.core() + firm.trade();
    };
  }

  private static String tail(InventedFirm firm) {
    return firm.form().contains("集团") ? "集团" : firm.form().contains("股份") ? "股份" : "公司";
  }

  private static String initials(List<String> words) {
    StringBuilder initials = new StringBuilder();
    words.forEach(word -> initials.append(word.charAt(0)));
    return initials.toString();
  }

  private static String last(String word) {
    return word.substring(word.length() - 1);
  }

  private static String traditional(String brief) {
    StringBuilder text = new StringBuilder();
    for (char c : brief.toCharArray()) {
      text.append(TRADITIONAL.getOrDefault(c, c));
    }
    return text.toString();
  }
}
