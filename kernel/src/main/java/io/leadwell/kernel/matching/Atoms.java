package io.leadwell.kernel.matching;

import java.util.Arrays;

/**
 * What of a value is looked up for candidates, as hashes: the value itself and parts of it that
 * survive an error in another part. 0 is none.
 */
final class Atoms {

  private static final int BEGINNING = 5;
  private static final int HALVED_FROM = 7;
  private static final String SOUNDS = "01230120022455012623010202";

  private Atoms() {}

  static int count(Kind kind) {
    return switch (kind) {
      case DATE -> 4;
      case NUMBER, EMAIL, TEXT, FULL_NAME -> 3;
      case NAME, CODE -> 2;
      case CATEGORY, AGE, UNIQUE -> 1;
      case SILENT -> 0;
    };
  }

  static int[] of(Kind kind, String text) {
    int[] atoms = new int[count(kind)];
    if (atoms.length == 0) {
      return atoms;
    }
    atoms[0] = Hashes.of(text, 0);
    switch (kind) {
      case NAME -> atoms[1] = hash(skeleton(text), 1);
      case FULL_NAME -> fullName(text, atoms);
      case DATE -> date(text, atoms);
      case CODE ->
          atoms[1] = text.length() >= 4 ? hash(text.substring(0, text.length() - 2), 1) : 0;
      case NUMBER -> halves(text, atoms);
      case EMAIL -> {
        int at = text.indexOf('@');
        String domain = text.substring(at + 1);
        atoms[1] = at >= 3 ? hash(text.substring(0, at), 1) : 0;
        atoms[2] = Mailbox.isFree(domain) ? 0 : hash(domain, 2);
      }
      case TEXT -> text(text, atoms);
      case AGE, CATEGORY, UNIQUE, SILENT -> {
        // The value alone.
      }
    }
    return atoms;
  }

  private static void fullName(String text, int[] atoms) {
    if (Cleaning.isHan(text)) {
      int surname = text.offsetByCodePoints(0, 1);
      atoms[1] = surname < text.length() ? hash(text.substring(surname), 1) : 0;
      atoms[2] = hash(text.substring(0, surname), 2);
      return;
    }
    String[] words = text.split(" ");
    Arrays.sort(words);
    atoms[0] = Hashes.of(String.join(" ", words), 0);
    StringBuilder sounds = new StringBuilder();
    String longest = "";
    for (String word : words) {
      sounds.append(skeleton(word)).append(' ');
      longest = word.length() > longest.length() ? word : longest;
    }
    atoms[1] = hash(sounds.toString(), 1);
    atoms[2] = hash(longest, 2);
  }

  private static void date(String text, int[] atoms) {
    if (text.length() != 8) {
      return;
    }
    String year = text.substring(0, 4);
    String month = text.substring(4, 6);
    String day = text.substring(6);
    atoms[1] = hash(year + month, 1);
    atoms[2] = hash(month.compareTo(day) < 0 ? month + day : day + month, 2);
    atoms[3] = hash(year + day, 3);
  }

  private static void halves(String text, int[] atoms) {
    if (text.length() >= HALVED_FROM) {
      int half = text.length() / 2;
      atoms[1] = hash(text.substring(0, half), 1);
      // Counted from the end: a country or area code before it does not matter.
      atoms[2] = hash(text.substring(text.length() - Math.min(half, 6)), 2);
    }
  }

  private static void text(String text, int[] atoms) {
    String packed = text.replace(" ", "");
    int beginning = Cleaning.isHan(packed) ? 4 : BEGINNING;
    if (packed.length() > beginning) {
      atoms[1] = hash(packed.substring(0, beginning), 1);
    }
    String longest = "";
    for (String word : text.split(" ")) {
      longest = word.length() > longest.length() ? word : longest;
    }
    if (longest.length() < text.length()) {
      atoms[2] = hash(longest, 2);
    } else if (packed.length() > beginning) {
      atoms[2] = hash(packed.substring(packed.length() - beginning), 3);
    }
  }

  /** Sounds after Russell (1918), of Chinese the first character. */
  static String skeleton(String word) {
    if (Cleaning.isHan(word)) {
      return word.substring(0, word.offsetByCodePoints(0, 1));
    }
    StringBuilder sounds = new StringBuilder(4);
    char last = '0';
    for (int i = 0; i < word.length() && sounds.length() < 4; i++) {
      char c = word.charAt(i);
      char sound = c >= 'a' && c <= 'z' ? SOUNDS.charAt(c - 'a') : '0';
      if (i == 0) {
        sounds.append(c);
      } else if (sound != '0' && sound != last) {
        sounds.append(sound);
      }
      last = c == 'h' || c == 'w' ? last : sound;
    }
    return sounds.toString();
  }

  private static int hash(String text, int salt) {
    return text.isEmpty() ? 0 : Hashes.of(text, salt);
  }
}
