package io.leadwell.kernel.matching;

import java.util.List;

/**
 * How values of a meaning are compared: the levels of agreement from strong to weak, the last of
 * which is no agreement. A missing value is no level: it says nothing.
 */
enum Kind {
  NAME(
      4,
      "equal",
      "given name and surname swapped",
      "one edit",
      "alike",
      "shortened",
      "same initial",
      "other"),
  FULL_NAME(
      4,
      "equal",
      "same words or sounds in any order",
      "one edit",
      "alike",
      "shortened",
      "one word shared",
      "other"),
  DATE(
      2,
      "equal",
      "one digit off, or day and month swapped",
      "two digits off",
      "same year and month",
      "same year",
      "other"),
  CODE(2, "equal", "one edit", "same beginning", "two edits", "other"),
  NUMBER(3, "equal", "last eight equal", "one edit", "two edits", "other"),
  EMAIL(
      3,
      "equal",
      "same name before @",
      "two edits",
      "alike before @",
      "same company domain",
      "other"),
  TEXT(
      4,
      "equal",
      "nearly equal",
      "most words shared",
      "one within the other",
      "some words shared",
      "other"),
  CATEGORY(1, "equal", "other"),
  AGE(2, "equal", "one apart", "three apart", "other"),
  /** Verified and unique: equal links, unequal forbids. */
  UNIQUE(1, "equal", "other"),
  /** Kept beside a record and never compared. */
  SILENT(1, "equal", "other");

  private final List<String> levels;
  private final int close;

  Kind(int close, String... levels) {
    this.close = close;
    this.levels = List.of(levels);
  }

  int levels() {
    return levels.size();
  }

  int other() {
    return levels.size() - 1;
  }

  /** Levels below this are agreement for the purpose of what else it brings with it. */
  int close() {
    return close;
  }

  String words(int level) {
    return level < 0 ? "missing" : levels.get(level);
  }

  /** Whether a level means that one way to reach or to know somebody is shared. */
  boolean reaches(int level) {
    return switch (this) {
      case NUMBER -> level <= 2;
      case EMAIL, UNIQUE -> level == 0;
      default -> false;
    };
  }

  boolean isName() {
    return this == NAME || this == FULL_NAME;
  }

  boolean hasWords() {
    return this == TEXT || this == FULL_NAME;
  }
}
