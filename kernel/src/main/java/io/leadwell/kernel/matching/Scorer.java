package io.leadwell.kernel.matching;

/** Weighs pairs of records. One thread uses one. */
final class Scorer {

  static final int MISSING = -1;

  /** The level of given name and surname in each other's place; the surname then says no more. */
  private static final int SWAPPED = 1;

  private static final byte SOUNDS_EQUAL = 1;
  private static final byte SHORTENED = 4;

  private final Records records;
  private final Levels compare = new Levels();
  private final int n;
  private final Kind[] kinds;
  private final Values[] values;
  private final byte[] levels;
  private final boolean[] open;
  private final float[] weights;

  Scorer(Records records) {
    this.records = records;
    this.n = records.fieldCount();
    this.kinds = new Kind[n];
    this.values = new Values[n];
    for (int f = 0; f < n; f++) {
      kinds[f] = records.field(f).kind();
      values[f] = records.field(f).values();
    }
    this.levels = new byte[n];
    this.open = new boolean[n];
    this.weights = new float[n];
  }

  /** Levels of the pair compared last, by field. */
  byte[] levels() {
    return levels;
  }

  /** Weights of the pair weighed last, by field. */
  float[] weights() {
    return weights;
  }

  /**
   * Whether the pair weighed last shares a number, a mailbox or a verified id, by which people are
   * reached. Where the names contradict it, it does not: colleagues share a number too.
   */
  boolean sharesWay() {
    boolean shares = false;
    for (int f = 0; f < n; f++) {
      Kind kind = records.field(f).kind();
      if (kind == Kind.UNIQUE && levels[f] == 0) {
        return true;
      }
      if (kind.isName() && levels[f] == kind.other()) {
        return false;
      }
      shares |= levels[f] != MISSING && kind.reaches(levels[f]);
    }
    return shares;
  }

  /** Whether both records of the pair weighed last have such a way and not the same, or names. */
  boolean waysDiffer() {
    for (int f = 0; f < n; f++) {
      Kind kind = records.field(f).kind();
      boolean otherName = kind.isName() && levels[f] == kind.other();
      boolean otherWay = levels[f] != MISSING && kind.reaches(0) && !kind.reaches(levels[f]);
      if (otherName || otherWay) {
        return true;
      }
    }
    return false;
  }

  /** The levels of all fields, whatever the pair is worth. */
  void compare(int a, int b) {
    look(a, b);
    for (int f = 0; f < n; f++) {
      if (open[f]) {
        resolve(a, b, f);
      }
    }
  }

  /** The pair's weight in bits, or something below {@code bound} if it is below that. */
  float weigh(int a, int b, Weights by, float bound) {
    look(a, b);
    float most = by.prior();
    for (int f = 0; f < n; f++) {
      if (open[f]) {
        most += openAtMost(f, by);
      } else if (levels[f] != MISSING) {
        most += most(a, f, by);
      }
    }
    if (most < bound) {
      return most;
    }
    float sum = by.prior();
    for (int f : by.order()) {
      boolean wasOpen = open[f];
      if (levels[f] != MISSING) {
        most -= wasOpen ? openAtMost(f, by) : most(a, f, by);
      }
      if (wasOpen) {
        resolve(a, b, f);
      }
      weights[f] = weight(a, f, by);
      sum += weights[f];
      most += weights[f];
      // Rounding must not refute what the sum itself would accept.
      if (wasOpen && most < bound - 0.01f) {
        return most;
      }
    }
    return sum;
  }

  /** Two mailboxes may also turn out to tell nothing, which weighs 0. */
  private float openAtMost(int f, Weights by) {
    float most = by.atMost(f, levels[f]);
    return kinds[f] == Kind.EMAIL ? Math.max(0, most) : most;
  }

  private float most(int a, int f, Weights by) {
    if (levels[f] != 0) {
      return by.atMost(f, levels[f]);
    }
    int others = records.field(f).count(records.value(a, f)) - 1;
    return by.ofEqualAtMost(f, others);
  }

