package io.leadwell.kernel.matching;

/**
 * How records are matched. Thresholds are probabilities fixed before anything is seen.
 *
 * @param link from which mean probability groups join
 * @param certain from which a join needs nobody's eyes, where its ways to reach people do not speak
 *     against it
 * @param pairsARecord about how many pairs are proposed for each record
 * @param leastPairs proposed in all, where there are few records
 * @param largest how many records a component may have before it is parted at its weakest pairs
 * @param threads how many work; the result is the same for any number
 */
public record Settings(
    double link, double certain, int pairsARecord, long leastPairs, int largest, int threads) {

  public static final Settings USUAL = new Settings(0.5, 0.99, 12, 12_000_000, 1_500, 2);

  public Settings {
    if (!(link > 0 && link <= certain && certain < 1)) {
      throw new IllegalArgumentException("0 < link <= certain < 1: " + link + ", " + certain);
    }
  }

  public Settings withThreads(int some) {
    return new Settings(link, certain, pairsARecord, leastPairs, largest, some);
  }

  public Settings withLink(double probability) {
    return new Settings(
        probability, Math.max(certain, probability), pairsARecord, leastPairs, largest, threads);
  }

  public Settings withCertain(double probability) {
    return new Settings(link, probability, pairsARecord, leastPairs, largest, threads);
  }

  float linkWeight() {
    return weight(link);
  }

  float certainWeight() {
    return weight(certain);
  }

  /** How far ahead of the next person the first must be, in bits: a thousand to one. */
  float marginWeight() {
    return 10;
  }

  private static float weight(double probability) {
    return (float) Model.bits(probability / (1 - probability));
  }
}
