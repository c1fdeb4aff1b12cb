package io.leadwell.kernel.companies;

import java.util.ArrayList;
import java.util.List;

/**
 * How alike two names in Latin letters are, word by word in any order: equal, spelt out, the
 * beginning of the other, mistyped, or the initials of several.
 *
 * @param share of the weight of all words that found a partner, 0 to 1
 * @param pairs words that found each other
 * @param onlyLeft words of the first name alone
 * @param onlyRight words of the second name alone
 */
record LatinLikeness(
    double share, List<Pair> pairs, List<String> onlyLeft, List<String> onlyRight) {

  /** Two words that say the same to a degree, 0 to 1. */
  record Pair(String left, String right, double degree) {}

  private static final double LEAST = 0.6;

  /**
   * @param restWeight what a word of the second name without partner counts: 1 for two full names,
   *     less where the first is a short form of the second
   */
  static LatinLikeness of(List<String> left, List<String> right, double restWeight) {
    if (String.join("", left).equals(String.join("", right))) {
      return new LatinLikeness(
          1, List.of(new Pair(join(left), join(right), 1)), List.of(), List.of());
    }
    boolean[] usedLeft = new boolean[left.size()];
    boolean[] usedRight = new boolean[right.size()];
    List<Pair> pairs = new ArrayList<>();
    double matched = initials(left, right, usedLeft, usedRight, pairs);
    matched += initials(right, left, usedRight, usedLeft, pairs);
    matched += words(left, right, usedLeft, usedRight, pairs);
    List<String> onlyLeft = unused(left, usedLeft);
    List<String> onlyRight = unused(right, usedRight);
    double total = 0;
    for (int i = 0; i < left.size(); i++) {
      total += weight(left, i);
    }
    for (int i = 0; i < right.size(); i++) {
      total += weight(right, i) * (usedRight[i] ? 1 : restWeight);
    }
    return new LatinLikeness(total == 0 ? 0 : matched / total, pairs, onlyLeft, onlyRight);
  }

  /** Best pairs first; ties by position, so that the order of the names does not matter. */
  private static double words(
      List<String> left,
      List<String> right,
      boolean[] usedLeft,
      boolean[] usedRight,
      List<Pair> pairs) {
    double matched = 0;
    while (true) {
      double best = LEAST;
      int bestLeft = -1;
      int bestRight = -1;
      for (int i = 0; i < left.size(); i++) {
        for (int j = 0; j < right.size(); j++) {
          if (!usedLeft[i] && !usedRight[j]) {
            double degree = degree(left.get(i), right.get(j));
            if (degree > best) {
              best = degree;
              bestLeft = i;
              bestRight = j;
            }
          }
        }
      }
      if (bestLeft < 0) {
        return matched;
      }
      usedLeft[bestLeft] = true;
      usedRight[bestRight] = true;
      pairs.add(new Pair(left.get(bestLeft), right.get(bestRight), best));
      matched += best * (weight(left, bestLeft) + weight(right, bestRight));
    }
  }

  /** One word that is made of the initials of several: ibm, or of several joined: microsoft. */
  private static double initials(
      List<String> one,
      List<String> several,
      boolean[] usedOne,
      boolean[] usedSeveral,
      List<Pair> pairs) {
    for (int i = 0; i < one.size(); i++) {
      String word = one.get(i);
      for (int from = 0; from < several.size() && word.length() >= 2 && !usedOne[i]; from++) {
        for (int to = several.size(); to >= from + 2; to--) {
          List<String> part = several.subList(from, to);
          boolean joined = word.equals(String.join("", part));
          boolean first = word.length() == to - from && word.equals(initials(part));
          boolean spread = !first && to - from >= 2 && isSpread(word, part);
          if ((joined || first || spread) && none(usedSeveral, from, to)) {
            usedOne[i] = true;
            double weight = weight(one, i);
            for (int j = from; j < to; j++) {
              usedSeveral[j] = true;
              weight += weight(several, j);
            }
            // Two letters are the initials of many.
            double degree = joined ? 1 : word.length() == 2 || spread ? 0.85 : 0.95;
            pairs.add(new Pair(word, join(part), degree));
            return degree * weight;
          }
        }
      }
    }
    return 0;
  }

  /** The initials of all words and further letters of some, in order: tsmc. */
  private static boolean isSpread(String word, List<String> part) {
    if (word.length() <= part.size() || word.length() > 5 || part.size() < 3) {
      return false;
    }
    return isSpread(word, 0, part, 0, 0);
  }

  private static boolean isSpread(String word, int at, List<String> part, int i, int j) {
    if (at == word.length()) {
      return i == part.size() && j == 0;
    }
    if (i == part.size()) {
      return false;
    }
    String from = part.get(i);
    if (j == 0) {
      return word.charAt(at) == from.charAt(0)
          && (isSpread(word, at + 1, part, i + 1, 0) || isSpread(word, at + 1, part, i, 1));
    }
    for (int k = j; k < from.length(); k++) {
      if (word.charAt(at) == from.charAt(k)
          && (isSpread(word, at + 1, part, i + 1, 0) || isSpread(word, at + 1, part, i, k + 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean none(boolean[] used, int from, int to) {
    for (int i = from; i < to; i++) {
      if (used[i]) {
        return false;
      }
    }
    return true;
  }

  static String initials(List<String> words) {
    StringBuilder initials = new StringBuilder();
    words.forEach(word -> initials.append(word.charAt(0)));
    return initials.toString();
  }

  private static double weight(List<String> words, int i) {
    // The first word is the one by which people call a firm.
    return LatinWords.weight(words.get(i)) * (i == 0 ? 1.3 : 1);
  }

  static double degree(String a, String b) {
    if (a.equals(b)) {
      return 1;
    }
    String x = LatinWords.spelledOut(a);
    String y = LatinWords.spelledOut(b);
    if (x.equals(y)) {
      return 0.97;
    }
    if (withoutUmlauts(x).equals(withoutUmlauts(y))) {
      return 0.97;
    }
    if (Character.isDigit(a.charAt(0)) || Character.isDigit(b.charAt(0))) {
      return 0;
    }
    int shorter = Math.min(a.length(), b.length());
    int longer = Math.max(a.length(), b.length());
    if (x.startsWith(y) || y.startsWith(x)) {
      return shorter == 1 ? 0.65 : shorter >= 3 ? 0.7 + 0.25 * shorter / longer : 0;
    }
    int distance = distance(x, y);
    if (x.charAt(0) != y.charAt(0)) {
      // Who mistypes seldom does so in the first letter: Harlow and Barlow are two.
      return longer >= 8 && distance == 1 ? 0.75 : 0;
    }
    if (longer >= 5 && distance == 1) {
      return 0.9;
    }
    if (longer >= 8 && distance == 2) {
      return 0.82;
    }
    return 0;
  }

  /** Muller, as accents are folded, and Mueller, as it is typed without them. */
  private static String withoutUmlauts(String word) {
    return word.replace("ae", "a").replace("oe", "o").replace("ue", "u");
  }

  /** Optimal string alignment: letters added, lost, changed, or neighbours swapped. */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }

  private static String join(List<String> words) {
    return String.join(" ", words);
  }

  private static List<String> unused(List<String> words, boolean[] used) {
    List<String> unused = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (!used[i]) {
        unused.add(words.get(i));
      }
    }
    return unused;
  }
}
