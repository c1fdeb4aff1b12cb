package io.leadwell.kernel.scoring;

/** What a column holds. */
public enum ColumnKind {
  NUMBER,
  DATE,
  CATEGORY,
  TEXT
}
