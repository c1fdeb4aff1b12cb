package io.leadwell.pool.imports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/** The text of a workbook's cell: what a reader of the sheet would type. */
final class SheetCells {

  private static final Set<String> ERRORS =
      Set.of(
          "#REF!",
          "#N/A",
          "#VALUE!",
          "#DIV/0!",
          "#NAME?",
          "#NULL!",
          "#NUM!",
          "#SPILL!",
          "#CALC!",
          "#GETTING_DATA");
  private static final Pattern NOT_SHOWN = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|_.|\\*.");
  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  /** Day 0 of the two date systems. The first counts a 29 February 1900 that never was. */
  private static final LocalDateTime DAY_0 = LocalDateTime.of(1899, 12, 30, 0, 0);

  private static final LocalDateTime DAY_0_OF_1904 = LocalDateTime.of(1904, 1, 1, 0, 0);
  private static final double LAST_DAY = 2_958_466;

  private final LocalDateTime epoch;
  private final Map<String, Boolean> datePatterns = new HashMap<>();

  SheetCells(boolean from1904) {
    this.epoch = from1904 ? DAY_0_OF_1904 : DAY_0;
  }

  String text(Cell cell) {
    String raw = cell.getRawValue();
    if (cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
      return raw == null ? "" : raw;
    }
    if (cell.getType() == CellType.BOOLEAN) {
      return Boolean.TRUE.equals(cell.getValue()) ? "TRUE" : "FALSE";
    }
    Object value = cell.getValue();
    if (value instanceof BigDecimal number) {
      return number(number, cell);
    }
    if (cell.getType() == CellType.FORMULA && raw != null && NUMBER.matcher(raw).matches()) {
      return number(new BigDecimal(raw), cell);
    }
    return value == null ? raw == null ? "" : raw : sound(value.toString());
  }

  /** A formula's cached error arrives as text. */
  static boolean error(String text, Cell cell) {
    return cell.getType() == CellType.FORMULA && ERRORS.contains(text);
  }

  /** What PostgreSQL can keep: no NUL, no half of a surrogate pair. */
  private static String sound(String text) {
    return text.codePoints().anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE)
        ? text.replaceAll("[\\x00\\p{Cs}]", "")
        : text;
  }

  private String number(BigDecimal number, Cell cell) {
    double days = number.doubleValue();
    if (isDate(cell) && days >= 0 && days < LAST_DAY) {
      long seconds = Math.round(days * 86_400);
      LocalDateTime at = epoch.plusSeconds(seconds);
      if (seconds < 86_400) {
        return CLOCK.format(at);
      }
      return (seconds % 86_400 == 0 ? DAY : SECOND).format(at);
    }
    // Fifteen digits are what spreadsheets keep: 0.1 + 0.2 is 0.3 again.
    BigDecimal shown =
        number.precision() > 15 ? number.round(new MathContext(15, RoundingMode.HALF_UP)) : number;
    if (shown.signum() == 0) {
      return "0";
    }
    return Math.abs(shown.scale()) > 400
        ? number.toString()
        : shown.stripTrailingZeros().toPlainString();
  }

  private boolean isDate(Cell cell) {
    Integer id = cell.getDataFormatId();
    if (id != null
        && (id >= 14 && id <= 22
            || id >= 27 && id <= 36
            || id >= 45 && id <= 47
            || id >= 50 && id <= 58)) {
      return true;
    }
    return datePattern(cell.getDataFormatString());
  }

  private boolean datePattern(@Nullable String pattern) {
    if (pattern == null) {
      return false;
    }
    return datePatterns.computeIfAbsent(
        pattern,
        p -> {
          String shown = NOT_SHOWN.matcher(p).replaceAll("").toLowerCase(Locale.ROOT);
          return !shown.contains("general")
              && !shown.contains("#")
              && shown
                  .chars()
                  .anyMatch(
                      c -> c == 'y' || c == 'd' || c == 'h' || c == 'm' || c == 's' || c == '年');
        });
  }
}
