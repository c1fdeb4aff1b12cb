package io.leadwell.measure.insights;

import static io.leadwell.tables.insights.Tables.ITEM_DIM;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Visible;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * How contents were read beside what they brought, by item, author or department. Both sides are
 * joined in full: what was read without a lead and leads of no content are lines like any other.
 */
@Repository
class ContentRanking {

  private static final Set<Dimension> CUTS =
      Set.of(Dimension.ITEM, Dimension.AUTHOR, Dimension.DEPARTMENT);

  /** The items of one line, and how they were read. */
  private static final class Side {
    final ItemReads.Reads reads = new ItemReads.Reads();
    long items;
  }

  private final DSLContext dsl;
  private final ItemReads reads;
  private final StageCounts counts;
  private final Labels labels;

  ContentRanking(DSLContext dsl, ItemReads reads, StageCounts counts, Labels labels) {
    this.dsl = dsl;
    this.reads = reads;
    this.counts = counts;
    this.labels = labels;
  }

  Ranking answer(Question question, Visible visible, Locale language) {
    if (!CUTS.contains(question.by())) {
      throw new Problem(InsightsProblem.DIMENSION_NOT_OFFERED, question.by().word());
    }
    StageCounts.Table brought = counts.of(question, visible);
    Side all = new Side();
    Map<String, Side> sides = sides(question, all);
    Set<String> keys = new HashSet<>(brought.lines().keySet());
    keys.addAll(sides.keySet());
    Map<String, String> names = labels.of(question.by(), keys, language);
    List<RankingRow> rows = new ArrayList<>();
    for (String key : keys) {
      rows.add(
          row(
              key,
              names.getOrDefault(key, key),
              sides.getOrDefault(key, new Side()),
              brought.lines().getOrDefault(key, new StageCounts.Line())));
    }
    rows.sort(
        Rows.order(
            question.by(),
            RankingRow::key,
            RankingRow::label,
            row -> row.counts().getOrDefault("lead", 0L)));
    return new Ranking(question, rows, row(Keys.ALL, labels.total(language), all, brought.total()));
  }

  /** Only lines with something in the period; a draft that nobody has read is none. */
  private Map<String, Side> sides(Question question, Side all) {
    Map<UUID, ItemReads.Reads> byItem = reads.in(question.period());
    Map<String, Side> sides = new HashMap<>();
    for (Record item :
        dsl.select(ITEM_DIM.ITEM_ID, ITEM_DIM.AUTHOR, ITEM_DIM.DEPARTMENT_ID, ITEM_DIM.PUBLISHED_AT)
            .from(ITEM_DIM)) {
      ItemReads.Reads read = byItem.get(item.get(ITEM_DIM.ITEM_ID));
      boolean isNew = isIn(question.period(), item.get(ITEM_DIM.PUBLISHED_AT));
      if (read == null && !isNew) {
        continue;
      }
      @Nullable Object value =
          switch (question.by()) {
            case AUTHOR -> item.get(ITEM_DIM.AUTHOR);
            case DEPARTMENT -> item.get(ITEM_DIM.DEPARTMENT_ID);
            default -> item.get(ITEM_DIM.ITEM_ID);
          };
      for (Side side : List.of(sides.computeIfAbsent(Keys.ofValue(value), _ -> new Side()), all)) {
        side.items += isNew ? 1 : 0;
        add(side.reads, Objects.requireNonNullElseGet(read, ItemReads.Reads::new));
      }
    }
    return sides;
  }

  private static boolean isIn(Period period, @Nullable Instant at) {
    Instant since = period.since();
    Instant until = period.until();
    return at != null
        && (since == null || !at.isBefore(since))
        && (until == null || at.isBefore(until));
  }

  private static void add(ItemReads.Reads sum, ItemReads.Reads more) {
    sum.views += more.views;
    sum.visitors += more.visitors;
    sum.dwellMs += more.dwellMs;
    sum.ends += more.ends;
    sum.shares += more.shares;
    sum.downloads += more.downloads;
    sum.registrations += more.registrations;
  }

  private static RankingRow row(String key, String label, Side side, StageCounts.Line brought) {
    ItemReads.Reads read = side.reads;
    return new RankingRow(
        key,
        label,
        side.items,
        read.views,
        read.visitors,
        read.dwellMs,
        read.ends,
        read.shares,
        read.downloads,
        read.registrations,
        Rows.byStage(brought.counts),
        brought.revenueFen);
  }
}
