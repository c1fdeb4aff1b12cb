package io.leadwell.pool.imports;

import java.util.Locale;

/** Where an import stands. */
public enum ImportStatus {
  MAPPING,
  CHECKING,
  CHECKED,
  COMMITTING,
  /** Cancelled while committing: the rows so far are in. */
  STOPPED,
  /** Cancelled before any row came in. */
  CANCELLED,
  DONE,
  FAILED,
  UNDOING,
  UNDONE,
  PARTLY_UNDONE;

  /** The spelling of the database. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ImportStatus of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Whether no row of the file will be read again. */
  boolean isOver() {
    return this == DONE || this == UNDONE || this == PARTLY_UNDONE;
  }

  /** Whether the import moves by itself. */
  public boolean working() {
    return this == CHECKING || this == COMMITTING || this == UNDOING;
  }
}
