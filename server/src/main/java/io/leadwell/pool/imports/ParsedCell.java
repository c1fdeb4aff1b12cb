package io.leadwell.pool.imports;

import java.util.List;

/** What became of a cell. */
sealed interface ParsedCell {

  /** A value of the field's Java type. */
  record Value(Object value) implements ParsedCell {}

  /** Nothing is there: the cell only says so. */
  record Blank() implements ParsedCell {}

  /** The text {@code code} says why not. Argument 0 is the cell. */
  record Refused(String code, List<Object> arguments) implements ParsedCell {}

  static ParsedCell refused(String code, Object... arguments) {
    return new Refused(code, List.of(arguments));
  }
}
