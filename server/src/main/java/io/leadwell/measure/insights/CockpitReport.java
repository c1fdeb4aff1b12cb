package io.leadwell.measure.insights;

import static io.leadwell.tables.insights.Tables.LEAD_FACT;
import static io.leadwell.tables.insights.Tables.SPEND_FACT;

import io.leadwell.base.workspace.Visible;
import io.leadwell.pool.leads.Stage;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Puts the cockpit together from the other reports, so that it can't say anything else. */
@Repository
class CockpitReport {

  private static final List<Dimension> CUTS =
      List.of(Dimension.CHANNEL, Dimension.CAMPAIGN, Dimension.SOURCE_CLASS, Dimension.MONTH);

  private static final int TOP = 8;
  private static final int MOST_MONTHS = 24;

  private final DSLContext dsl;
  private final StageCounts counts;
  private final SignedSums signed;
  private final ChannelSheet sheet;
  private final DurationsReport durations;
  private final DataProblems problems;
  private final Labels labels;

  CockpitReport(
      DSLContext dsl,
      StageCounts counts,
      SignedSums signed,
      ChannelSheet sheet,
      DurationsReport durations,
      DataProblems problems,
      Labels labels) {
    this.dsl = dsl;
    this.counts = counts;
    this.signed = signed;
    this.sheet = sheet;
    this.durations = durations;
    this.problems = problems;
    this.labels = labels;
  }

  Cockpit answer(Question asked, Visible visible, Locale language) {
    Question question =
        new Question(Dimension.CHANNEL, Basis.PERIOD, asked.period(), asked.filter());
    List<StageCounts.Table> tables = counts.of(question, CUTS, visible);
    List<Sheet> sheets = new ArrayList<>();
    for (int i = 0; i < CUTS.size(); i++) {
      sheets.add(sheet.answer(question.by(CUTS.get(i)), tables.get(i), visible, language));
    }
    Sheet channels = sheets.get(CUTS.indexOf(Dimension.CHANNEL));
    Sheet campaigns = sheets.get(CUTS.indexOf(Dimension.CAMPAIGN));
    Sheet months = sheets.get(CUTS.indexOf(Dimension.MONTH));
    StageCounts.Table sources = tables.get(CUTS.indexOf(Dimension.SOURCE_CLASS));
    SheetRow total = channels.total();
    DurationRow.Step cycle = durations.cycle(question, visible);
    return new Cockpit(
        total.revenueFen(),
        revenue(question, question.period().before(), visible),
        revenue(question, question.period().yearEarlier(), visible),
        count(total, Stage.WON),
        count(total, Stage.LEAD),
        count(total, Stage.MQL),
        total.spendFen(),
        total.romi(),
        cycle == null ? null : cycle.medianDays(),
        cycle == null ? null : cycle.p90Days(),
        sources(sources, language),
        new Cockpit.FunnelCounts(total.counts()),
        months(question, months),
        top(channels),
        top(campaigns),
        problems.in(question, sources.marked(), visible, language),
        isEmpty(visible));
  }

  /** Null where nothing was signed then: no growth can be said. */
  private @Nullable Long revenue(Question question, @Nullable Period then, Visible visible) {
    if (then == null) {
      return null;
    }
    return signed.revenue(question.in(then), visible);
  }

  private List<Cockpit.SourceShare> sources(StageCounts.Table table, Locale language) {
    Map<String, StageCounts.Line> lines = table.lines();
    Map<String, String> names = labels.of(Dimension.SOURCE_CLASS, lines.keySet(), language);
    return lines.entrySet().stream()
        .filter(e -> e.getValue().revenueFen != 0 || won(e.getValue()) != 0)
        .map(e ->
            new Cockpit.SourceShare(
                e.getKey(),
                names.getOrDefault(e.getKey(), e.getKey()),
                e.getValue().revenueFen,
                won(e.getValue())))
        .sorted(
            Comparator.comparingLong(Cockpit.SourceShare::revenueFen)
                .reversed()
                .thenComparing(Cockpit.SourceShare::sourceClass))
        .toList();
  }

  private static long won(StageCounts.Line line) {
    return line.counts[Stage.WON.ordinal()];
  }

  /** Every month from the first to the last, the quiet ones too; the latest of a long history. */
  private List<Cockpit.Month> months(Question question, Sheet byMonth) {
    Map<String, SheetRow> rows = new HashMap<>();
    byMonth.rows().forEach(row -> rows.put(row.key(), row));
    rows.remove(Keys.BLANK);
    TreeSet<YearMonth> ends = new TreeSet<>();
    rows.keySet().forEach(month -> ends.add(YearMonth.parse(month)));
    if (question.period().from() != null) {
      ends.add(YearMonth.from(question.period().from()));
    }
    if (question.period().to() != null) {
      ends.add(YearMonth.from(question.period().to()));
    }
    if (ends.isEmpty()) {
      return List.of();
    }
    YearMonth last = ends.last();
    YearMonth earliest = last.minusMonths(MOST_MONTHS - 1L);
    YearMonth first = ends.first().isBefore(earliest) ? earliest : ends.first();
    boolean knowsSpend = byMonth.total().spendFen() != null;
    return first
        .atDay(1)
        .datesUntil(last.plusMonths(1).atDay(1), java.time.Period.ofMonths(1))
        .map(day -> month(YearMonth.from(day).toString(), rows, knowsSpend))
        .toList();
  }

  private static Cockpit.Month month(String month, Map<String, SheetRow> rows, boolean knowsSpend) {
    SheetRow row = rows.get(month);
    return row == null
        ? new Cockpit.Month(month, 0, 0, 0, 0, 0, knowsSpend ? 0L : null)
        : new Cockpit.Month(
            month,
            count(row, Stage.LEAD),
            count(row, Stage.MQL),
            count(row, Stage.OPPORTUNITY),
            count(row, Stage.WON),
            row.revenueFen(),
            row.spendFen());
  }

  /** By revenue, then by leads: what earns stands before what only comes in. */
  private static List<SheetRow> top(Sheet sheet) {
    return sheet.rows().stream()
        .sorted(
            Comparator.comparingLong(SheetRow::revenueFen)
                .thenComparingLong(row -> count(row, Stage.LEAD))
                .reversed())
        .limit(TOP)
        .toList();
  }

  private static long count(SheetRow row, Stage stage) {
    return row.counts().getOrDefault(stage.word(), 0L);
  }

  private boolean isEmpty(Visible visible) {
    return !dsl.fetchExists(
            dsl.selectOne().from(LEAD_FACT).where(Conditions.seen(ReportFilter.all(), visible)))
        && !dsl.fetchExists(SPEND_FACT);
  }
}
