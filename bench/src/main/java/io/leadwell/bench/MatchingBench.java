package io.leadwell.bench;

import io.leadwell.kernel.matching.Accuracy;
import io.leadwell.kernel.matching.Matched;
import io.leadwell.kernel.matching.Matching;
import io.leadwell.kernel.matching.PeopleIndex;
import io.leadwell.kernel.matching.Separate;
import io.leadwell.kernel.matching.Settings;
import io.leadwell.kernel.samples.Dirty;
import io.leadwell.kernel.samples.DirtyLeads;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Duplicates among generated leads, and one arriving lead against all of them. */
final class MatchingBench {

  private static final int ANCHOR_PAIRS = 300_000;
  private static final int ARRIVING = 20_000;
  private static final int WARM_UP = 5_000;
  private static final double GOAL_PAIRS_A_SECOND = 5e6;
  private static final double GOAL_MILLIS = 1;
  private static final double GOAL_PRECISION = 0.9999;
  private static final double GOAL_RECALL = 0.97;
  private static final double GOAL_REVIEW = 0.01;

  private final Options options;
  private final Report report;

  MatchingBench(Options options, Report report) {
    this.options = options;
    this.report = report;
  }

  void run() {
    // The compiler is warm in a server that has matched before.
    matched(DirtyLeads.of(20_000, options.seed() + 1), new EnumMap<>(Matching.Step.class));
    Dirty leads = DirtyLeads.of(options.rows(), options.seed());
    Map<Matching.Step, Double> seconds = new EnumMap<>(Matching.Step.class);
    Matched matched = matched(leads, seconds);
    double all = seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    double rate =
        matched.proposed().pairs() / seconds.getOrDefault(Matching.Step.WEIGHED, Double.NaN);
    double anchor = anchor(leads.rows());
    report.add(
        new Measure(
            text("pairs of leads weighed, 9 columns, %d threads", Settings.USUAL.threads()),
            text("%,.0f/s", rate),
            "edit distances of 7 columns as typed",
            text("%,.0f/s", anchor),
            rate / anchor,
            "≥ 5,000,000/s",
            rate >= GOAL_PAIRS_A_SECOND));
    report.add(
        Measure.told(
            text("duplicates among %,d leads, rows to groups", leads.rows().size()),
            text("%.1f s %s, %,d pairs", all, seconds, matched.proposed().pairs())));
    accuracy(leads, matched);
    online(leads, matched);
  }

  private static Matched matched(Dirty leads, Map<Matching.Step, Double> seconds) {
    long[] from = {System.nanoTime()};
    return Matching.duplicates(
        leads.schema(),
        leads.rows(),
        Separate.NONE,
        Settings.USUAL,
        step -> {
          long now = System.nanoTime();
          seconds.put(step, Math.round((now - from[0]) / 1e7) / 100.0);
          from[0] = now;
        });
  }

  private void accuracy(Dirty leads, Matched matched) {
    Accuracy certain = Accuracy.of(matched.certain(), leads.truth());
    double review = (double) matched.reviews().size() / leads.rows().size();
    report.add(
        new Measure(
            "joins of these leads without asking",
            text(
                "precision %.5f, recall %.4f, %.2f %% to review",
                certain.precision(), certain.recall(), 100 * review),
            "—",
            "—",
            null,
            "≥ 0.9999, ≥ 0.97, ≤ 1 %",
            certain.precision() >= GOAL_PRECISION
                && certain.recall() >= GOAL_RECALL
                && review <= GOAL_REVIEW));
  }

  /** Pairs a second of a program that compares the texts as typed, for as many threads. */
  private static double anchor(List<String[]> rows) {
    long from = System.nanoTime();
    double kept = 0;
    for (int i = 0; i < ANCHOR_PAIRS; i++) {
      String[] a = rows.get(i % rows.size());
      String[] b = rows.get((int) ((i * 7_919L + 1) % rows.size()));
      for (int c = 0; c < 7; c++) {
        if (!a[c].isEmpty() && !b[c].isEmpty()) {
          kept += edits(a[c], b[c]);
        }
      }
    }
    double seconds = (System.nanoTime() - from) / 1e9;
    return kept < 0 ? 0 : Settings.USUAL.threads() * ANCHOR_PAIRS / seconds;
  }

  /** Levenshtein as the books have it, two rows of the table. */
  private static int edits(String a, String b) {
    int[] above = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(above[j - 1] + same, Math.min(above[j], row[j - 1]) + 1);
      }
      int[] free = above;
      above = row;
      row = free;
    }
    return above[b.length()];
  }

  private void online(Dirty leads, Matched matched) {
    PeopleIndex index = new PeopleIndex(leads.schema(), matched.model(), Settings.USUAL, true);
    long from = System.nanoTime();
    for (int i = 0; i < leads.rows().size(); i++) {
      index.put(i, leads.truth()[i], leads.rows().get(i));
    }
    double filled = (System.nanoTime() - from) / 1e9;
    long[] nanos = new long[ARRIVING];
    for (int i = -WARM_UP; i < ARRIVING; i++) {
      String[] arriving = leads.rows().get(Math.floorMod(i * 104_729, leads.rows().size()));
      long begun = System.nanoTime();
      index.find(arriving);
      if (i >= 0) {
        nanos[i] = System.nanoTime() - begun;
      }
    }
    java.util.Arrays.sort(nanos);
    double p99 = nanos[ARRIVING * 99 / 100] / 1e6;
    report.add(
        new Measure(
            text("one arriving lead against %,d in memory", index.size()),
            text(
                "p50 %.3f, p99 %.3f, p99.9 %.3f ms; filled in %.1f s",
                nanos[ARRIVING / 2] / 1e6, p99, nanos[ARRIVING * 999 / 1000] / 1e6, filled),
            "—",
            "—",
            null,
            "p99 ≤ 1 ms",
            p99 <= GOAL_MILLIS));
  }

  private static String text(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
