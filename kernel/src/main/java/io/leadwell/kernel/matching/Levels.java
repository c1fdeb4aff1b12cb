package io.leadwell.kernel.matching;

import java.util.Arrays;

/**
 * How well two different values of a column agree. {@link #bound} looks at signatures only and
 * never refutes what {@link #level} would accept. One thread uses one instance.
 */
final class Levels {

  private static final double ALIKE = 0.88;
  private static final double ALIKE_FULL = 0.92;
  private static final double MOST_WORDS = 0.6;
  private static final double WITHIN = 0.85;
  private static final double SOME_WORDS = 0.3;

  /** Numbers that end so far alike are one, with or without a code of the country before it. */
  static final int ENDING = 8;

  /** As many digits in a mailbox as nobody needs to tell namesakes apart. */
  private static final int CHOSEN = 3;

  /** As if a value were missing. */
  private static final int NOTHING = -1;

  private final Edits edits = new Edits();

  /**
   * The level of two different values that are not missing; -1 where comparing them tells nothing.
   */
  int level(Kind kind, Values values, int a, int b) {
    return switch (kind) {
      case NAME -> name(values.letters(a), values.letters(b), values.number(a) + values.number(b));
      case FULL_NAME -> fullName(values, a, b);
      case DATE -> date(values, a, b);
      case CODE -> code(values.letters(a), values.letters(b));
      case NUMBER -> number(values.letters(a), values.letters(b));
      case EMAIL -> email(values, a, b);
      case TEXT -> text(values, a, b);
      case AGE -> Chars.age(Math.abs(values.number(a) - values.number(b)));
      case CATEGORY, UNIQUE, SILENT -> kind.other();
    };
  }

  /** The best level that lengths and signatures leave open; {@code kind.other()} is certain. */
  int bound(Kind kind, Values values, int a, int b) {
    long sa = values.signature(a);
    long sb = values.signature(b);
    int lengthA = values.length(a);
    int lengthB = values.length(b);
    int differing = Long.bitCount(sa ^ sb);
    int longer = Math.abs(lengthA - lengthB);
    int edits = Math.max(longer, (differing + 1) / 2);
    boolean begins = values.first(a) == values.first(b);
    return switch (kind) {
      case NAME -> {
        if (edits <= 1) {
          yield 2;
        }
        boolean alike = JaroWinkler.mayReach(ALIKE, lengthA, sa, lengthB, sb, begins) || edits <= 2;
        yield alike ? 3 : begins || values.hasBlank(a) || values.hasBlank(b) ? 4 : 6;
      }
      case FULL_NAME -> {
        boolean shares = (values.wordSignature(a) & values.wordSignature(b)) != 0;
        if (values.number(a) + values.number(b) > 0) {
          boolean within = (sa & ~sb) == 0 || (sb & ~sa) == 0;
          boolean nearly = edits <= 1 && Math.min(lengthA, lengthB) >= 3;
          yield nearly ? 2 : !shares ? 6 : within ? 4 : 5;
        }
        if (sa == sb || edits <= 1) {
          yield sa == sb ? 1 : 2;
        }
        boolean alike = JaroWinkler.mayReach(ALIKE_FULL, lengthA, sa, lengthB, sb, begins);
        yield alike ? 3 : shares ? 4 : 6;
      }
      case CODE -> edits <= 1 ? 1 : begins ? 2 : edits <= 2 ? 3 : 4;
      case NUMBER -> {
        if (values.number(a) == values.number(b)) {
          yield 1;
        }
        int least = longer > 2 ? longer : bag(values.wordSignature(a), values.wordSignature(b));
        yield least <= 1 ? 2 : least <= 2 ? 3 : 4;
      }
      case TEXT -> {
        boolean within = (sa & ~sb) == 0 || (sb & ~sa) == 0;
        boolean nearly = edits <= Chars.near(Math.max(lengthA, lengthB));
        boolean shares = (values.wordSignature(a) & values.wordSignature(b)) != 0;
        if (nearly) {
          yield 1;
        }
        boolean alike = JaroWinkler.mayReach(ALIKE_FULL, lengthA, sa, lengthB, sb, begins);
        yield shares || alike ? 2 : within ? 3 : 5;
      }
      case EMAIL -> mailbox(values, a, b);
      case DATE, AGE -> 1;
      case CATEGORY, UNIQUE, SILENT -> kind.other();
    };
  }

