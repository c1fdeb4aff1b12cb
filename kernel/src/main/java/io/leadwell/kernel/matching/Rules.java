package io.leadwell.kernel.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which atoms propose pairs, found from the records themselves. Each atom alone is a rule; records
 * in blocks too large for it go on to rules of two atoms and then of three, so a common value is
 * refined and not skipped. What is too common even for three is counted.
 */
final class Rules {

  /** More than so many records a block are always refined. */
  private final Records records;

  private final int threads;
  private final Blocks sizes;
  private final List<Rule> rules = new ArrayList<>();

  /** Rule number plus one, by first and second atom (single: twice the same). */
  private final int[] byPair;

  /** By record, a bit for each rule that lists it; so many words a record. */
  private long[] listing = {};

  private int listingWords;

  /** Positions of the atoms of each rule, three a rule; -1 for none. */
  private int[] positions = {};

  private long skipped;

  /**
   * One key of blocks.
   *
   * @param order records by block; blocks follow each other
   * @param starts where blocks begin in the order, and its end
   * @param large records whose block was too large
   */
  record Rule(int number, long atoms, int[] order, int[] starts, long[] large) {

    boolean tooLarge(int record) {
      return (large[record >>> 6] >>> record & 1) != 0;
    }

    int blocks() {
      return Math.max(0, starts.length - 1);
    }
  }

  private Rules(Records records, long pairsARule, int sideB, int threads) {
    this.records = records;
    this.threads = threads;
    this.sizes = new Blocks(pairsARule, sideB);
    this.byPair = new int[records.atomCount() * records.atomCount()];
  }

  /**
   * @param budget about how many pairs may be proposed in all
   * @param sideB from which record on the second list begins; 0 when there is one list
   */
  static Rules of(Records records, long budget, int sideB, int threads) {
    int atoms = records.atomCount();
    Rules rules = new Rules(records, Math.max(1_000, budget / Math.max(6, atoms)), sideB, threads);
    List<long[]> singles = new ArrayList<>();
    for (int a = 0; a < atoms; a++) {
      singles.add(new long[] {1L << a});
    }
    rules.build(singles);
    rules.build(rules.pairsWorthTrying());
    rules.build(rules.triplesWorthTrying());
    rules.list();
    return rules;
  }

  List<Rule> all() {
    return rules;
  }

  /** Records times rules whose blocks were too large even for three atoms together. */
  long skipped() {
    return skipped;
  }

  /** Whether two records agree in all that a rule asks. Two keys may fall on one hash by chance. */
  boolean agree(Rule rule, int a, int b) {
    return agree(rule.number(), a, b);
  }

