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

  /** At first only what is well above even odds is taken for a match. */
  private static final double MARGIN = 4;

  private static final double DAMPED = 0.25;
  private static final double PSEUDO_M = 2;
  private static final double PSEUDO_GIVEN = 20;
  private static final double LEAST_CHANCE = 0.02;
  private static final double TELLING_BITS = 0.05;
  private static final double ENOUGH = 500;
  private static final int PART = 16_384;

  private final Records records;
  private final Sampling sampling;
  private final int threads;
  private final int n;
  private final List<Sample> samples = new ArrayList<>();
  private final double[][] m;
  private final double[][] first;
  private final double[][] u;
  private final double[][] chance;
  private final double[][][][] given;
  private final double[][][] mGiven;
  private final int[] parent;
  private double lambda;

  private Estimation(Records records, int sideB, int threads) {
    this.records = records;
    this.sampling = new Sampling(records, sideB);
    this.threads = threads;
    this.n = records.fieldCount();
    this.m = new double[n][];
    this.first = new double[n][];
    this.u = new double[n][];
    this.chance = new double[n][Model.STEPS];
    this.given = new double[n][n][][];
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
      m[f] = new double[levels];
      u[f] = new double[levels];
      first[f] = expected(levels);
      m[f] = first[f].clone();
      for (int s = 0; s < Model.STEPS; s++) {
        // Of two that share a rare value one may well be the other; of many hardly any.
        chance[f][s] = 1 - 0.5 / (1 << s);
      }
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
    chances(counts);
  }

  private void round(int round) {
    boolean cautious = round < CAUTIOUS_ROUNDS;
    Weights weights = new Weights(model(null), records);
    double[][] posteriors = new double[samples.size()][];
    for (int s = 0; s < posteriors.length; s++) {
      posteriors[s] = posteriors(samples.get(s), weights, cautious);
    }
    matches(posteriors[0]);
    strangers(posteriors);
    if (round == CAUTIOUS_ROUNDS - 1 || round == 7 || round == 12) {
      chooseParents();
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

  private double[] posteriors(Sample sample, Weights weights, boolean cautious) {
    double[] posterior = new double[sample.size()];
    Work.share(
        (posterior.length + PART - 1) / PART,
        threads,
        () -> {
          double[] best = new double[Meaning.Theme.values().length];
          return task -> {
            int end = Math.min(posterior.length, (task + 1) * PART);
            for (int i = task * PART; i < end; i++) {
              double weight =
                  cautious ? cautious(sample, i, weights, best) - MARGIN : sum(sample, i, weights);
              posterior[i] = Model.probability(weight);
            }
          };
        });
    return posterior;
  }

  private double sum(Sample sample, int i, Weights weights) {
    double sum = weights.prior();
    for (int f = 0; f < n; f++) {
      sum += weight(sample, i, f, weights);
    }
    return sum;
  }

  /**
   * As long as dependence is unknown, of what belongs together only the best counts in full: of
   * where somebody works or lives nothing else, since a firm alone has a domain, a city and a
   * street.
   */
  private double cautious(Sample sample, int i, Weights weights, double[] best) {
    Arrays.fill(best, 0);
    double sum = weights.prior();
    for (int f = 0; f < n; f++) {
      double weight = weight(sample, i, f, weights);
      Meaning meaning = records.field(f).meaning();
      Meaning.Theme theme = meaning.isPlace() ? Meaning.Theme.PLACE : meaning.theme();
      if (weight <= 0 || theme == Meaning.Theme.NONE) {
        sum += weight;
        continue;
      }
      double more = Math.max(0, weight - best[theme.ordinal()]);
      sum += more + (theme == Meaning.Theme.PLACE ? 0 : DAMPED * (weight - more));
      best[theme.ordinal()] += more;
    }
    return sum;
  }

  private double weight(Sample sample, int i, int f, Weights weights) {
    int level = sample.level(i, f);
    if (level < 0) {
      return 0;
    }
    int p = weights.parent(f);
    int state = p < 0 ? 0 : sample.level(i, p) + 1;
    if (level > 0) {
      return weights.of(f, state, level);
    }
    Field field = records.field(f);
    return weights.ofEqual(f, state, field.count(records.value(sample.a(i), f)) - 1);
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
        mGiven[f][l] = blended(byParent[f][l], m[f]);
      }
    }
  }

  /**
   * Shares of the counts, drawn towards what is known otherwise where there are few. Not having
   * seen something in n pairs does not prove it rarer than one in n, if otherwise it is not.
   */
  private static double[] blended(double[] counts, double[] otherwise) {
    double n = Arrays.stream(counts).sum() + PSEUDO_GIVEN;
    double[] shares = new double[counts.length];
    double sum = 0;
    for (int level = 0; level < shares.length; level++) {
      double known = Math.max(otherwise[level], 1e-12);
      double seen = (counts[level] + PSEUDO_GIVEN * known) / n;
      shares[level] = Math.max(seen, Math.min(known, 1 / n));
      sum += shares[level];
    }
    for (int level = 0; level < shares.length; level++) {
      shares[level] /= sum;
    }
    return shares;
  }

  /** u, u given an agreement elsewhere, and the chance of sharing a value. */
  private void strangers(double[][] posteriors) {
    double[][] counts = zeros();
    double[][][][] byParent = new double[n][n][][];
    for (int p = 0; p < n; p++) {
      for (int f = 0; f < n; f++) {
        byParent[p][f] = mayBring(p, f) ? new double[u[p].length][u[f].length] : new double[0][];
      }
    }
    Sample random = samples.get(1);
    for (int i = 0; i < random.size(); i++) {
      double stranger = 1 - posteriors[1][i];
      for (int f = 0; f < n; f++) {
        int level = random.level(i, f);
        if (level >= 0) {
          counts[f][level] += stranger;
          for (int p = 0; p < n; p++) {
            if (byParent[p][f].length > 0 && random.level(i, p) > 0) {
              byParent[p][f][random.level(i, p)][level] += stranger;
            }
          }
        }
      }
    }
    for (int p = 0; p < n; p++) {
      equalIn(p, samples.get(2 + p), posteriors[2 + p], byParent[p]);
    }
    chances(counts);
    for (int p = 0; p < n; p++) {
      int close = records.field(p).kind().close();
      for (int f = 0; f < n; f++) {
        given[p][f] = new double[byParent[p][f].length][];
        for (int l = 0; l < byParent[p][f].length; l++) {
          // What is nearly equal brings with it about what equality brings.
          given[p][f][l] = blended(byParent[p][f][l], l > 0 && l < close ? given[p][f][0] : u[f]);
        }
      }
    }
  }

  /**
   * Whether agreement in one field can be what makes strangers agree in another. Where nothing is
   * known to connect them, a connection that the data show is one of matches not yet found.
   */
  private boolean mayBring(int p, int f) {
    if (p == f || p == records.sound() || f == records.sound()) {
      return false;
    }
    Meaning from = records.field(p).meaning();
    Meaning to = records.field(f).meaning();
    return from.kind() != Kind.UNIQUE && to.kind() != Kind.UNIQUE && from.goesWith(to);
  }

  /**
   * What equality brings with it is measured on the rarest values that give enough pairs of
   * strangers: equality in a rare firm brings its domain and city with it, that in a common short
   * name does not, and it is the rare one whose weight would be counted twice.
   */
  private void equalIn(int p, Sample sample, double[] posterior, double[][][] byParent) {
    double[] two = new double[Model.STEPS];
    double[] all = new double[Model.STEPS];
    double strangers = 0;
    int last = -1;
    for (int i = 0; i < posterior.length; i++) {
      double stranger = 1 - posterior[i];
      int step = Model.step(records.field(p).count(records.value(sample.a(i), p)) - 1);
      two[step] += stranger;
      all[step] += 1;
      if (step > last && strangers >= ENOUGH) {
        continue;
      }
      // The sample holds rare values before common ones.
      last = step;
      strangers += stranger;
      for (int f = 0; f < n; f++) {
        int level = sample.level(i, f);
        if (level >= 0 && byParent[f].length > 0) {
          byParent[f][0][level] += stranger;
        }
      }
    }
    double before = LEAST_CHANCE;
    for (int s = 0; s < Model.STEPS; s++) {
      double share = (two[s] + 0.5) / (all[s] + 1);
      // The more often a value occurs, the more often its bearers are strangers.
      chance[p][s] = all[s] == 0 ? Math.max(before, chance[p][s]) : Math.max(before, share);
      before = chance[p][s];
    }
  }

  /** u of equality from the frequencies of all values, of the other levels from the counts. */
  private void chances(double[][] counts) {
    for (int f = 0; f < n; f++) {
      Field field = records.field(f);
      double filled = Math.max(2, field.filled());
      double equal = 0;
      for (int v = 1; v < field.values().size(); v++) {
        int others = field.count(v) - 1;
        if (others > 0) {
          equal += (others + 1) / filled * (others / filled) * chance[f][Model.step(others)];
        }
      }
      equal = Math.clamp(equal, 0.02 / filled / filled, 0.999);
      double rest = 0.5 * u[f].length;
      for (int level = 1; level < u[f].length; level++) {
        rest += counts[f][level];
      }
      u[f][0] = equal;
      for (int level = 1; level < u[f].length; level++) {
        u[f][level] = (1 - equal) * (counts[f][level] + 0.5) / rest;
      }
      double sum = Arrays.stream(u[f]).sum();
      for (int level = 0; level < u[f].length; level++) {
        u[f][level] /= sum;
      }
    }
  }

  /**
   * A tree of dependences (Chow and Liu 1968): each field depends on the one whose agreement among
   * strangers changes it most, in bits that would be counted twice.
   */
  private void chooseParents() {
    record Edge(int from, int to, double bits) {}
    List<Edge> edges = new ArrayList<>();
    for (int p = 0; p < n; p++) {
      for (int f = 0; f < n; f++) {
        double bits = given[p][f].length == 0 ? 0 : twice(given[p][f][0], u[f]);
        if (bits > TELLING_BITS) {
          edges.add(new Edge(p, f, bits));
        }
      }
    }
    edges.sort((x, y) -> Double.compare(y.bits(), x.bits()));
    Arrays.fill(parent, -1);
    Arrays.fill(mGiven, new double[0][]);
    for (Edge edge : edges) {
      int root = edge.from();
      while (parent[root] >= 0) {
        root = parent[root];
      }
      if (parent[edge.to()] < 0 && root != edge.to()) {
        parent[edge.to()] = edge.from();
      }
    }
  }

  private static double twice(double[] given, double[] alone) {
    double bits = 0;
    for (int level = 0; level < given.length; level++) {
      bits += given[level] * Model.bits(given[level] / alone[level]);
    }
    return bits;
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
              u[f].clone(),
              parent[f],
              root
                  ? none
                  : mGiven[f].length > 0 ? mGiven[f] : like(m[f], given[parent[f]][f].length),
              root ? none : given[parent[f]][f],
              chance[f].clone()));
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
