package io.leadwell.pool.imports;

import io.leadwell.kernel.matching.Folding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Money and counts the ways they are written in files. */
final class AmountParser {

  private static final Pattern CURRENCY = Pattern.compile("¥|￥|人民币|rmb|cny|元整?|圆整?");
  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?<sign>[-+−]?)(?<number>(?:\\d{1,3}(?:,\\d{3})+|\\d{1,24})(?:\\.\\d{0,18})?|\\.\\d{1,18})"
              + "(?<power>e[+-]?\\d{1,2})?(?<unit>万|亿|千|百万|千万)?");

  /** A thousand billion yuan: beyond any contract, well within a long of fen. */
  private static final BigDecimal LARGEST = new BigDecimal("1000000000000");

  private AmountParser() {}

  /** Fen, rounded half up. */
  static ParsedCell money(String cell) {
    String text = CURRENCY.matcher(Folding.fold(cell)).replaceAll("").replace(" ", "");
    if (text.startsWith("(") && text.endsWith(")") && text.length() > 2) {
      text = "-" + text.substring(1, text.length() - 1);
    }
    Matcher found = AMOUNT.matcher(text);
    if (!found.matches()) {
      return ParsedCell.refused("imports.notMoney", cell);
    }
    BigDecimal yuan = value(found);
    if (yuan.abs().compareTo(LARGEST) > 0) {
      return ParsedCell.refused("imports.amountTooLarge", cell);
    }
    return new ParsedCell.Value(
        yuan.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact());
  }

  static ParsedCell number(String cell) {
    Matcher found = AMOUNT.matcher(Folding.fold(cell).replace(" ", ""));
    if (!found.matches()) {
      return ParsedCell.refused("imports.notANumber", cell);
    }
    BigDecimal value = value(found);
    if (value.abs().compareTo(LARGEST) > 0) {
      return ParsedCell.refused("imports.amountTooLarge", cell);
    }
    if (value.stripTrailingZeros().scale() > 0) {
      return ParsedCell.refused("imports.notAWholeNumber", cell);
    }
    return new ParsedCell.Value(value.longValueExact());
  }

  private static BigDecimal value(Matcher found) {
    String power = found.group("power") == null ? "" : found.group("power");
    BigDecimal number = new BigDecimal(found.group("number").replace(",", "") + power);
    String unit = found.group("unit") == null ? "" : found.group("unit");
    BigDecimal scaled =
        number.movePointRight(
            switch (unit) {
              case "千" -> 3;
              case "万" -> 4;
              case "百万" -> 6;
              case "千万" -> 7;
              case "亿" -> 8;
              default -> 0;
            });
    return found.group("sign").isEmpty() || found.group("sign").equals("+")
        ? scaled
        : scaled.negate();
  }
}
