package io.leadwell.kernel.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds which records speak of the same person or company, without being told any: proposes pairs
 * by what they have in common, learns from the pairs themselves how much each agreement proves,
 * weighs them, and groups records. The same input gives the same output, whatever the number of
 * threads.
 */
public final class Matching {

  /** The steps of a run, told as each is done. */
  public enum Step {
    /** Values cleaned and numbered. */
    READ,
    /** Known which agreements propose pairs. */
    PROPOSED,
    /** The model estimated. */
    LEARNT,
    /** All proposed pairs weighed. */
    WEIGHED,
    /** Records grouped. */
    GROUPED
  }

  private static final Consumer<Step> SILENT = step -> {};

  private Matching() {}

  /**
   * Finds duplicates within one list.
   *
   * @param rows cells by column of the schema; a missing cell is empty
   */
  public static Matched duplicates(
      List<Column> schema, List<String[]> rows, Separate separate, Settings settings) {
    return match(schema, rows, 0, separate, settings, null, SILENT);
  }

  /** The same, telling each step when it is done. */
  public static Matched duplicates(
      List<Column> schema,
      List<String[]> rows,
      Separate separate,
      Settings settings,
      Consumer<Step> steps) {
    return match(schema, rows, 0, separate, settings, null, steps);
  }

  /** The same with a model estimated earlier. */
  public static Matched duplicates(
      List<Column> schema, List<String[]> rows, Separate separate, Settings settings, Model model) {
    return match(schema, rows, 0, separate, settings, model, SILENT);
  }

  /**
   * Links two lists, neither of which has duplicates: pairs across the lists only, each record in
   * at most one. Records of the second are numbered after those of the first.
   */
  public static Matched links(
      List<Column> schema, List<String[]> first, List<String[]> second, Settings settings) {
    List<String[]> rows = new ArrayList<>(first);
    rows.addAll(second);
    return match(schema, rows, first.size(), Separate.NONE, settings, null, SILENT);
  }

  private static Matched match(
      List<Column> schema,
      List<String[]> rows,
      int sideB,
      Separate separate,
      Settings settings,
      @Nullable Model known,
      Consumer<Step> steps) {
    Records records = records(schema, rows, settings.threads());
    steps.accept(Step.READ);
    long budget = Math.max(settings.leastPairs(), (long) settings.pairsARecord() * rows.size());
    Rules rules = Rules.of(records, budget, sideB, settings.threads());
    Candidates candidates = new Candidates(rules, sideB);
    steps.accept(Step.PROPOSED);
    Model model =
        known != null
            ? known
            : Estimation.of(records, candidates, rules, sideB, settings.threads());
    steps.accept(Step.LEARNT);
    Weights weights = new Weights(model, records);
    AtomicLong weighed = new AtomicLong();
    Edges edges = edges(records, candidates, weights, settings, weighed);
    steps.accept(Step.WEIGHED);
    Clustering clustering = new Clustering(records, weights, edges, separate, settings.largest());
    List<Clustering.Join> joins =
        sideB > 0
            ? oneToOne(records, edges)
            : clustering.joins(settings.linkWeight(), settings.threads());
    steps.accept(Step.GROUPED);
    Matched.Proposed proposed =
        new Matched.Proposed(
            (int) rules.all().stream().filter(rule -> rule.blocks() > 0).count(),
            weighed.get(),
            rules.skipped(),
            clustering.parted());
    return new Matched(records, weights, model, settings, edges, joins, proposed);
  }

  private static Records records(List<Column> schema, List<String[]> rows, int threads) {
    Records records = new Records(schema, daysFirst(schema, rows), Math.max(16, rows.size()));
    records.addAll(rows, threads);
    return records;
  }

  private static boolean[] daysFirst(List<Column> schema, List<String[]> rows) {
    boolean[] daysFirst = new boolean[schema.size()];
    for (int c = 0; c < daysFirst.length; c++) {
      int column = c;
      if (schema.get(c).meaning().kind() == Kind.DATE) {
        daysFirst[c] = Dates.daysFirst(() -> rows.stream().map(row -> row[column]).iterator());
      }
    }
    return daysFirst;
  }

  private static Edges edges(
      Records records,
      Candidates candidates,
      Weights weights,
      Settings settings,
      AtomicLong weighed) {
    Edges[] parts = new Edges[candidates.parts()];
    float bound = settings.linkWeight();
    Work.share(
        parts.length,
        settings.threads(),
        () -> {
          Scorer scorer = new Scorer(records);
          return task -> {
            Edges part = new Edges();
            long[] pairs = new long[1];
            candidates.walk(
                task,
                (a, b) -> true,
                (a, b) -> {
                  pairs[0]++;
                  float weight = scorer.weigh(a, b, weights, bound);
                  if (weight >= bound) {
                    part.add(a, b, weight);
                  }
                });
            weighed.addAndGet(pairs[0]);
            parts[task] = part;
          };
        });
    return Edges.sorted(Arrays.asList(parts));
  }

  /** The best partner each, heaviest pairs first. */
  private static List<Clustering.Join> oneToOne(Records records, Edges edges) {
    boolean[] taken = new boolean[records.size()];
    List<Clustering.Join> joins = new ArrayList<>();
    for (int e : edges.byWeight()) {
      if (!taken[edges.a(e)] && !taken[edges.b(e)]) {
        taken[edges.a(e)] = true;
        taken[edges.b(e)] = true;
        joins.add(new Clustering.Join(edges.a(e), edges.b(e), edges.weight(e), edges.weight(e)));
      }
    }
    return joins;
  }
}
