package io.leadwell.kernel.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Estimates a model without labels, by expectation maximisation (Dempster, Laird and Rubin 1977; of
 * record linkage Winkler 1988).
 *
 * <p>Matches are looked for among the proposed pairs, where practically all of them are; pairs that
 * were not proposed count as two people. So the probabilities are those of all pairs, and the way
 * of proposing does not bend them. What two people have in common is measured on random pairs and
 * on pairs equal in one field, each less the matches among them.
 */
final class Estimation {

  private static final int ROUNDS = 24;
  private static final int CAUTIOUS_ROUNDS = 3;
  private static final double FIRST_M = 0.7;
  private static final double FIRST_NEAR = 0.2;

  /** What one expects counts as much as this share of what was seen, and keeps EM on its path. */
  private static final double SHARE_M = 0.05;

  private static final double PSEUDO_M = 2;

  private final Records records;
  private final Sampling sampling;
  private final int threads;
  private final int n;
  private final List<Sample> samples = new ArrayList<>();
  private final double[][] m;
  private final double[][] first;
  private final Strangers strangers;
  private final Posteriors matching;
  private final double[][][] mGiven;
  private int[] parent;
  private double lambda;

  private Estimation(Records records, int sideB, int threads) {
    this.records = records;
    this.sampling = new Sampling(records, sideB);
    this.threads = threads;
    this.n = records.fieldCount();
    this.m = new double[n][];
    this.first = new double[n][];
    this.strangers = new Strangers(records);
    this.matching = new Posteriors(records, threads);
    this.mGiven = new double[n][][];
    this.parent = new int[n];
    Arrays.fill(parent, -1);
    Arrays.fill(mGiven, new double[0][]);
    double smaller = sideB == 0 ? records.size() : Math.min(sideB, records.size() - sideB);
    lambda = 0.5 * smaller / Math.max(1, sampling.total());
  }

  static Model of(Records records, Candidates candidates, Rules rules, int sideB, int threads) {
    Estimation estimation = new Estimation(records, sideB, threads);
    estimation.draw(candidates);
    estimation.start();
    for (int round = 0; round < ROUNDS; round++) {
      estimation.round(round);
    }
    return estimation.model(rules);
  }

  private void draw(Candidates candidates) {
    samples.add(sampling.proposed(candidates, threads));
    samples.add(sampling.random());
    for (int f = 0; f < n; f++) {
      samples.add(sampling.equal(f));
    }
    samples.forEach(sample -> sample.compare(records, threads));
  }

  private void start() {
    for (int f = 0; f < n; f++) {
      int levels = records.field(f).kind().levels();
      first[f] = expected(levels);
      m[f] = first[f].clone();
    }
    double[][] counts = zeros();
    Sample random = samples.get(1);
    for (int i = 0; i < random.size(); i++) {
      for (int f = 0; f < n; f++) {
        if (random.level(i, f) >= 0) {
          counts[f][random.level(i, f)] += 1;
        }
      }
    }
    strangers.chances(counts);
  }

  private void round(int round) {
    boolean cautious = round < CAUTIOUS_ROUNDS;
    Weights weights = new Weights(model(null), records);
    double[][] posteriors = new double[samples.size()][];
    for (int s = 0; s < posteriors.length; s++) {
      posteriors[s] = matching.of(samples.get(s), weights, cautious);
    }
    matches(posteriors[0]);
    strangers.learn(samples, posteriors);
    if (round == CAUTIOUS_ROUNDS - 1 || round == 7 || round == 12) {
      parent = Dependence.parents(strangers);
      Arrays.fill(mGiven, new double[0][]);
    }
  }

  /** What one expects of matches before seeing any: mostly equal, and rather nearly so than not. */
  private static double[] expected(int levels) {
    double[] expected = new double[levels];
    double halved = 0.5;
    double rest = 0;
    for (int level = 1; level < levels - 1; level++) {
      expected[level] = halved;
      rest += halved;
      halved /= 2;
    }
    for (int level = 1; level < levels - 1; level++) {
      expected[level] *= FIRST_NEAR / rest;
    }
    expected[0] = FIRST_M;
    expected[levels - 1] = 1 - FIRST_M - (levels > 2 ? FIRST_NEAR : 0);
    return expected;
  }

  /** λ and m from the proposed pairs. */
  private void matches(double[] posterior) {
    Sample sample = samples.getFirst();
    double[][] counts = zeros();
    double[][][] byParent = new double[n][][];
    for (int f = 0; f < n; f++) {
      byParent[f] = parent[f] < 0 ? new double[0][] : new double[m[parent[f]].length][m[f].length];
    }
    double all = 0;
    for (int i = 0; i < posterior.length; i++) {
      double p = posterior[i];
      all += p * sample.stands(i);
      for (int f = 0; f < n; f++) {
        int level = sample.level(i, f);
        if (level >= 0) {
          counts[f][level] += p;
          int ofParent = parent[f] < 0 ? -1 : sample.level(i, parent[f]);
          if (ofParent >= 0) {
            byParent[f][ofParent][level] += p;
          }
        }
      }
    }
    double total = Math.max(1, sampling.total());
    lambda = Math.clamp((all + 0.5) / (total + 1), 1e-12, 0.5);
    for (int f = 0; f < n; f++) {
      double seen = Arrays.stream(counts[f]).sum();
      double pseudo = PSEUDO_M + SHARE_M * seen;
      for (int level = 0; level < m[f].length; level++) {
        m[f][level] = (counts[f][level] + pseudo * first[f][level]) / (seen + pseudo);
      }
      mGiven[f] = new double[byParent[f].length][];
      for (int l = 0; l < byParent[f].length; l++) {
        mGiven[f][l] = Strangers.blended(byParent[f][l], m[f]);
      }
    }
  }

  private double[][] zeros() {
    double[][] zeros = new double[n][];
    for (int f = 0; f < n; f++) {
      zeros[f] = new double[m[f].length];
    }
    return zeros;
  }

  private static double[][] like(double[] one, int times) {
    double[][] same = new double[times][];
    Arrays.fill(same, one);
    return same;
  }

  private Model model(@org.jspecify.annotations.Nullable Rules rules) {
    List<Model.OfField> fields = new ArrayList<>();
    for (int f = 0; f < n; f++) {
      Field field = records.field(f);
      double[][] none = {};
      boolean root = parent[f] < 0;
      fields.add(
          new Model.OfField(
              field.name(),
              field.meaning(),
              m[f].clone(),
              strangers.u[f].clone(),
              parent[f],
              root
                  ? none
                  : mGiven[f].length > 0
                      ? mGiven[f]
                      : like(m[f], strangers.given[parent[f]][f].length),
              root ? none : strangers.given[parent[f]][f],
              strangers.chance[f].clone()));
    }
    List<Long> keys = new ArrayList<>();
    if (rules != null) {
      rules.all().stream()
          .filter(r -> r.blocks() > 0)
          .sorted(
              Comparator.comparingInt((Rules.Rule r) -> Long.bitCount(r.atoms()))
                  .thenComparingInt(r -> -r.order().length)
                  .thenComparingInt(Rules.Rule::number))
          .forEach(r -> keys.add(r.atoms()));
    }
    return new Model(lambda, records.size(), fields, keys);
  }
}
