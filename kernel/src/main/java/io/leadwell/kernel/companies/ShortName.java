package io.leadwell.kernel.companies;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * A short form that is asked for.
 *
 * @param added what it costs that a full name lacks a unit of it
 * @param most what it costs that a full name lacks all of them, with some more to leave out all of
 *     the name
 */
record ShortName(
    CompanyName name,
    String key,
    int[] units,
    float[] added,
    float most,
    List<String> words,
    Shortening shortening) {

  /** What is said behind a core of firms of another form too. */
  private static final List<String> TAILS = List.of("股份公司", "集团公司", "股份", "集团", "公司", "控股");

  /** Spellings of one name score 1; no other name does. */
  private static final double NOT_EQUAL = 0.99;

  static ShortName of(String written, IntToDoubleFunction rarity) {
    CompanyName name = CompanyName.of(written);
    int[] units = Units.ofShort(name.folded());
    float[] added = added(units, rarity);
    float most = 6;
    for (float cost : added) {
      most += cost;
    }
    return new ShortName(name, name.key(), units, added, most, words(name), new Shortening());
  }

  /** The rarer a unit is, the worse is its absence; 集团 or 股份 at the end are put in lightly. */
  private static float[] added(int[] units, IntToDoubleFunction rarity) {
    float[] added = new float[units.length];
    for (int i = 0; i < units.length; i++) {
      added[i] = (float) (1.5 + 1.3 * rarity.applyAsDouble(units[i]));
    }
    for (String tail : TAILS) {
      if (endsWith(units, tail)) {
        Arrays.fill(added, units.length - tail.length(), units.length, 1);
        break;
      }
    }
    return added;
  }

  private static boolean endsWith(int[] units, String tail) {
    int from = units.length - tail.length();
    for (int i = 0; i < tail.length() && from > 0; i++) {
      if (units[from + i] != tail.charAt(i)) {
        return false;
      }
    }
    return from > 0;
  }

  private static List<String> words(CompanyName name) {
    if (!name.isLatin()) {
      return List.of();
    }
    return LatinWords.telling(LegalForms.part(LatinWords.of(name.folded())).words());
  }

  /** No full name of such units can be more like it. */
  double atMost(int[] full) {
    float least = 0;
    for (int i = 0; i < units.length; i++) {
      boolean there = false;
      for (int unit : full) {
        if (unit == units[i]) {
          there = true;
          break;
        }
      }
      if (!there) {
        least += standsForPlace(units[i]) ? 1 : added[i];
      }
    }
    return least == 0 ? 1 : NOT_EQUAL * Math.max(0, 1 - least / most);
  }

  private static boolean standsForPlace(int unit) {
    return unit < 0x10000 && unit > 0 && Gazetteer.byShort((char) unit) != null;
  }

  double likeness(Profile[] orders, int[] full, String written) {
    if (atMost(full) == 1 && CompanyName.chineseKey(Spelling.fold(written)).equals(key)) {
      return 1;
    }
    float least = Float.MAX_VALUE;
    for (Profile profile : orders) {
      least = Math.min(least, shortening.cost(units, added, profile));
    }
    return NOT_EQUAL * Math.max(0, 1 - least / most);
  }

  /** Of Latin names; a word that only the full name has counts less than half. */
  double likeness(CompanyName full) {
    if (full.key().equals(key)) {
      return 1;
    }
    List<String> right = words(full);
    if (words.isEmpty() || right.isEmpty()) {
      return 0;
    }
    double share = LatinLikeness.of(words, right, 0.4).share();
    double order = words.getFirst().equals(right.getFirst()) ? 0.01 : 0;
    double branch = full.isBranch() && !name.isBranch() ? 0.1 : 0;
    return Math.clamp(0.98 * share + order - 0.001 * right.size() - branch, 0, NOT_EQUAL);
  }
}
