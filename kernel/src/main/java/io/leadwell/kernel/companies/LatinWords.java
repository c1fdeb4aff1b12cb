package io.leadwell.kernel.companies;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words of a name in Latin letters, and how much each tells. */
final class LatinWords {

  private static final Map<String, Set<String>> KINDS = new HashMap<>();
  private static final Map<String, String> SHORTS = new HashMap<>();

  static {
    for (String line : WordList.lines("latin-words.txt")) {
      int bar = line.indexOf('|');
      List<String> words = WordList.words(line.substring(bar + 1));
      if (line.startsWith("short|")) {
        for (String pair : words) {
          int equals = pair.indexOf('=');
          SHORTS.putIfAbsent(pair.substring(0, equals), pair.substring(equals + 1));
        }
      } else {
        KINDS.put(line.substring(0, bar), new HashSet<>(words));
      }
    }
  }

  private LatinWords() {}

  /** The words of a folded name; letters standing alone beside each other are one: j p is jp. */
  static List<String> of(String folded) {
    List<String> words = new ArrayList<>();
    StringBuilder letters = new StringBuilder();
    List<String> all = WordList.words(folded.replaceAll("[()]", " ").replace("&", "and"));
    for (int i = 0; i < all.size(); i++) {
      String word = all.get(i);
      if (isLetter(word)) {
        letters.append(word);
        continue;
      }
      // P & G is PG.
      boolean between = !letters.isEmpty() && i + 1 < all.size() && isLetter(all.get(i + 1));
      if (between && is("joining", word)) {
        continue;
      }
      flush(letters, words);
      words.add(word);
    }
    flush(letters, words);
    return words;
  }

  private static boolean isLetter(String word) {
    return word.length() == 1 && Character.isLetter(word.charAt(0));
  }

  private static void flush(StringBuilder letters, List<String> words) {
    if (!letters.isEmpty()) {
      words.add(letters.toString());
      letters.setLength(0);
    }
  }

  /** and, of, the, und … say nothing; a name of nothing else keeps them. */
  static List<String> telling(List<String> words) {
    List<String> told = words.stream().filter(word -> !is("joining", word)).toList();
    return told.isEmpty() ? words : told;
  }

  static boolean is(String kind, String word) {
    return KINDS.getOrDefault(kind, Set.of()).contains(word);
  }

  /** intl is international, technologies are technology; other words are themselves. */
  static String spelledOut(String word) {
    return SHORTS.getOrDefault(word, word);
  }

  /**
   * How much a word tells, where 1 is a name of its own. What many firms carry tells less; a long
   * word more than a short one, as fewer words look like it by chance.
   */
  static double weight(String word) {
    if (is("joining", word)) {
      return 0.05;
    }
    if (is("group", word) || is("group", spelledOut(word))) {
      return 0.25;
    }
    if (is("generic", word) || is("generic", spelledOut(word))) {
      return 0.5;
    }
    if (is("place", word)) {
      return 0.55;
    }
    return 1 + Math.clamp(0.05 * (word.length() - 4), -0.1, 0.4);
  }

  /** Words by which a firm differs from another with the same first word. */
  static boolean isOwn(String word) {
    return weight(word) >= 0.9;
  }
}
