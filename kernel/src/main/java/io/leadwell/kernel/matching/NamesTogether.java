package io.leadwell.kernel.matching;

/**
 * What two fields of a name say together: given name and surname in each other's place, and how a
 * full name sounds. It corrects the levels that a scorer has found for each by itself.
 */
final class NamesTogether {

  /** The level of given name and surname in each other's place; the surname then says no more. */
  private static final int SWAPPED = 1;

  private static final byte SOUNDS_EQUAL = 1;

  private final Records records;
  private final Levels compare;
  private final byte[] levels;
  private final boolean[] open;
  private final int name;
  private final int sound;

  /**
   * @param levels by field, of the pair looked at
   * @param open whether the level is only the best it can be
   */
  NamesTogether(Records records, Levels compare, byte[] levels, boolean[] open) {
    this.records = records;
    this.compare = compare;
    this.levels = levels;
    this.open = open;
    this.name = records.name();
    this.sound = records.sound();
  }

  /** How a name sounds is no evidence beside the name, but may raise its level. */
  void sounding(int a, int b) {
    if (sound < 0) {
      return;
    }
    boolean surname = levels[sound] == 0 && isSurname(sound, records.value(a, sound));
    boolean unequal = records.value(a, name) != records.value(b, name);
    if (unequal && levels[name] > 0 && levels[sound] != Scorer.MISSING && !surname) {
      // Equal sounds of unequal names are worth as much as equal words in another order.
      int sounds = levels[sound] == 0 ? SOUNDS_EQUAL : heard(a, b, levels[sound]);
      open[name] = levels[sound] != 0 && (open[name] || sounds < levels[name]);
      levels[name] = (byte) Math.min(levels[name], sounds);
    }
    levels[sound] = Scorer.MISSING;
    open[sound] = false;
  }

  /** 王总 and 王工 agree in a surname and no more. */
  boolean isSurname(int f, int value) {
    char[] letters = records.field(f).values().letters(value);
    if (records.field(f).values().number(value) > 0) {
      return letters.length == 1;
    }
    for (char c : letters) {
      if (c == ' ') {
        return false;
      }
    }
    return f == sound;
  }

  int soundingLevel(int a, int b, int level) {
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
    Values names = records.field(name).values();
    boolean chinese =
        names.number(records.value(a, name)) + names.number(records.value(b, name)) == 2;
    if (!chinese || sounds <= SOUNDS_EQUAL) {
      return sounds;
    }
    return sounds == 2 ? 3 : records.field(name).kind().other();
  }

  void swapped(int a, int b) {
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
      levels[surname] = Scorer.MISSING;
      open[surname] = false;
    }
  }
}
