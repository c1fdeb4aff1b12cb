package io.leadwell.kernel.companies;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The names worth a closer look: those that share the rarest grams with a short form. */
final class Candidates {

  private static final int MOST = 400;

  /** So many names looked at by common characters are enough. */
  private static final int ENOUGH = 300_000;

  private final GramIndex index;

  Candidates(GramIndex index) {
    this.index = index;
  }

  double rarity(int unit) {
    return index.rarity(unit);
  }

  int[] of(String folded, int names) {
    int[] grams =
        IntStream.of(NameGrams.of(folded))
            .boxed()
            .sorted((a, b) -> Integer.compare(index.frequency(a), index.frequency(b)))
            .mapToInt(Integer::intValue)
            .toArray();
    float[] weights = new float[names];
    int[] seen = new int[names];
    int count = 0;
    long looked = 0;
    for (int gram : grams) {
      looked += index.frequency(gram);
      if (count >= MOST && looked > ENOUGH) {
        break;
      }
      boolean pair = gram < 0;
      float weight = (float) ((pair ? 0.5 : 1) * (0.2 + index.rarity(gram)));
      count = index.add(gram, weight, weights, seen, count);
    }
    return heaviest(weights, seen, count);
  }

  /** The heaviest, ties by the order of the names. */
  private static int[] heaviest(float[] weights, int[] seen, int count) {
    if (count <= MOST) {
      return Arrays.copyOf(seen, count);
    }
    long[] ranked = new long[count];
    for (int i = 0; i < count; i++) {
      ranked[i] = (long) -Float.floatToIntBits(weights[seen[i]]) << 32 | seen[i];
    }
    Arrays.sort(ranked);
    return Arrays.stream(ranked, 0, MOST).mapToInt(rank -> (int) rank).toArray();
  }
}
