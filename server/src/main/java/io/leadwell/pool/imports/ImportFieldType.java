package io.leadwell.pool.imports;

/** What a cell must be, and the Java type its value has in an {@link ImportRow}. */
public enum ImportFieldType {
  /** {@link String}, stripped, at most 2,000 characters. */
  TEXT,
  /** {@link java.time.Instant}; a day without a time is its first moment in the chosen zone. */
  TIME,
  /** {@link java.time.LocalDate}. */
  DAY,
  /** {@link Long} fen; accepts ¥, thousands commas, 万 and 亿. */
  MONEY,
  /** {@link Long}; accepts thousands commas and 万. */
  NUMBER,
  /** {@link String} in E.164. */
  PHONE,
  /** {@link String}, lower case. */
  EMAIL,
  /** {@link String}: the {@link ImportField.Choice#value()} whose word the cell is. */
  CHOICE
}