  /** Signs that one has more often than the other: no fewer edits make the one of the other. */
  private static int bag(long one, long two) {
    int more = 0;
    int less = 0;
    for (int at = 0; at < Long.SIZE; at += 4) {
      int apart = (int) (one >>> at & 15) - (int) (two >>> at & 15);
      more += Math.max(apart, 0);
      less += Math.max(-apart, 0);
    }
    return Math.max(more, less);
  }

  private static int mailbox(Values values, int a, int b) {
    long sa = values.wordSignature(a);
    long sb = values.wordSignature(b);
    int lengthA = values.number(a);
    int lengthB = values.number(b);
    if (lengthA == lengthB && sa == sb) {
      return 1;
    }
    int longer = Math.abs(values.length(a) - values.length(b));
    int differing = Long.bitCount(values.signature(a) ^ values.signature(b));
    if (Math.max(longer, (differing + 1) / 2) <= 2) {
      return 2;
    }
    boolean begins = values.first(a) == values.first(b);
    boolean alike = JaroWinkler.mayReach(ALIKE_FULL, lengthA, sa, lengthB, sb, begins);
    return alike ? 3 : values.domain(a) == values.domain(b) ? 4 : 5;
  }

  /** Whether two different names are as good as one: for given name and surname swapped. */
  boolean sameName(Values values, int a, int b) {
    return a == b
        || a != Values.MISSING
            && b != Values.MISSING
            && bound(Kind.NAME, values, a, b) <= 3
            && level(Kind.NAME, values, a, b) <= 2;
  }

  private int name(char[] a, char[] b, int chinese) {
    int shorter = Math.min(a.length, b.length);
    int distance = edits.osa(a, b, 2);
    if (distance <= 1 && shorter >= 3) {
      return 2;
    }
    if (distance == 1 && chinese == 2 && shorter == 2 || distance == 2 && shorter >= 7) {
      return 3;
    }
    if (JaroWinkler.similarity(a, b) >= ALIKE && shorter >= 3) {
      return 3;
    }
    if (Chars.begins(a, b) || Chars.shareWord(a, b)) {
      return 4;
    }
    return a[0] == b[0] ? 5 : 6;
  }

  private int fullName(Values values, int a, int b) {
    char[] one = values.letters(a);
    char[] two = values.letters(b);
    int shorter = Math.min(one.length, two.length);
    boolean chinese = values.number(a) + values.number(b) > 0;
    int[] words = values.words(a);
    if (!chinese && (words.length > 1 || values.words(b).length > 1) && reordered(values, a, b)) {
      return 1;
    }
    int distance = edits.osa(one, two, 1);
    if (distance <= 1 && shorter >= (chinese ? 3 : 4)) {
      return 2;
    }
    if (!chinese && JaroWinkler.similarity(one, two) >= ALIKE_FULL) {
      return 3;
    }
    int shared = Chars.shared(words, values.words(b));
    if (chinese) {
      return shared == 0 ? 6 : Chars.begins(one, two) ? 4 : 5;
    }
    if (shared == 0) {
      return 6;
    }
    return shared > 1 || Chars.begins(one, two) || Chars.initialsAgree(one, two) ? 4 : 5;
  }

  /** The same letters with words in another order or written together: Wei Zhang, zhangwei. */
  private static boolean reordered(Values values, int a, int b) {
    if (values.signature(a) != values.signature(b)) {
      return false;
    }
    int[] one = values.words(a);
    if (Arrays.equals(one, values.words(b))) {
      return true;
    }
    String left = values.text(a).replace(" ", "");
    String right = values.text(b).replace(" ", "");
    return left.length() == right.length()
        && (left.equals(right)
            || one.length <= 3 && turned(values.text(a), right)
            || turned(values.text(b), left));
  }

