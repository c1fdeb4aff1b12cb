package io.leadwell.kernel.samples;

import java.util.Locale;

/** A firm and the ways it is written. */
final class Firm {

  final boolean chinese;
  final String city;
  final String core;
  final String trade;
  final String form;
  final String branch;
  final String domain;
  final String switchboard;
  final String former;

  private Firm(
      boolean chinese,
      String city,
      String core,
      String sound,
      String trade,
      String form,
      String branch,
      Dice dice) {
    this.chinese = chinese;
    this.city = city;
    this.core = core;
    this.trade = trade;
    this.form = form;
    this.branch = branch;
    String end = chinese ? dice.hit(0.6) ? ".com.cn" : ".cn" : ".com";
    this.domain = dice.hit(0.7) ? sound + dice.below(chinese ? 40 : 6) + end : "";
    this.switchboard =
        chinese ? "0" + (21 + dice.below(70)) + "-8" + dice.digits(7) : "+44 20 7" + dice.digits(7);
    this.former = dice.hit(0.02) ? core.substring(0, 1) + "创" : "";
  }

  static Firm chinese(Dice dice) {
    ChineseWords.Syllable one = dice.ratherEarly(ChineseWords.FIRM);
    ChineseWords.Syllable two = dice.any(ChineseWords.FIRM);
    boolean three = dice.hit(0.25);
    ChineseWords.Syllable more = dice.any(ChineseWords.FIRM);
    return new Firm(
        true,
        dice.ratherEarly(ChineseWords.CITIES),
        one.text() + two.text() + (three ? more.text() : ""),
        one.sound() + two.sound() + (three ? more.sound() : ""),
        dice.ratherEarly(ChineseWords.TRADES),
        dice.any(ChineseWords.FORMS),
        "",
        dice);
  }

  static Firm english(Dice dice) {
    String word = dice.any(EnglishWords.FIRM_FIRST) + dice.any(EnglishWords.FIRM_SECOND);
    // Invented words alone would be used up by a few thousand firms.
    String core = dice.hit(0.3) ? word : dice.any(EnglishWords.SURNAMES) + " " + word;
    return new Firm(
        false,
        dice.ratherEarly(EnglishWords.CITIES),
        core,
        core.replace(" ", "").toLowerCase(Locale.ROOT),
        dice.any(EnglishWords.TRADES),
        dice.any(EnglishWords.FORMS),
        "",
        dice);
  }

  /** Another firm with the same core: elsewhere, in another trade, or a branch of this one. */
  Firm like(Dice dice) {
    int how = dice.below(3);
    boolean branch = how == 2 && chinese;
    String elsewhere = dice.any(chinese ? ChineseWords.CITIES : EnglishWords.CITIES);
    String other = dice.any(chinese ? ChineseWords.TRADES : EnglishWords.TRADES);
    return new Firm(
        chinese,
        how == 0 ? elsewhere : city,
        core,
        "x" + Integer.toHexString(core.hashCode() & 0xFFFF),
        how == 1 ? other : trade,
        form,
        branch ? dice.any(ChineseWords.CITIES) + "分公司" : "",
        dice);
  }

  String full() {
    return chinese ? city + core + trade + form + branch : core + " " + trade + " " + form;
  }

  /** As somebody in a hurry writes it, or as it stood in some other register. */
  String written(Dice dice) {
    if (!chinese) {
      return switch (dice.below(8)) {
        case 0 -> core;
        case 1, 2 -> core + " " + trade;
        case 3 -> full().toUpperCase(Locale.ROOT);
        default -> full();
      };
    }
    if (dice.hit(0.02) && !former.isEmpty()) {
      return city + former + trade + form;
    }
    return switch (dice.below(20)) {
      case 0 -> core;
      case 1 -> core + trade.substring(0, Math.min(2, trade.length()));
      case 2, 3 -> core + trade + form + branch;
      case 4, 5 -> city + core + trade + branch;
      case 6 -> core + "（" + city + "）" + trade + form + branch;
      case 7 -> core + trade + "(" + city + ")" + form + branch;
      case 8 -> city + "市" + core + trade + form + branch;
      case 9 -> city + core;
      default -> full();
    };
  }
}