  /** Whether an earlier rule than {@code current} proposes a pair. */
  boolean proposedBefore(Rule current, int a, int b) {
    int last = current.number();
    for (int w = 0, first = 0; first < last; w++, first += Long.SIZE) {
      long lists = listing[a * listingWords + w];
      if (last - first < Long.SIZE) {
        lists &= (1L << last - first) - 1;
      }
      for (; lists != 0; lists &= lists - 1) {
        if (agree(first + Long.numberOfTrailingZeros(lists), a, b)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean agree(int rule, int a, int b) {
    for (int at = 3 * rule; at < 3 * rule + 3 && positions[at] >= 0; at++) {
      int atom = records.atom(a, positions[at]);
      if (atom == 0 || atom != records.atom(b, positions[at])) {
        return false;
      }
    }
    return true;
  }

  private void list() {
    listingWords = rules.size() + Long.SIZE - 1 >>> 6;
    listing = new long[Math.multiplyExact(records.size(), listingWords)];
    positions = new int[3 * rules.size()];
    Arrays.fill(positions, -1);
    for (Rule rule : rules) {
      int at = 3 * rule.number();
      for (long rest = rule.atoms(); rest != 0; rest &= rest - 1) {
        positions[at++] = Long.numberOfTrailingZeros(rest);
      }
    }
    // Threads write words of their own: each takes the rules of one word.
    Work.share(
        listingWords,
        threads,
        () ->
            word -> {
              int end = Math.min(rules.size(), word + 1 << 6);
              for (Rule rule : rules.subList(word << 6, end)) {
                for (int record : rule.order()) {
                  listing[record * listingWords + word] |= 1L << rule.number();
                }
              }
            });
  }

  private List<long[]> pairsWorthTrying() {
    List<long[]> pairs = new ArrayList<>();
    for (int i = 0; i < records.atomCount(); i++) {
      for (int j = i + 1; j < records.atomCount(); j++) {
        if (records.atomField(i) != records.atomField(j)) {
          pairs.add(new long[] {1L << i | 1L << j});
        }
      }
    }
    return pairs;
  }

  /** Of whole values only: three parts of values are too weak to be worth their cost. */
  private List<long[]> triplesWorthTrying() {
    List<long[]> tried = new ArrayList<>();
    int atoms = records.atomCount();
    for (int i = 0; i < atoms; i++) {
      for (int j = i + 1; j < atoms; j++) {
        for (int k = j + 1; k < atoms; k++) {
          if (records.isWhole(i)
              && records.isWhole(j)
              && records.isWhole(k)
              && rule(i, j) != null
              && rule(i, k) != null
              && rule(j, k) != null) {
            tried.add(new long[] {1L << i | 1L << j | 1L << k});
          }
        }
      }
    }
    return tried;
  }

  @org.jspecify.annotations.Nullable
  private Rule rule(int i, int j) {
    int number = byPair[i * records.atomCount() + j] - 1;
    return number < 0 ? null : rules.get(number);
  }

  private void build(List<long[]> tried) {
    Rule[] built = new Rule[tried.size()];
    Work.share(
        tried.size(),
        threads,
        () -> {
          long[] keys = new long[records.size()];
          return task -> built[task] = rule(tried.get(task)[0], keys);
        });
    for (Rule found : built) {
      if (found != null && (found.blocks() > 0 || Long.bitCount(found.atoms()) < 3)) {
        number(found);
      }
      if (found != null && Long.bitCount(found.atoms()) == 3) {
        for (long word : found.large()) {
          skipped += Long.bitCount(word);
        }
      }
    }
  }

  private void number(Rule found) {
    Rule rule = new Rule(rules.size(), found.atoms(), found.order(), found.starts(), found.large());
    rules.add(rule);
    int first = Long.numberOfTrailingZeros(rule.atoms());
    int last = 63 - Long.numberOfLeadingZeros(rule.atoms());
    if (Long.bitCount(rule.atoms()) < 3) {
      byPair[first * records.atomCount() + last] = rule.number() + 1;
    }
  }

  /** Whether all rules of fewer atoms found this record's block too large. */
  private boolean needsRefining(long atoms, int record) {
    for (long rest = atoms; rest != 0; rest &= rest - 1) {
      int i = Long.numberOfTrailingZeros(rest);
      if (Long.bitCount(atoms) == 2) {
        Rule single = rule(i, i);
        if (single == null || !single.tooLarge(record)) {
          return false;
        }
      } else {
        long two = atoms & ~(1L << i);
        Rule pair = rule(Long.numberOfTrailingZeros(two), 63 - Long.numberOfLeadingZeros(two));
        if (pair == null || !pair.tooLarge(record)) {
          return false;
        }
      }
    }
    return true;
  }

  @org.jspecify.annotations.Nullable
  private Rule rule(long atoms, long[] keys) {
    int n = 0;
    int size = records.size();
    boolean refined = Long.bitCount(atoms) > 1;
    int bits = 32 - Integer.numberOfLeadingZeros(Math.max(1, size - 1));
    for (int r = 0; r < size; r++) {
      if (refined && !needsRefining(atoms, r)) {
        continue;
      }
      long key = key(atoms, r);
      if (key != 0) {
        keys[n++] = key >>> bits << bits | r;
      }
    }
    if (refined && n < 2) {
      return null;
    }
    Arrays.sort(keys, 0, n);
    return blocks(atoms, keys, n, bits);
  }

  private long key(long atoms, int record) {
    long key = 0;
    for (long rest = atoms; rest != 0; rest &= rest - 1) {
      int atom = records.atom(record, Long.numberOfTrailingZeros(rest));
      if (atom == 0) {
        return 0;
      }
      key = Hashes.mix(key * 31 + atom);
    }
    return key >>> 1 | 1L << 62;
  }

  private Rule blocks(long atoms, long[] keys, int n, int bits) {
    int cap = sizes.cap(keys, n, bits);
    int words = records.size() + 63 >>> 6;
    long[] large = new long[words];
    int[] order = new int[n];
    int[] starts = new int[16];
    int filled = 0;
    int blocks = 0;
    long mask = (1L << bits) - 1;
    for (int from = 0, to; from < n; from = to) {
      to = Blocks.end(keys, from, n, bits);
      boolean tooLarge = to - from > cap;
      if (to - from < 2 || !tooLarge && sizes.pairs(keys, from, to, mask) == 0) {
        continue;
      }
      for (int i = from; i < to; i++) {
        int record = (int) (keys[i] & mask);
        if (tooLarge) {
          large[record >>> 6] |= 1L << record;
        } else {
          order[filled++] = record;
        }
      }
      if (!tooLarge) {
        if (blocks + 2 > starts.length) {
          starts = Arrays.copyOf(starts, starts.length * 2);
        }
        starts[++blocks] = filled;
      }
    }
    return new Rule(
        -1, atoms, Arrays.copyOf(order, filled), Arrays.copyOf(starts, blocks + 1), large);
  }
}
