package io.leadwell.kernel.matching;

import java.util.Arrays;

/**
 * The distinct values of a column, each with a number and what is worked out once about it. Number
 * 0 is the missing value. What most comparisons end with stands together in one array, four longs a
 * value: millions of values are far apart in memory, and fetching one place is what costs.
 */
final class Values {

  static final int MISSING = 0;

  private static final int[] NO_WORDS = {};

  private static final int PACK = 2;
  private static final long BLANK = 1L << 32;
  private static final long FREE_MAIL = 1L << 33;
  private static final int DOMAIN = 34;

  private final Kind kind;
  private int[] slots = new int[1 << 10];
  private int size = 1;
  private String[] texts = new String[1 << 9];
  private char[][] letters = new char[1 << 9][];

  /** By value: signature; signature of words; length, first and last letter; number and flags. */
  private long[] packs = new long[1 << 9 + PACK];

  private int[][] words = new int[1 << 9][];
  private final Words dictionary = new Words();

  Values(Kind kind) {
    this.kind = kind;
    texts[0] = "";
    letters[0] = new char[0];
    words[0] = NO_WORDS;
  }

  int size() {
    return size;
  }

  /** The number of a value, or -1 for one never seen. */
  int find(String text) {
    return text.isEmpty() ? MISSING : slots[slot(text)] - 1;
  }

  int intern(String text) {
    if (text.isEmpty()) {
      return MISSING;
    }
    int slot = slot(text);
    if (slots[slot] != 0) {
      return slots[slot] - 1;
    }
    if (size == texts.length) {
      grow();
    }
    int id = size++;
    slots[slot] = id + 1;
    describe(id, text);
    if (size * 2 > slots.length) {
      rehash();
    }
    return id;
  }

  String text(int id) {
    return texts[id];
  }

  char[] letters(int id) {
    return letters[id];
  }

  /** A bit for each character that occurs, several characters sharing one. */
  long signature(int id) {
    return packs[id << PACK];
  }

  /**
   * A bit for each word; of an address for each character before its @; of a number how often each
   * sign occurs, up to fifteen times, in four bits a sign.
   */
  long wordSignature(int id) {
    return packs[(id << PACK) + 1];
  }

  int length(int id) {
    return (int) (packs[(id << PACK) + 2] >>> 32);
  }

  char first(int id) {
    return (char) (packs[(id << PACK) + 2] >>> 16);
  }

  char last(int id) {
    return (char) packs[(id << PACK) + 2];
  }

  /**
   * The day or the years; of an address where its @ stands; of a Chinese name 1; of a number a hash
   * of its last eight signs; else 0.
   */
  int number(int id) {
    return (int) packs[(id << PACK) + 3];
  }

  /** Whether there is a blank in it. */
  boolean hasBlank(int id) {
    return (packs[(id << PACK) + 3] & BLANK) != 0;
  }

  /** Of an address, a hash of what follows its @. */
  int domain(int id) {
    return (int) (packs[(id << PACK) + 3] >>> DOMAIN);
  }

  /** Of an address, whether anybody gets one there. */
  boolean isFreeMail(int id) {
    return (packs[(id << PACK) + 3] & FREE_MAIL) != 0;
  }

  /** Numbers of its words, rising, each once. */
  int[] words(int id) {
    return words[id];
  }

  Words dictionary() {
    return dictionary;
  }

  private void describe(int id, String text) {
    char[] chars = text.toCharArray();
    texts[id] = text;
    letters[id] = chars;
    int number =
        switch (kind) {
          case DATE, AGE -> chars.length > 0 && chars.length <= 8 ? parse(text) : 0;
          case EMAIL -> Math.max(0, text.indexOf('@'));
          case FULL_NAME, NAME -> Cleaning.isHan(text) ? 1 : 0;
          case NUMBER -> ending(text);
          default -> 0;
        };
    words[id] = kind.hasWords() ? wordsOf(text) : NO_WORDS;
    long parts = 0;
    for (int word : words[id]) {
      parts |= 1L << (word * 0x9E3779B9 >>> 26);
    }
    long notes = number & 0xFFFF_FFFFL | (text.indexOf(' ') >= 0 ? BLANK : 0);
    if (kind == Kind.NUMBER) {
      parts = tally(chars);
    }
    if (kind == Kind.EMAIL) {
      String domain = text.substring(number + 1);
      parts = signature(chars, number);
      notes |= Mailbox.isFree(domain) ? FREE_MAIL : 0;
      notes |= (long) Hashes.of(domain, 0) << DOMAIN;
    }
    int at = id << PACK;
    packs[at] = signature(chars, chars.length);
    packs[at + 1] = parts;
    packs[at + 2] = (long) chars.length << 32 | (long) chars[0] << 16 | chars[chars.length - 1];
    packs[at + 3] = notes;
  }

  /** Short numbers never end as others do. */
  private static int ending(String text) {
    int from = text.length() - Levels.ENDING;
    return from < 0 ? Hashes.of(text, text.length()) : Hashes.of(text.substring(from), 0);
  }

  private static long tally(char[] chars) {
    long tally = 0;
    for (char c : chars) {
      int at = (c & 15) << 2;
      if ((tally >>> at & 15) < 15) {
        tally += 1L << at;
      }
    }
    return tally;
  }

  private static long signature(char[] chars, int end) {
    long signature = 0;
    for (int i = 0; i < end; i++) {
      if (chars[i] != ' ') {
        signature |= 1L << bit(chars[i]);
      }
    }
    return signature;
  }

  /** Latin letters and digits have bits of their own; other characters spread over all. */
  private static int bit(char c) {
    return c < 0x80 ? c & 63 : (c * 0x9E3779B1) >>> 26;
  }

  private static int parse(String digits) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** Words between blanks; of Chinese the pairs of characters, of a Chinese name its beginning. */
  private int[] wordsOf(String text) {
    if (kind == Kind.FULL_NAME && Cleaning.isHan(text)) {
      return new int[] {dictionary.number(text.substring(0, text.offsetByCodePoints(0, 1)))};
    }
    int[] found = new int[text.length()];
    int n = 0;
    for (int from = 0, to; from < text.length(); from = to + 1) {
      to = text.indexOf(' ', from);
      to = to < 0 ? text.length() : to;
      String word = text.substring(from, to);
      if (to - from < 2 || !Cleaning.isHan(word)) {
        found[n++] = dictionary.number(word);
        continue;
      }
      for (int i = 0; i + 1 < word.length(); i++) {
        found[n++] = dictionary.number(word.substring(i, i + 2));
      }
    }
    int[] sorted = distinct(found, n);
    dictionary.seen(sorted);
    return sorted;
  }

  private static int[] distinct(int[] found, int n) {
    Arrays.sort(found, 0, n);
    int kept = 0;
    for (int i = 0; i < n; i++) {
      if (i == 0 || found[i] != found[i - 1]) {
        found[kept++] = found[i];
      }
    }
    return Arrays.copyOf(found, kept);
  }

  private int slot(String text) {
    int mask = slots.length - 1;
    int slot = Hashes.mix(text.hashCode()) & mask;
    while (slots[slot] != 0 && !texts[slots[slot] - 1].equals(text)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void rehash() {
    slots = new int[slots.length * 2];
    for (int id = 1; id < size; id++) {
      slots[slot(texts[id])] = id + 1;
    }
  }

  private void grow() {
    int room = size * 2;
    texts = Arrays.copyOf(texts, room);
    letters = Arrays.copyOf(letters, room);
    packs = Arrays.copyOf(packs, room << PACK);
    words = Arrays.copyOf(words, room);
  }
}
