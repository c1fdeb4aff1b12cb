package io.leadwell.kernel.samples;

import java.util.List;
import java.util.SplittableRandom;

/** Chance from a seed. */
final class Dice {

  private final SplittableRandom random;

  Dice(long seed) {
    random = new SplittableRandom(seed);
  }

  boolean hit(double rate) {
    return random.nextDouble() < rate;
  }

  int below(int n) {
    return random.nextInt(n);
  }

  <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** The first ones far more often than the last, as names are given (Zipf 1949). */
  <T> T early(List<T> list) {
    double n = list.size();
    return list.get((int) Math.min(n - 1, Math.pow(n + 1, random.nextDouble()) - 1));
  }

  /** Early ones more often, less steeply. */
  <T> T ratherEarly(List<T> list) {
    double x = random.nextDouble();
    return list.get((int) (list.size() * Math.pow(x, 1.6)));
  }

  String digits(int n) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < n; i++) {
      digits.append((char) ('0' + random.nextInt(10)));
    }
    return digits.toString();
  }

  /** One keystroke wrong: a character dropped, doubled, changed or swapped with its neighbour. */
  String slip(String text, String alphabet) {
    if (text.length() < 2) {
      return text;
    }
    int at = random.nextInt(text.length());
    char other = alphabet.charAt(random.nextInt(alphabet.length()));
    return switch (random.nextInt(4)) {
      case 0 -> text.substring(0, at) + text.substring(at + 1);
      case 1 -> text.substring(0, at) + other + text.substring(at);
      case 2 -> text.substring(0, at) + other + text.substring(at + 1);
      default -> {
        int i = Math.min(at, text.length() - 2);
        yield text.substring(0, i) + text.charAt(i + 1) + text.charAt(i) + text.substring(i + 2);
      }
    };
  }
}
