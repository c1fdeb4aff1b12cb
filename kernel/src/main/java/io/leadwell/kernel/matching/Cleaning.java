package io.leadwell.kernel.matching;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One spelling for each value, by what its column means; empty for what says nothing. Numbers are
 * expected as typed: where a library has brought a phone into E.164, that is cleaned alike.
 */
public final class Cleaning {

  private static final Set<String> SAYS_NOTHING =
      Set.of(
          "无",
          "暂无",
          "没有",
          "不详",
          "未知",
          "保密",
          "空",
          "测试",
          "-",
          "--",
          "/",
          "\\",
          ".",
          "null",
          "none",
          "nil",
          "n/a",
          "na",
          "nan",
          "unknown",
          "test",
          "x",
          "xx",
          "xxx",
          "?",
          "anonymous");

  private static final Set<String> DUMMY_PHONES =
      Set.of("13800138000", "12345678", "123456789", "1234567890", "12345678901", "12345678900");

  /** 王总 and 李经理 name a surname and how one addresses its bearer. */
  private static final List<String> ADDRESSED =
      List.of(
          "副总经理", "总经理", "董事长", "副总裁", "总裁", "总监", "经理", "主任", "老师", "先生", "女士", "小姐", "主管", "博士",
          "教授", "院长", "部长", "科长", "处长", "工程师", "老板", "总", "工");

  private static final Set<String> HONOURS =
      Set.of("mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "mx");

  private static final Pattern EXTENSION = Pattern.compile("(转|分机|ext\\.?|extension|x)\\s*\\d+.*$");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SEVERAL = Pattern.compile("[/;,、；，|]|\\s{2,}");

  private static final List<String> FIRM_HINTS =
      List.of(
          "公司",
          "集团",
          "事务所",
          "研究",
          "大学",
          "银行",
          "ltd",
          "inc",
          "llc",
          "gmbh",
          "corp",
          "plc",
          "limited",
          "company",
          "university");

  private static final Pattern FIRM =
      Pattern.compile(
          "公司|集团|事务所|研究院|研究所|大学|银行|\\b(ltd|inc|llc|gmbh|corp|plc|limited|company|"
              + "corporation|university)\\b");

  private Cleaning() {}

  /** Whether a text is written like the name of a firm, so that no person bears it. */
  static boolean isFirm(String text) {
    String folded = Folding.fold(text);
    for (String hint : FIRM_HINTS) {
      if (folded.contains(hint)) {
        return FIRM.matcher(folded).find();
      }
    }
    return false;
  }

  /** Of a day the order of the column matters; everything else is cleaned by itself. */
  static String of(Meaning meaning, String raw, boolean daysFirst) {
    String text = Folding.fold(raw.strip());
    if (text.isEmpty() || SAYS_NOTHING.contains(text)) {
      return "";
    }
    return switch (meaning.kind()) {
      case NAME -> name(text);
      case FULL_NAME -> words(text);
      case DATE -> Dates.digits(text, daysFirst);
      case NUMBER -> meaning == Meaning.PHONE ? dialledOf(text) : number(text);
      case CODE -> meaning == Meaning.DOMAIN ? Mailbox.domainOf(text) : letters(text, "");
      case EMAIL -> Mailbox.of(text);
      case AGE -> age(text);
      case TEXT -> letters(plain(text), " ");
      case CATEGORY -> letters(text, " ");
      case UNIQUE, SILENT -> text;
    };
  }

  /** A phone number's digits as dialled at home: no notes, no extension, no +86. */
  public static String phone(String typed) {
    return dialledOf(Folding.fold(typed));
  }

  private static String dialledOf(String folded) {
    if (isPlainNumber(folded)) {
      return dialled(digits(folded));
    }
    for (String part : SEVERAL.split(folded)) {
      String digits = digits(EXTENSION.matcher(part).replaceAll(""));
      if (digits.length() >= 5) {
        return dialled(digits);
      }
    }
    return dialled(digits(folded));
  }

  /** Digits and the signs between them, one number: as most are. */
  private static boolean isPlainNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && c != ' ' && c != '-' && c != '+' && c != '(' && c != ')') {
        return false;
      }
    }
    return true;
  }

  private static String dialled(String all) {
    String digits = all.startsWith("0086") ? all.substring(2) : all;
    if (digits.startsWith("86") && digits.length() >= 12) {
      digits = digits.substring(2);
    }
    if (digits.startsWith("01") && digits.length() == 12 && digits.charAt(2) >= '3') {
      digits = digits.substring(1);
    }
    boolean dummy = digits.length() < 5 || DUMMY_PHONES.contains(digits);
    return dummy || isOneSign(digits) ? "" : digits;
  }

  /** Words of a name, without marks; an address by title is cut down to the surname. */
  public static String fullName(String typed) {
    return words(Folding.fold(typed));
  }

  private static String words(String text) {
    if (isHan(text)) {
      String name = letters(text, "");
      for (String word : ADDRESSED) {
        if (name.length() > word.length() && name.endsWith(word)) {
          int rest = name.length() - word.length();
          // 王大总 is hardly a name; a name of two characters may well end in 工.
          boolean title = word.length() > 1 || rest <= 1;
          return title ? name.substring(0, rest) : name;
        }
      }
      return name;
    }
    StringBuilder words = new StringBuilder();
    for (String word : name(text).split(" ")) {
      if (!HONOURS.contains(word)) {
        words.append(words.isEmpty() ? "" : " ").append(word);
      }
    }
    return words.toString();
  }

  private static String name(String text) {
    if (isHan(text)) {
      return letters(text, "");
    }
    return letters(plain(text.replace("'", "").replace("’", "")), " ");
  }

  /** Without accents: é as e. */
  private static String plain(String text) {
    return isAscii(text) || isHan(text)
        ? text
        : MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
  }

  private static boolean hasLettersOnly(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 0x4E00 && c <= 0x9FFF;
      if (!letter) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAscii(String text) {
    int i = 0;
    while (i < text.length() && text.charAt(i) < 0x80) {
      i++;
    }
    return i == text.length();
  }

  /** 0000 and xxx say nothing, nor does nothing. */
  private static boolean isOneSign(String text) {
    int i = 1;
    while (i < text.length() && text.charAt(i) == text.charAt(0)) {
      i++;
    }
    return i >= text.length();
  }

  private static String letters(String text, String between) {
    if (hasLettersOnly(text)) {
      return text;
    }
    StringBuilder kept = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isLetterOrDigit(c)) {
        kept.append(gap && !kept.isEmpty() ? between : "").appendCodePoint(c);
        gap = false;
      } else {
        gap = true;
      }
    }
    return kept.toString();
  }

  private static String number(String text) {
    String letters = letters(text, "");
    return isOneSign(letters) ? "" : letters.toUpperCase(Locale.ROOT);
  }

  private static String age(String text) {
    int point = text.indexOf('.');
    String digits = digits(point > 0 ? text.substring(0, point) : text);
    return digits.length() > 6 ? "" : digits;
  }

  private static String digits(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      }
    }
    return digits.toString();
  }

  static boolean isHan(String text) {
    for (int i = 0; i < text.length(); i++) {
      // Most ideographs are in one block; the rest is beyond it or in pairs.
      char c = text.charAt(i);
      if (c >= 0x3005 && Character.isIdeographic(text.codePointAt(i))) {
        return true;
      }
    }
    return false;
  }
}
