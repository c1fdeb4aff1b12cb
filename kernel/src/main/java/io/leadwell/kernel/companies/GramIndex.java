package io.leadwell.kernel.companies;

import java.util.Arrays;

/**
 * Which names have which grams, as two flat arrays. A gram is an int; what it stands for the index
 * does not know.
 */
final class GramIndex {

  private final int[] grams;
  private final int[] slots;
  private final int[] begins;
  private final int[] postings;
  private final int names;

  private GramIndex(int[] grams, int[] slots, int[] begins, int[] postings, int names) {
    this.grams = grams;
    this.slots = slots;
    this.begins = begins;
    this.postings = postings;
    this.names = names;
  }

  /** Of grams by name, each name's sorted and each once. */
  static GramIndex of(int[][] gramsOf) {
    int[] table = new int[1 << 12];
    int[] ids = new int[table.length];
    int[] counts = new int[1 << 10];
    int distinct = 0;
    for (int[] list : gramsOf) {
      for (int gram : list) {
        int at = slot(table, ids, gram);
        if (ids[at] == 0) {
          if (distinct * 2 >= table.length) {
            int[][] grown = grow(table, ids);
            table = grown[0];
            ids = grown[1];
            at = slot(table, ids, gram);
          }
          table[at] = gram;
          ids[at] = ++distinct;
          if (distinct >= counts.length) {
            counts = Arrays.copyOf(counts, counts.length * 2);
          }
        }
        counts[ids[at]]++;
      }
    }
    int[] begins = new int[distinct + 2];
    for (int i = 1; i <= distinct; i++) {
      begins[i + 1] = begins[i] + counts[i];
    }
    int[] next = begins.clone();
    int[] postings = new int[begins[distinct + 1]];
    for (int name = 0; name < gramsOf.length; name++) {
      for (int gram : gramsOf[name]) {
        postings[next[ids[slot(table, ids, gram)]]++] = name;
      }
    }
    return new GramIndex(table, ids, begins, postings, gramsOf.length);
  }

  private static int[][] grow(int[] table, int[] ids) {
    int[] wider = new int[table.length * 2];
    int[] widerIds = new int[wider.length];
    for (int i = 0; i < table.length; i++) {
      if (ids[i] != 0) {
        int at = slot(wider, widerIds, table[i]);
        wider[at] = table[i];
        widerIds[at] = ids[i];
      }
    }
    return new int[][] {wider, widerIds};
  }

  private static int slot(int[] table, int[] ids, int gram) {
    int mask = table.length - 1;
    int hash = gram * 0x9E37_79B1;
    int at = (hash ^ hash >>> 15) & mask;
    while (ids[at] != 0 && table[at] != gram) {
      at = at + 1 & mask;
    }
    return at;
  }

  private int id(int gram) {
    return slots[slot(grams, slots, gram)];
  }

  int names() {
    return names;
  }

  /** In how many names a gram is. */
  int frequency(int gram) {
    int id = id(gram);
    return id == 0 ? 0 : begins[id + 1] - begins[id];
  }

  /**
   * ln of how many names there are for each that has the gram, at most 9. In a short list chance
   * would rule, so ten more names than there are count as lacking it.
   */
  double rarity(int gram) {
    return Math.min(9, Math.log((names + 10.0) / (frequency(gram) + 1)));
  }

  /** Adds to the weight of each name that has the gram, and notes names not seen before. */
  int add(int gram, float weight, float[] weights, int[] seen, int count) {
    int id = id(gram);
    int seenNow = count;
    if (id != 0) {
      for (int i = begins[id]; i < begins[id + 1]; i++) {
        int name = postings[i];
        if (weights[name] == 0) {
          seen[seenNow++] = name;
        }
        weights[name] += weight;
      }
    }
    return seenNow;
  }
}