  /** Whether moving the first or the last word to the other end gives the text. */
  private static boolean turned(String words, String text) {
    int first = words.indexOf(' ');
    int last = words.lastIndexOf(' ');
    return first > 0
        && ((words.substring(first + 1) + words.substring(0, first)).replace(" ", "").equals(text)
            || (words.substring(last + 1) + words.substring(0, last))
                .replace(" ", "")
                .equals(text));
  }

  private int date(Values values, int a, int b) {
    int one = values.number(a);
    int two = values.number(b);
    int distance = edits.osa(values.letters(a), values.letters(b), 2);
    int year = one / 10000;
    boolean sameYear = year == two / 10000;
    boolean swapped = sameYear && one / 100 % 100 == two % 100 && one % 100 == two / 100 % 100;
    if (distance == 1 || swapped) {
      return 1;
    }
    if (distance == 2) {
      return 2;
    }
    return sameYear ? one / 100 == two / 100 ? 3 : 4 : 5;
  }

  private int code(char[] a, char[] b) {
    int longest = Math.max(a.length, b.length);
    int distance = edits.osa(a, b, 2);
    if (distance == 1 && longest >= 3) {
      return 1;
    }
    int beginning = Math.max(2, longest - 3);
    if (longest >= 4 && Chars.beginEqual(a, b, beginning)) {
      return 2;
    }
    return distance == 2 && longest >= 5 ? 3 : 4;
  }

  private int number(char[] a, char[] b) {
    if (a.length >= ENDING && b.length >= ENDING && Chars.endEqual(a, b, ENDING)) {
      return 1;
    }
    int distance = edits.osa(a, b, 2);
    return distance == 1 ? 2 : distance == 2 ? 3 : 4;
  }

  /**
   * Most mailboxes are made from the name, so two of one spelling at different firms repeat what
   * the names say: no evidence. With a number in it a mailbox was chosen, and often kept elsewhere.
   */
  private int email(Values values, int a, int b) {
    char[] one = values.letters(a);
    char[] two = values.letters(b);
    int atOne = values.number(a);
    int atTwo = values.number(b);
    boolean chosen = Chars.digits(one, atOne) >= CHOSEN && Chars.digits(two, atTwo) >= CHOSEN;
    if (atOne == atTwo && Chars.beginEqual(one, two, atOne)) {
      return chosen ? 1 : NOTHING;
    }
    int shorter = Math.min(atOne, atTwo);
    if (shorter >= 4 && edits.osa(one, two, 2) <= 2) {
      return 2;
    }
    if (shorter >= 4 && JaroWinkler.similarity(one, atOne, two, atTwo) >= ALIKE_FULL) {
      return chosen ? 3 : NOTHING;
    }
    int fromEnd = one.length - atOne;
    boolean sameDomain = fromEnd == two.length - atTwo && Chars.endEqual(one, two, fromEnd);
    return sameDomain && !values.isFreeMail(a) ? 4 : 5;
  }

  private int text(Values values, int a, int b) {
    char[] one = values.letters(a);
    char[] two = values.letters(b);
    int longest = Math.max(one.length, two.length);
    int limit = Chars.near(longest);
    if (edits.osa(one, two, limit) <= limit) {
      return 1;
    }
    Words dictionary = values.dictionary();
    int[] left = values.words(a);
    int[] right = values.words(b);
    double shared = dictionary.shared(left, right);
    double inLeft = dictionary.weight(left);
    double inRight = dictionary.weight(right);
    if (shared / (inLeft + inRight - shared) >= MOST_WORDS
        || JaroWinkler.similarity(one, two) >= ALIKE_FULL) {
      return 2;
    }
    double part = shared / Math.min(inLeft, inRight);
    boolean longEnough = Math.min(one.length, two.length) >= (one[0] < 0x2E80 ? 4 : 2);
    if (part >= WITHIN || longEnough && Chars.within(values.text(a), values.text(b))) {
      return 3;
    }
    return part >= SOME_WORDS ? 4 : 5;
  }
}
