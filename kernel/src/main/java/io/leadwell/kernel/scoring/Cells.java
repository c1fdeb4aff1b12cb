package io.leadwell.kernel.scoring;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a cell says by itself: nothing, a number, or a text. */
final class Cells {

  /**
   * What forms and exports write where nobody answered; "Select" is the unopened list of a form.
   */
  private static final Set<String> MISSING =
      Set.of(
          "",
          "?",
          "na",
          "n/a",
          "#n/a",
          "nan",
          "null",
          "nil",
          "(null)",
          "(blank)",
          "select",
          "please select",
          "-",
          "--",
          "—",
          "\\n",
          "nat",
          "无",
          "空",
          "未填写",
          "未填",
          "请选择",
          "不详");

  private static final Pattern PLAIN =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");
  private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d*)?");
  private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d+,\\d+");
  private static final Pattern GROUPED_BY_DOTS = Pattern.compile("\\d{1,3}(\\.\\d{3})+,\\d+");
  private static final Pattern MONEY =
      Pattern.compile("^(RMB|CNY|USD|EUR|US\\$|HK\\$|[¥￥$€£₹])|(元|人民币|[¥￥$€£₹])$");

  private Cells() {}

  static boolean missing(String cell) {
    return cell.length() <= 13 && MISSING.contains(cell.strip().toLowerCase(Locale.ROOT));
  }

  /** The number that a cell says: 1,234.5, 12 %, ¥ 3.5万; NaN where it says none. */
  static double number(String cell) {
    String text = cell.strip();
    if (text.isEmpty() || text.length() > 40) {
      return Double.NaN;
    }
    if (PLAIN.matcher(text).matches()) {
      return finite(Double.parseDouble(text));
    }
    double factor = 1;
    boolean minus = text.startsWith("-");
    text = minus ? text.substring(1).strip() : text;
    text = MONEY.matcher(text).replaceAll("").strip();
    if (text.endsWith("%")) {
      factor = 0.01;
      text = text.substring(0, text.length() - 1).strip();
    } else if (text.endsWith("万")) {
      factor = 1e4;
      text = text.substring(0, text.length() - 1).strip();
    } else if (text.endsWith("亿")) {
      factor = 1e8;
      text = text.substring(0, text.length() - 1).strip();
    }
    if (GROUPED.matcher(text).matches()) {
      text = text.replace(",", "");
    } else if (GROUPED_BY_DOTS.matcher(text).matches()) {
      text = text.replace(".", "").replace(',', '.');
    } else if (DECIMAL_COMMA.matcher(text).matches()) {
      text = text.replace(',', '.');
    }
    if (!PLAIN.matcher(text).matches()) {
      return Double.NaN;
    }
    return finite(Double.parseDouble(text) * factor * (minus ? -1 : 1));
  }

  private static double finite(double number) {
    return Double.isFinite(number) ? number : Double.NaN;
  }
}
