package io.leadwell.measure.insights;

import static io.leadwell.tables.insights.Tables.CHANNEL_DIM;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Visible;
import io.leadwell.kernel.money.Ratios;
import io.leadwell.pool.leads.Stage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Spend beside what came of it, by channel, frame, campaign, source class or month. Both sides are
 * joined in full: money that brought nothing and results that cost nothing are lines like any
 * other, and money spent on nothing named is a line of its own.
 */
@Repository
class ChannelSheet {

  private final DSLContext dsl;
  private final StageCounts counts;
  private final SpendSums spend;
  private final Labels labels;

  ChannelSheet(DSLContext dsl, StageCounts counts, SpendSums spend, Labels labels) {
    this.dsl = dsl;
    this.counts = counts;
    this.spend = spend;
    this.labels = labels;
  }

  Sheet answer(Question question, Visible visible, Locale language) {
    if (!SpendSums.knows(question.by())) {
      throw new Problem(InsightsProblem.DIMENSION_NOT_OFFERED, question.by().word());
    }
    return answer(question, counts.of(question, visible), visible, language);
  }

  /** The same from results that are counted already. */
  Sheet answer(Question question, StageCounts.Table results, Visible visible, Locale language) {
    // money belongs to channels, not to owners: a part of the leads has no part of the money
    SpendSums.Table money =
        question.filter().cutsSpend() || !(visible instanceof Visible.Everything)
            ? null
            : spend.of(question);
    if (question.by() == Dimension.NONE) {
      results.lines().put(Keys.ALL, results.total());
    }
    Set<String> keys = new HashSet<>(results.lines().keySet());
    if (money != null) {
      keys.addAll(money.sums().keySet());
    }
    Map<String, String> names = labels.of(question.by(), keys, language);
    Map<String, String> parents =
        question.by() == Dimension.CHANNEL ? parents() : Map.<String, String>of();
    List<SheetRow> rows = new ArrayList<>();
    for (String key : keys) {
      rows.add(
          row(
              key,
              names.getOrDefault(key, key),
              parents.get(key),
              results.lines().getOrDefault(key, new StageCounts.Line()),
              money == null ? null : money.sums().getOrDefault(key, SpendSums.Sums.NOTHING)));
    }
    rows.sort(
        Rows.order(
            question.by(),
            SheetRow::key,
            SheetRow::label,
            row -> row.counts().getOrDefault(Stage.LEAD.word(), 0L)));
    SheetRow total =
        row(
            Keys.ALL,
            labels.total(language),
            null,
            results.total(),
            money == null ? null : money.total());
    return new Sheet(question, rows, total);
  }

  private Map<String, String> parents() {
    return dsl.select(CHANNEL_DIM.CHANNEL_ID, CHANNEL_DIM.PARENT_ID)
        .from(CHANNEL_DIM)
        .where(CHANNEL_DIM.PARENT_ID.isNotNull())
        .fetchMap(r -> r.value1().toString(), r -> r.value2().toString());
  }

  private static SheetRow row(
      String key,
      String label,
      @Nullable String parentKey,
      StageCounts.Line line,
      SpendSums.@Nullable Sums money) {
    Long fen = money == null ? null : money.fen();
    Map<String, Long> counts = Rows.byStage(line.counts);
    Map<String, Long> costPer = new LinkedHashMap<>();
    for (Stage stage : Stage.FUNNEL.subList(1, Stage.FUNNEL.size())) {
      Long cost = Ratios.costPer(fen, line.counts[stage.ordinal()]);
      if (cost != null) {
        costPer.put(stage.word(), cost);
      }
    }
    return new SheetRow(
        key,
        label,
        parentKey,
        fen,
        money == null ? null : money.impressions(),
        money == null ? null : money.clicks(),
        counts,
        line.customers,
        line.revenueFen,
        Ratios.costPer(fen, line.counts[Stage.LEAD.ordinal()]),
        costPer,
        Ratios.costPer(fen, line.customers),
        Ratios.romi(line.revenueFen, fen));
  }
}
