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

  static boolean sharesBlank(char[] a, char[] b) {
    return blank(a) || blank(b);
  }

  static boolean blank(char[] a) {
    for (char c : a) {
      if (c == ' ') {
        return true;
      }
    }
    return false;
  }

  static boolean shareWord(char[] a, char[] b) {
    if (!sharesBlank(a, b)) {
      return false;
    }
    String[] left = new String(a).split(" ");
    for (String word : new String(b).split(" ")) {
      for (String other : left) {
        if (word.length() > 1 && word.equals(other)) {
          return true;
        }
      }
    }
    return false;
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
