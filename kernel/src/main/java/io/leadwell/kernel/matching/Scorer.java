package io.leadwell.kernel.matching;

/** Weighs pairs of records. One thread uses one. */
final class Scorer {

  static final int MISSING = -1;

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
  private final NamesTogether together;

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
    this.together = new NamesTogether(records, compare, levels, open);
  }

  /** Levels of the pair compared last, by field. */
  byte[] levels() {
    return levels;
  }

  /** Of equal values of the pair compared last, how many other records have them, by field. */
  int[] others() {
    return others;
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
    together.sounding(a, b);
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
      together.sounding(a, b);
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
        levels[f] = kinds[f] == Kind.FULL_NAME && together.isSurname(f, one) ? SHORTENED : 0;
        others[f] = records.field(f).count(one) - 1;
      } else {
        levels[f] = 1;
        open[f] = true;
      }
    }
    if (records.given() >= 0 && records.surname() >= 0) {
      bound(a, b, records.given());
      bound(a, b, records.surname());
      together.swapped(a, b);
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

  private void resolve(int a, int b, int f) {
    Field field = records.field(f);
    int one = records.value(a, f);
    int two = records.value(b, f);
    int level = compare.level(field.kind(), field.values(), one, two);
    levels[f] = (byte) (f == name ? together.soundingLevel(a, b, level) : level);
    open[f] = false;
  }
}
