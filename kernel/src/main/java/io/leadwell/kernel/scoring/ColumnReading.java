package io.leadwell.kernel.scoring;

import io.leadwell.kernel.scoring.LeftOut.Clue;
import io.leadwell.kernel.scoring.LeftOut.Why;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A column of cells read into features.
 *
 * @param leftOut why it cannot serve, or null
 */
record ColumnReading(
    String column,
    ColumnKind kind,
    List<Feature> features,
    boolean[] filled,
    @Nullable LeftOut leftOut) {

  /** So many of the filled cells must read as numbers (or days) for the column to be of them. */
  private static final double MOST = 0.95;

  private static final double NEARLY_UNIQUE = 0.95;

  /** Fewer rows than this can differ in everything by chance. */
  private static final int ENOUGH_TO_BE_UNIQUE = 50;

  private static final int LONG_TEXT = 20;
  private static final int LONG_IDEOGRAPHS = 12;

  private static final Pattern NAMED_ID =
      Pattern.compile(
          "(^|.*[\\s_\\-.])(id|ids|uuid|guid|key|no|nr|number|num|index|rownumber|phone|mobile|email"
              + "|e-mail|unnamed.*|clientnum)$|.*(编号|序号|流水号|手机|电话|邮箱|主键)$|^column \\d+$");
  private static final Pattern CAMEL_ID = Pattern.compile(".*[a-z](ID|Id|Number|No|Key)$");

  static ColumnReading of(TextColumn column) {
    List<String> texts = column.texts();
    int[] counts = column.counts();
    boolean[] missing = new boolean[texts.size()];
    long filledRows = 0;
    int distinct = 0;
    String only = "";
    for (int code = 0; code < missing.length; code++) {
      missing[code] = Cells.missing(texts.get(code));
      if (!missing[code] && counts[code] > 0) {
        filledRows += counts[code];
        distinct++;
        only = texts.get(code);
      }
    }
    boolean[] filled = new boolean[column.size()];
    for (int row = 0; row < filled.length; row++) {
      filled[row] = !missing[column.code(row)];
    }
    String name = column.name();
    if (distinct == 0) {
      return out(name, filled, LeftOut.of(name, Why.EMPTY, Clue.NO_VALUE, 0, ""));
    }
    if (distinct == 1 && filledRows == column.size()) {
      return out(name, filled, LeftOut.of(name, Why.CONSTANT, Clue.ONE_VALUE, 1, only));
    }
    double unique = (double) distinct / filledRows;
    boolean many = filledRows >= ENOUGH_TO_BE_UNIQUE;
    double[] numbers = new double[texts.size()];
    double share = NumberSpan.read(texts, counts, missing, numbers) / (double) filledRows;
    if (share >= MOST) {
      NumberSpan span = NumberSpan.of(numbers, distinct, filledRows);
      if (many && span.identifies(namedId(name), unique)) {
        return out(name, filled, LeftOut.of(name, Why.IDENTIFIER, Clue.NEARLY_UNIQUE, unique, ""));
      }
      if (!dayNumbers(name, texts)) {
        return NumberColumn.of(column, numbers, filled, span, namedId(name));
      }
    }
    @Nullable LocalDateTime[] moments = DateColumn.read(name, texts, missing);
    if (DateColumn.share(moments, counts) >= MOST * filledRows) {
      return DateColumn.of(column, moments, filled);
    }
    if (longTexts(texts, counts, missing, filledRows) && unique > 0.3) {
      return TextFeatures.of(column, missing, filled);
    }
    if (many && unique >= (namedId(name) ? 0.5 : NEARLY_UNIQUE)) {
      return out(name, filled, LeftOut.of(name, Why.IDENTIFIER, Clue.NEARLY_UNIQUE, unique, ""));
    }
    return CategoryColumn.of(column, counts, missing, filled, unique);
  }

  static ColumnReading out(String column, boolean[] filled, LeftOut why) {
    return new ColumnReading(column, ColumnKind.CATEGORY, List.of(), filled, why);
  }

  static boolean namedId(String name) {
    return NAMED_ID.matcher(name.toLowerCase(Locale.ROOT)).matches()
        || CAMEL_ID.matcher(name).matches();
  }

  /** Eight digits are days only where the name says so and all of them are. */
  private static boolean dayNumbers(String name, List<String> texts) {
    return DateColumn.namedDate(name)
        && texts.stream()
            .filter(text -> !Cells.missing(text))
            .allMatch(text -> Days.read(text, false, true) != null);
  }

  private static boolean longTexts(
      List<String> texts, int[] counts, boolean[] missing, long filledRows) {
    double weight = 0;
    for (int code = 0; code < counts.length; code++) {
      if (!missing[code]) {
        String text = texts.get(code);
        boolean ideographs = text.codePoints().anyMatch(Character::isIdeographic);
        boolean words = text.length() >= LONG_TEXT && text.split("\\s+", 4).length > 3;
        if (words || (ideographs && text.length() >= LONG_IDEOGRAPHS)) {
          weight += counts[code];
        }
      }
    }
    return weight >= filledRows / 2.0;
  }
}
