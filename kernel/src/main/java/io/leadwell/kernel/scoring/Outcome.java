package io.leadwell.kernel.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The label's column read: which of its values is the win. */
sealed interface Outcome {

  /** How it was decided which value is the win. */
  enum Decided {
    ASKED,
    BY_WORD,
    RARER
  }

  /**
   * @param won of each row; of a row without label it says nothing
   * @param known whether the row has a label
   */
  record Read(String positive, Decided decided, boolean[] won, boolean[] known)
      implements Outcome {}

  /**
   * @param values the label's values, the most frequent first, at most ten
   */
  record Unclear(Unreadable why, List<String> values) implements Outcome {}

  /** Why a label cannot be read. */
  enum Unreadable {
    ONE_VALUE,
    MANY_VALUES,
    NO_SUCH_POSITIVE
  }

  Set<String> WON =
      Set.of(
          "1",
          "yes",
          "y",
          "true",
          "t",
          "won",
          "win",
          "converted",
          "success",
          "successful",
          "positive",
          "closed won",
          "buy",
          "bought",
          "purchased",
          "customer",
          "churn",
          "churned",
          "good",
          "responded",
          "accepted",
          "subscribed",
          "attrited customer",
          "exited",
          "left",
          "是",
          "有",
          "对",
          "真",
          "赢单",
          "成交",
          "已成交",
          "已转化",
          "转化",
          "成功",
          "赢",
          "签约",
          "已签约",
          "流失",
          "已流失");

  Set<String> LOST =
      Set.of(
          "0",
          "no",
          "n",
          "false",
          "f",
          "lost",
          "loss",
          "not converted",
          "failure",
          "failed",
          "negative",
          "closed lost",
          "not churned",
          "stayed",
          "bad",
          "rejected",
          "existing customer",
          "-1",
          "否",
          "无",
          "错",
          "假",
          "输单",
          "未成交",
          "未转化",
          "失败",
          "输",
          "未签约",
          "未流失");

  static Outcome read(TextColumn column, @Nullable String wanted) {
    int[] counts = column.counts();
    List<Integer> values = new ArrayList<>();
    for (int code = 0; code < counts.length; code++) {
      String text = column.texts().get(code);
      // 无 is a loss here, not a missing cell.
      boolean said = !Cells.missing(text) || LOST.contains(folded(text));
      if (said && counts[code] > 0) {
        values.add(code);
      }
    }
    values.sort(
        Comparator.comparingInt((Integer code) -> -counts[code])
            .thenComparing(code -> column.texts().get(code)));
    List<String> shown = values.stream().limit(10).map(code -> column.texts().get(code)).toList();
    boolean blanksLose = values.size() == 1 && counts[values.getFirst()] < column.size();
    if (values.size() < 2 && !blanksLose) {
      return new Unclear(Unreadable.ONE_VALUE, shown);
    }
    if (wanted != null) {
      Integer asked =
          values.stream()
              .filter(code -> folded(column.texts().get(code)).equals(folded(wanted)))
              .findFirst()
              .orElse(null);
      return asked == null
          ? new Unclear(Unreadable.NO_SUCH_POSITIVE, shown)
          : read(column, asked, Decided.ASKED, blanksLose);
    }
    if (values.size() > 2) {
      return new Unclear(Unreadable.MANY_VALUES, shown);
    }
    if (blanksLose) {
      return read(column, values.getFirst(), Decided.RARER, true);
    }
    String first = folded(column.texts().get(values.get(0)));
    String second = folded(column.texts().get(values.get(1)));
    if (WON.contains(first) && !WON.contains(second)
        || LOST.contains(second) && !LOST.contains(first)) {
      return read(column, values.get(0), Decided.BY_WORD, false);
    }
    boolean byWord =
        WON.contains(second) && !WON.contains(first)
            || LOST.contains(first) && !LOST.contains(second);
    return read(column, values.get(1), byWord ? Decided.BY_WORD : Decided.RARER, false);
  }

  private static Read read(TextColumn column, int positive, Decided decided, boolean blanksLose) {
    boolean[] won = new boolean[column.size()];
    boolean[] known = new boolean[column.size()];
    for (int row = 0; row < won.length; row++) {
      String text = column.text(row);
      won[row] = column.code(row) == positive;
      known[row] = blanksLose || !Cells.missing(text) || LOST.contains(folded(text));
    }
    return new Read(column.texts().get(positive), decided, won, known);
  }

  private static String folded(String text) {
    String folded =
        text.strip().toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ').strip();
    return text.strip().equals("-1") ? "-1" : folded.replaceFirst("^([01])\\.0*$", "$1");
  }
}
