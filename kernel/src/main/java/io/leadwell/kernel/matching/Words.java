package io.leadwell.kernel.matching;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The words of a column and how telling each is: the rarer the more. */
final class Words {

  private final Map<String, Integer> numbers = new HashMap<>();
  private int[] counts = new int[256];
  private int texts;
  private double[] weights = {};
  private double rarest = 1;

  int number(String word) {
    return numbers.computeIfAbsent(word, w -> numbers.size());
  }

  /** The words of one more value, each once. */
  void seen(int[] words) {
    texts++;
    for (int word : words) {
      if (word >= counts.length) {
        counts = Arrays.copyOf(counts, Math.max(word + 1, counts.length * 2));
      }
      counts[word]++;
    }
  }

  /**
   * Works out how telling each word is, from what was seen by now; until the next time a word seen
   * since counts as seen once.
   */
  void weigh() {
    double[] now = new double[numbers.size()];
    for (int word = 0; word < now.length; word++) {
      now[word] =
          Math.log(1.0 + (double) texts / Math.max(1, word < counts.length ? counts[word] : 0));
    }
    rarest = Math.log(1.0 + texts);
    weights = now;
  }

  /** Inverse document frequency over the distinct values (Spärck Jones 1972), never zero. */
  double weight(int word) {
    return word < weights.length ? weights[word] : rarest;
  }

  double weight(int[] words) {
    double sum = 0;
    for (int word : words) {
      sum += weight(word);
    }
    return sum;
  }

  /** The weight of what two rising lists share. */
  double shared(int[] a, int[] b) {
    double sum = 0;
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      if (a[i] == b[j]) {
        sum += weight(a[i]);
        i++;
        j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return sum;
  }
}
