package io.leadwell.kernel.matching;

import java.util.Arrays;

/** Small comparisons of texts, letter by letter and word by word. */
final class Chars {

  private Chars() {}

  static int near(int longest) {
    return longest < 4 ? 0 : Math.max(1, longest / 8);
  }

  static int age(int apart) {
    return apart <= 1 ? 1 : apart <= 3 ? 2 : 3;
  }

  static boolean within(String a, String b) {
    return a.length() < b.length() ? b.contains(a) : a.contains(b);
  }

  static boolean begins(char[] a, char[] b) {
    return beginEqual(a, b, Math.min(a.length, b.length));
  }

  static boolean beginEqual(char[] a, char[] b, int n) {
    return a.length >= n && b.length >= n && Arrays.equals(a, 0, n, b, 0, n);
  }

  static boolean endEqual(char[] a, char[] b, int n) {
    return Arrays.equals(a, a.length - n, a.length, b, b.length - n, b.length);
  }

  /** Whether a word of more than one letter is in both, of which one at least has several. */
  static boolean shareWord(char[] a, char[] b) {
    if (end(a, 0) == a.length && end(b, 0) == b.length) {
      return false;
    }
    for (int from = 0, to; from < a.length; from = to + 1) {
      to = end(a, from);
      for (int other = 0, last; other < b.length; other = last + 1) {
        last = end(b, other);
        if (to - from > 1 && Arrays.equals(a, from, to, b, other, last)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a word of one or two letters of the one begins a word of the other, or is begun. */
  static boolean initialsAgree(char[] a, char[] b) {
    for (int from = 0, to; from < a.length; from = to + 1) {
      to = end(a, from);
      for (int other = 0, last; other < b.length; other = last + 1) {
        last = end(b, other);
        int shorter = Math.min(to - from, last - other);
        if (shorter <= 2
            && to - from != last - other
            && Arrays.equals(a, from, from + shorter, b, other, other + shorter)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Where the word that begins at {@code from} ends. */
  private static int end(char[] text, int from) {
    int end = from;
    while (end < text.length && text[end] != ' ') {
      end++;
    }
    return end;
  }

  static int shared(int[] a, int[] b) {
    int shared = 0;
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      if (a[i] == b[j]) {
        shared++;
        i++;
        j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return shared;
  }

  static int digits(char[] text, int end) {
    int digits = 0;
    for (int i = 0; i < end; i++) {
      digits += text[i] >= '0' && text[i] <= '9' ? 1 : 0;
    }
    return digits;
  }
}
