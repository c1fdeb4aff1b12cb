package io.leadwell.pool.fields;

import java.util.List;

/** What somebody said of a field, read by its type. */
public sealed interface FieldValue {

  /** As it is kept; an empty one says that there is none. */
  record Told(String kept) implements FieldValue {}

  /** The text {@code code} says why not and what would do. */
  record Refused(String code, List<Object> arguments) implements FieldValue {}

  static FieldValue refused(String code, Object... arguments) {
    return new Refused(code, List.of(arguments));
  }
}
