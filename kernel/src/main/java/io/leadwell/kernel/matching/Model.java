package io.leadwell.kernel.matching;

import java.util.List;

/**
 * What was learnt about a kind of records: the probabilities of Fellegi and Sunter (1969). It knows
 * no values, so it can be kept and used on other records of the same kind.
 *
 * @param lambda the share of matches among all pairs of the records it was estimated on
 * @param records how many those were
 * @param fields one a compared column
 * @param keys the atoms by which pairs were proposed, as bits: single ones first, then those that
 *     most records need
 */
public record Model(double lambda, int records, List<OfField> fields, List<Long> keys) {

  /** Common values are told from rare ones in steps of a doubling. */
  static final int STEPS = 20;

  public Model {
    fields = List.copyOf(fields);
    keys = List.copyOf(keys);
  }

  /**
   * Levels run from equal to no agreement; a missing value is no level and has no weight.
   *
   * @param m by level, the probability among pairs of one person
   * @param u by level, the probability among pairs of two people
   * @param parent the field whose agreement brings this one's agreement with it, or -1: colleagues
   *     share company and city, and that is to count once
   * @param mGiven m by level of the parent; empty without one
   * @param uGiven u by level of the parent; empty without one
   * @param chance by step of how often a value occurs, the share of two people among pairs that
   *     agree on such a value
   */
  public record OfField(
      String name,
      Meaning meaning,
      double[] m,
      double[] u,
      int parent,
      double[][] mGiven,
      double[][] uGiven,
      double[] chance) {

    public String words(int level) {
      return meaning.kind().words(level);
    }

    /**
     * log2 of the odds, rising towards stronger agreement, where nothing is known of the parent.
     */
    public double weight(int level) {
      return Weights.falling(m, u)[level];
    }
  }

  /** The step of a value that {@code others} other records have too. */
  static int step(int others) {
    return Math.min(STEPS - 1, 31 - Integer.numberOfLeadingZeros(Math.max(1, others)));
  }

  static double bits(double odds) {
    return Math.log(odds) / Math.log(2);
  }

  /** The probability of a match of so many bits. */
  public static double probability(double weight) {
    return 1 / (1 + Math.pow(2, -weight));
  }
}
