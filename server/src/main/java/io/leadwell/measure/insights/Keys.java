package io.leadwell.measure.insights;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Keys of rows. A blank value has the key {@code none}; a value that happens to be spelled like a
 * key of ours gets an equals sign in front, so the two never meet.
 */
final class Keys {

  static final String BLANK = "none";
  static final String ALL = "*";

  /** Money that nobody said what for: beside the leads of unknown origin, not among them. */
  static final String UNALLOCATED = "unallocated";

  private Keys() {}

  static String of(@Nullable String value) {
    if (value == null) {
      return BLANK;
    }
    return isReserved(value) || value.startsWith("=") ? "=" + value : value;
  }

  /** Of a word, an id, or a month as its number or its first day. */
  static String ofValue(@Nullable Object value) {
    return switch (value) {
      case null -> BLANK;
      case Integer month -> Months.word(month);
      case LocalDate day -> YearMonth.from(day).toString();
      default -> of(value.toString());
    };
  }

  static @Nullable String value(String key) {
    if (key.equals(BLANK)) {
      return null;
    }
    return key.startsWith("=") ? key.substring(1) : key;
  }

  private static boolean isReserved(String value) {
    return value.equals(BLANK) || value.equals(ALL) || value.equals(UNALLOCATED);
  }
}
