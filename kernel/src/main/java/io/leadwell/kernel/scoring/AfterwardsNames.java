package io.leadwell.kernel.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names of columns that are usually filled once the outcome is known, or by somebody who knew it. A
 * name alone convicts nobody: the column must tell much as well.
 */
final class AfterwardsNames {

  /** What a name says, and the AUC from which the column is not believed. */
  record Hint(String word, double from) {}

  private static final double SURE = 0.70;
  private static final double LIKELY = 0.75;
  private static final double LIKE_LABEL = 0.80;

  /** The end of a sale or of a customer. */
  private static final Set<String> ENDS =
      Set.of(
          "won",
          "lost",
          "loss",
          "closed",
          "close",
          "closing",
          "signed",
          "signing",
          "converted",
          "conversion",
          "churned",
          "cancelled",
          "canceled",
          "cancellation",
          "termination",
          "refund",
          "refunded",
          "renewed");

  private static final List<String> ENDS_CHINESE =
      List.of(
          "签约", "成交", "赢单", "输单", "丢单", "战败", "流失", "关单", "回款", "开票", "合同金额", "合同日期", "合同编号", "合同额",
          "转化时间", "转化日期", "签单", "退款");

  private static final Set<String> PAPERS =
      Set.of("contract", "deal", "sale", "sales", "invoice", "agreement", "opportunity");
  private static final Set<String> FIGURES =
      Set.of("date", "amount", "value", "no", "number", "time", "price", "sum", "size", "total");

  /** What people write about a lead while they work on it. */
  private static final Set<String> JUDGED =
      Set.of(
          "tag",
          "tags",
          "quality",
          "status",
          "stage",
          "disposition",
          "result",
          "outcome",
          "reason",
          "duration",
          "revenue",
          "feedback",
          "remark",
          "remarks",
          "comment",
          "comments",
          "resolution",
          "verdict");

  private static final List<String> JUDGED_CHINESE =
      List.of("标签", "质量", "状态", "阶段", "结果", "原因", "时长", "备注", "跟进记录", "评价", "金额");

  /** Words that turn the ones above into something known before. */
  private static final Set<String> BEFORE =
      Set.of(
          "visit",
          "visits",
          "session",
          "website",
          "site",
          "page",
          "web",
          "marital",
          "employment",
          "previous",
          "prior",
          "past",
          "prev",
          "annual",
          "company",
          "video",
          "source",
          "credit",
          "checking");

  private static final List<String> BEFORE_CHINESE =
      List.of("浏览", "访问", "停留", "婚姻", "上次", "历史", "网站");

  /** Labels so named lend their word to nobody. */
  private static final Set<String> COMMON =
      Set.of(
          "label",
          "target",
          "class",
          "outcome",
          "result",
          "status",
          "lead",
          "leads",
          "customer",
          "client",
          "account",
          "user",
          "response",
          "deposit",
          "flag",
          "value",
          "column",
          "contact",
          "purchase");

  private AfterwardsNames() {}

  /** What a column's name hints at, or null. */
  static @Nullable Hint of(String column, String label) {
    List<String> words = words(column);
    boolean before =
        words.stream().anyMatch(BEFORE::contains)
            || BEFORE_CHINESE.stream().anyMatch(column::contains);
    if (before) {
      return null;
    }
    for (String word : words) {
      if (ENDS.contains(word)) {
        return new Hint(word, SURE);
      }
    }
    for (String word : ENDS_CHINESE) {
      if (column.contains(word)) {
        return new Hint(word, SURE);
      }
    }
    if (words.stream().anyMatch(PAPERS::contains) && words.stream().anyMatch(FIGURES::contains)) {
      return new Hint(words.stream().filter(PAPERS::contains).findFirst().orElse(""), SURE);
    }
    for (String word : words) {
      if (JUDGED.contains(word)) {
        return new Hint(word, LIKELY);
      }
    }
    for (String word : JUDGED_CHINESE) {
      if (column.contains(word)) {
        return new Hint(word, LIKELY);
      }
    }
    List<String> labelStems = stems(label);
    for (String stem : stems(column)) {
      if (labelStems.contains(stem)) {
        return new Hint(stem, LIKE_LABEL);
      }
    }
    return null;
  }

  private static List<String> stems(String name) {
    List<String> stems = new ArrayList<>();
    for (String word : words(name)) {
      String stem = word.replaceFirst("(ed|ion|ions|ing|s)$", "");
      if (stem.length() >= 4 && !COMMON.contains(word)) {
        stems.add(stem);
      }
    }
    return stems;
  }

  private static List<String> words(String name) {
    String apart = name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    return List.of(apart.strip().split("[^\\p{L}]+"));
  }
}
