package io.leadwell.kernel.matching;

import java.util.ArrayList;
import java.util.List;

/** What came of matching records: pairs, groups, what is certain, and why. */
public final class Matched {

  private final Records records;
  private final Weights weights;
  private final Model model;
  private final Settings settings;
  private final Edges edges;
  private final List<Clustering.Join> joins;
  private final Proposed proposed;

  /**
   * How the pairs were come by.
   *
   * @param rules how many kinds of agreement proposed pairs
   * @param pairs how many different pairs were weighed
   * @param skipped records times rules left out as too common even for three agreements together
   * @param parted components that were too large and parted at their weakest pairs
   */
  public record Proposed(int rules, long pairs, long skipped, int parted) {}

  /** Two records and their weight in bits. */
  public record Pair(int a, int b, float weight) {

    public double probability() {
      return Model.probability(weight);
    }
  }

  Matched(
      Records records,
      Weights weights,
      Model model,
      Settings settings,
      Edges edges,
      List<Clustering.Join> joins,
      Proposed proposed) {
    this.records = records;
    this.weights = weights;
    this.model = model;
    this.settings = settings;
    this.edges = edges;
    this.joins = joins;
    this.proposed = proposed;
  }

  public int size() {
    return records.size();
  }

  public Model model() {
    return model;
  }

  public Proposed proposed() {
    return proposed;
  }

  public int pairCount() {
    return edges.size();
  }

  /** Pairs at least as probable as the link threshold, in the order of their records. */
  public Pair pair(int i) {
    return new Pair(edges.a(i), edges.b(i), edges.weight(i));
  }

  /** By record the group it belongs to, named by its first record. */
  public int[] groups() {
    return labels(Float.NEGATIVE_INFINITY);
  }

  /** The same of joins that need nobody's eyes. */
  public int[] certain() {
    return labels(settings.certainWeight());
  }

  /** The same of joins at least so probable. */
  public int[] at(double probability) {
    return labels((float) Model.bits(probability / (1 - probability)));
  }

  /** Joins somebody should look at: probable and not certain. The groups they join are named. */
  public List<Pair> reviews() {
    List<Pair> reviews = new ArrayList<>();
    for (Clustering.Join join : joins) {
      if (join.sureness() < settings.certainWeight()) {
        reviews.add(new Pair(join.a(), join.b(), join.sureness()));
      }
    }
    return reviews;
  }

  public Band band(float weight) {
    return weight >= settings.certainWeight()
        ? Band.LINK
        : weight >= settings.linkWeight() ? Band.REVIEW : Band.APART;
  }

  /** Why a pair weighs what it weighs, also of a pair that did not match. */
  public List<Reason> reasons(int a, int b) {
    return waterfall(records, weights, a, b);
  }

  static List<Reason> waterfall(Records records, Weights weights, int a, int b) {
    Scorer scorer = new Scorer(records);
    scorer.weigh(a, b, weights, Float.NEGATIVE_INFINITY);
    List<Reason> reasons = new ArrayList<>();
    reasons.add(new Reason("", "any pair", weights.prior(), 0));
    for (int f = 0; f < records.fieldCount(); f++) {
      Field field = records.field(f);
      int level = scorer.levels()[f];
      int others = level == 0 ? field.count(records.value(a, f)) - 1 : 0;
      reasons.add(new Reason(field.name(), field.kind().words(level), scorer.weights()[f], others));
    }
    return reasons;
  }

  private int[] labels(float least) {
    Disjoint sets = new Disjoint(records.size());
    for (Clustering.Join join : joins) {
      if (join.sureness() >= least) {
        sets.join(join.a(), join.b());
      }
    }
    return sets.labels();
  }
}