  private float weight(int a, int f, Weights by) {
    int level = levels[f];
    if (level == MISSING) {
      return 0;
    }
    int parent = by.parent(f);
    int state = parent < 0 ? 0 : levels[parent] + 1;
    return level == 0
        ? by.ofEqual(f, state, records.field(f).count(records.value(a, f)) - 1)
        : by.of(f, state, level);
  }

  /** What equality, absence and signatures tell; the rest stays open, with the best it can be. */
  private void look(int a, int b) {
    for (int f = 0; f < n; f++) {
      int one = records.value(a, f);
      int two = records.value(b, f);
      open[f] = false;
      if (one == Values.MISSING || two == Values.MISSING) {
        levels[f] = MISSING;
      } else if (one == two) {
        levels[f] = kinds[f] == Kind.FULL_NAME && isSurname(f, one) ? SHORTENED : 0;
      } else {
        int bound = compare.bound(kinds[f], values[f], one, two);
        levels[f] = (byte) bound;
        open[f] = bound < kinds[f].other();
      }
    }
    swapped(a, b);
    if (records.sound() >= 0) {
      sounding(a, b);
    }
  }

  /** How a name sounds is no evidence beside the name, but may raise its level. */
  private void sounding(int a, int b) {
    int name = records.name();
    int sound = records.sound();
    boolean surname = levels[sound] == 0 && isSurname(sound, records.value(a, sound));
    boolean unequal = records.value(a, name) != records.value(b, name);
    if (unequal && levels[name] > 0 && levels[sound] != MISSING && !surname) {
      // Equal sounds of unequal names are worth as much as equal words in another order.
      levels[name] =
          levels[sound] == 0 ? SOUNDS_EQUAL : (byte) Math.min(levels[name], levels[sound]);
      open[name] = levels[sound] != 0 && (open[name] || open[sound]);
    }
    levels[sound] = MISSING;
    open[sound] = false;
  }

  /** 王总 and 王工 agree in a surname and no more. */
  private boolean isSurname(int f, int value) {
    char[] letters = values[f].letters(value);
    if (values[f].number(value) > 0) {
      return letters.length == 1;
    }
    for (char c : letters) {
      if (c == ' ') {
        return false;
      }
    }
    return f == records.sound();
  }

  private int soundingLevel(int a, int b, int level) {
    Field field = records.field(records.sound());
    int one = records.value(a, records.sound());
    int two = records.value(b, records.sound());
    if (one == Values.MISSING || two == Values.MISSING) {
      return level;
    }
    int sounds = compare.level(field.kind(), field.values(), one, two);
    Values names = records.field(records.name()).values();
    boolean chinese =
        names.number(records.value(a, records.name()))
                + names.number(records.value(b, records.name()))
            == 2;
    if (chinese && sounds > SOUNDS_EQUAL) {
      // Many Chinese names lie one letter of pinyin apart.
      return sounds == 2 ? Math.min(level, 3) : level;
    }
    return Math.min(level, sounds);
  }

  private void swapped(int a, int b) {
    int given = records.given();
    int surname = records.surname();
    if (given < 0 || surname < 0 || levels[given] == 0 || levels[surname] == 0) {
      return;
    }
    int givenA = records.value(a, given);
    int givenB = records.value(b, given);
    int surnameA = records.value(a, surname);
    int surnameB = records.value(b, surname);
    boolean one = givenA != Values.MISSING && givenA == surnameB;
    boolean two = givenB != Values.MISSING && givenB == surnameA;
    if (!one && !two) {
      return;
    }
    Values names = records.field(given).values();
    if (one && two
        || one && compare.sameName(names, givenB, surnameA)
        || two && compare.sameName(names, givenA, surnameB)
        || one && (givenB == Values.MISSING || surnameA == Values.MISSING)
        || two && (givenA == Values.MISSING || surnameB == Values.MISSING)) {
      levels[given] = SWAPPED;
      open[given] = false;
      levels[surname] = MISSING;
      open[surname] = false;
    }
  }

  private void resolve(int a, int b, int f) {
    Field field = records.field(f);
    int one = records.value(a, f);
    int two = records.value(b, f);
    int level = compare.level(field.kind(), field.values(), one, two);
    levels[f] =
        (byte) (f == records.name() && records.sound() >= 0 ? soundingLevel(a, b, level) : level);
    open[f] = false;
  }
}
