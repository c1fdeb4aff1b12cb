package io.leadwell.kernel.matching;

import java.util.Arrays;

/** One column: its values, how often each occurs, and the atoms of each. */
final class Field {

  private final String name;
  private final Meaning meaning;
  private final Values values;
  private int[] counts = new int[1 << 9];
  private int[] atoms;
  private int described = 1;
  private final int width;
  private int filled;

  /**
   * @param values shared between given name and surname, so that a swap is seen by number
   */
  Field(String name, Meaning meaning, Values values) {
    this.name = name;
    this.meaning = meaning;
    this.values = values;
    this.width = Atoms.count(meaning.kind());
    this.atoms = new int[Math.max(1, width) << 9];
  }

  String name() {
    return name;
  }

  Meaning meaning() {
    return meaning;
  }

  Kind kind() {
    return meaning.kind();
  }

  Values values() {
    return values;
  }

  int width() {
    return width;
  }

  /** How many records have the value. */
  int count(int value) {
    return value > 0 && value < counts.length ? counts[value] : 0;
  }

  /** How many records have a value here. */
  int filled() {
    return filled;
  }

  void add(int value) {
    if (value == Values.MISSING) {
      return;
    }
    if (value >= counts.length) {
      counts = Arrays.copyOf(counts, Math.max(value + 1, counts.length * 2));
    }
    counts[value]++;
    filled++;
  }

  void remove(int value) {
    if (value != Values.MISSING) {
      counts[value]--;
      filled--;
    }
  }

  /** The k-th atom of a value, 0 for none. */
  int atom(int value, int k) {
    if (value == Values.MISSING) {
      return 0;
    }
    if (value >= described) {
      describe();
    }
    return atoms[value * width + k];
  }

  /** Works out the atoms of all values known by now, so that threads may then only read. */
  void describe() {
    while (described < values.size()) {
      int id = described++;
      if (described * width > atoms.length) {
        atoms = Arrays.copyOf(atoms, atoms.length * 2);
      }
      if (width > 0) {
        System.arraycopy(Atoms.of(kind(), values.text(id)), 0, atoms, id * width, width);
      }
    }
  }
}
