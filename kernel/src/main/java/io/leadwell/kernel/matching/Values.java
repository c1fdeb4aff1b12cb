package io.leadwell.kernel.matching;

import java.util.Arrays;
import java.util.Locale;

/**
 * The distinct values of a column, each with a number and what is worked out once about it. Number
 * 0 is the missing value.
 */
final class Values {

  static final int MISSING = 0;

  private static final int[] NO_WORDS = {};

  private final Kind kind;
  private int[] slots = new int[1 << 10];
  private int size = 1;
  private String[] texts = new String[1 << 9];
  private char[][] letters = new char[1 << 9][];
  private long[] signatures = new long[1 << 9];
  private long[] wordSignatures = new long[1 << 9];
  private int[] numbers = new int[1 << 9];
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
    return signatures[id];
  }

  /** A bit for each word. */
  long wordSignature(int id) {
    return wordSignatures[id];
  }

  /** The day or the years; of an address where its @ stands; of a Chinese name 1, else 0. */
  int number(int id) {
    return numbers[id];
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
    long signature = 0;
    for (char c : chars) {
      if (c != ' ') {
        signature |= 1L << bit(c);
      }
    }
    signatures[id] = signature;
    numbers[id] =
        switch (kind) {
          case DATE, AGE -> chars.length > 0 && chars.length <= 8 ? parse(text) : 0;
          case EMAIL -> text.indexOf('@');
          case FULL_NAME, NAME -> Cleaning.isHan(text) ? 1 : 0;
          default -> 0;
        };
    words[id] = kind.hasWords() ? wordsOf(text) : NO_WORDS;
    long ofWords = 0;
    for (int word : words[id]) {
      ofWords |= 1L << (word * 0x9E3779B9 >>> 26);
    }
    wordSignatures[id] = ofWords;
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
    for (String word : text.toLowerCase(Locale.ROOT).split(" ")) {
      if (!Cleaning.isHan(word)) {
        found[n++] = dictionary.number(word);
        continue;
      }
      for (int i = 0; i + 1 < word.length(); i++) {
        found[n++] = dictionary.number(word.substring(i, i + 2));
      }
      if (word.length() == 1) {
        found[n++] = dictionary.number(word);
      }
    }
    int[] sorted = Arrays.stream(found, 0, n).sorted().distinct().toArray();
    dictionary.seen(sorted);
    return sorted;
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
    signatures = Arrays.copyOf(signatures, room);
    wordSignatures = Arrays.copyOf(wordSignatures, room);
    numbers = Arrays.copyOf(numbers, room);
    words = Arrays.copyOf(words, room);
  }
}
