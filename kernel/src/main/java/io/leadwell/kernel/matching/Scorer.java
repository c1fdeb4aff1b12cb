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

  /** Of equal values, how many other records have them. */
  private final int[] others;

  /** Full name and its sound, which raise each other's level and are looked at last. */
  private final int name;

  private final int sound;

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
    this.others = new int[n];
    this.name = records.sound() >= 0 ? records.name() : -1;
    this.sound = records.sound();
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
      if (levels[f] > 0) {
        bound(a, b, f);
      }
    }
    sounding(a, b);
    for (int f = 0; f < n; f++) {
      if (open[f]) {
        resolve(a, b, f);
      }
    }
  }

  /**
   * The pair's weight in bits, or something below {@code bound} if it is below that. Most pairs are
   * refuted by what is equal and missing alone, most others by the signatures of a few fields.
   */
  float weigh(int a, int b, Weights by, float bound) {
    look(a, b);
    float most = by.prior();
    for (int f = 0; f < n; f++) {
      most += most(f, by);
    }
    for (int f : by.telling()) {
      // Rounding must not refute what the sum itself would accept.
      if (most < bound - 0.01f) {
        return most;
      }
      if (levels[f] > 0 && f != name && f != sound) {
        most -= most(f, by);
        bound(a, b, f);
        most += most(f, by);
      }
    }
    if (sound >= 0) {
      bound(a, b, name);
      bound(a, b, sound);
      sounding(a, b);
    }
    most = by.prior();
    for (int f = 0; f < n; f++) {
      most += most(f, by);
    }
    if (most < bound - 0.01f) {
      return most;
    }
    for (int f : by.telling()) {
      if (open[f]) {
        most -= most(f, by);
        resolve(a, b, f);
        most += most(f, by);
        if (most < bound - 0.01f) {
          return most;
        }
      }
    }
    float sum = by.prior();
    for (int f = 0; f < n; f++) {
      weights[f] = weight(f, by);
      sum += weights[f];
    }
    return sum;
  }

  /**
   * The most that a field can weigh, as far as it is known. Two mailboxes may also turn out to tell
   * nothing, which weighs 0.
   */
  private float most(int f, Weights by) {
    int level = levels[f];
    if (level == MISSING || f == sound) {
      return 0;
    }
    if (level == 0) {
      return by.ofEqualAtMost(f, others[f]);
    }
    float most = by.atMost(f, level);
    return open[f] && kinds[f] == Kind.EMAIL ? Math.max(0, most) : most;
  }

  private float weight(int f, Weights by) {
    int level = levels[f];
    if (level == MISSING) {
      return 0;
    }
    int parent = by.parent(f);
    int state = parent < 0 ? 0 : levels[parent] + 1;
    return level == 0 ? by.ofEqual(f, state, others[f]) : by.of(f, state, level);
  }

  /** What equality and absence tell. Everything else is open, and may be as good as can be. */
  private void look(int a, int b) {
    for (int f = 0; f < n; f++) {
      int one = records.value(a, f);
      int two = records.value(b, f);
      open[f] = false;
      if (one == Values.MISSING || two == Values.MISSING) {
        levels[f] = MISSING;
      } else if (one == two) {
        levels[f] = kinds[f] == Kind.FULL_NAME && isSurname(f, one) ? SHORTENED : 0;
        others[f] = records.field(f).count(one) - 1;
      } else {
        levels[f] = 1;
        open[f] = true;
      }
    }
    if (records.given() >= 0 && records.surname() >= 0) {
      bound(a, b, records.given());
      bound(a, b, records.surname());
      swapped(a, b);
    }
  }

  /** What the signatures of two unequal values leave open. */
  private void bound(int a, int b, int f) {
    if (open[f]) {
      int bound = compare.bound(kinds[f], values[f], records.value(a, f), records.value(b, f));
      levels[f] = (byte) bound;
      open[f] = bound < kinds[f].other();
    }
  }

  /** How a name sounds is no evidence beside the name, but may raise its level. */
  private void sounding(int a, int b) {
    if (sound < 0) {
      return;
    }
    boolean surname = levels[sound] == 0 && isSurname(sound, records.value(a, sound));
    boolean unequal = records.value(a, name) != records.value(b, name);
    if (unequal && levels[name] > 0 && levels[sound] != MISSING && !surname) {
      // Equal sounds of unequal names are worth as much as equal words in another order.
      int sounds = levels[sound] == 0 ? SOUNDS_EQUAL : heard(a, b, levels[sound]);
      open[name] = levels[sound] != 0 && (open[name] || sounds < levels[name]);
      levels[name] = (byte) Math.min(levels[name], sounds);
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
    return f == sound;
  }

  private int soundingLevel(int a, int b, int level) {
    Field field = records.field(sound);
    int one = records.value(a, sound);
    int two = records.value(b, sound);
    if (one == Values.MISSING || two == Values.MISSING) {
      return level;
    }
    int atBest = one == two ? 0 : compare.bound(field.kind(), field.values(), one, two);
    if (heard(a, b, atBest) >= level) {
      return level;
    }
    int sounds = compare.level(field.kind(), field.values(), one, two);
    return Math.min(level, heard(a, b, sounds));
  }

  /** What sounds so far alike is worth of the name; many Chinese names lie one letter apart. */
  private int heard(int a, int b, int sounds) {
    Values names = values[name];
    boolean chinese =
        names.number(records.value(a, name)) + names.number(records.value(b, name)) == 2;
    if (!chinese || sounds <= SOUNDS_EQUAL) {
      return sounds;
    }
    return sounds == 2 ? 3 : kinds[name].other();
  }

  private void swapped(int a, int b) {
    int given = records.given();
    int surname = records.surname();
    if (levels[given] == 0 || levels[surname] == 0) {
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
    levels[f] = (byte) (f == name ? soundingLevel(a, b, level) : level);
    open[f] = false;
  }
}
