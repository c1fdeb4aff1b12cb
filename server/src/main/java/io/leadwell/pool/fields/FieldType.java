package io.leadwell.pool.fields;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What the values of a field are, and how they are kept. */
public enum FieldType {
  /** One line of at most 200 characters. */
  TEXT,
  /** At most 5,000 characters. */
  LONG_TEXT,
  /** A decimal number, plain: {@code 1234.5}. */
  NUMBER,
  /** Yuan, kept in fen as a whole number. */
  MONEY,
  /** {@code 2026-11-28}. */
  DATE,
  /** {@code yes} or {@code no}. */
  YES_NO,
  /** The value of one option. */
  CHOICE,
  /** Values of several options, see {@link FieldValues#several}. */
  CHOICES,
  /** E.164. */
  PHONE,
  /** Lower case. */
  EMAIL,
  /** With http or https. */
  URL,
  /** An instant; of fields that everybody has. */
  TIME,
  /** The id of a member. */
  MEMBER,
  /** The id of a channel. */
  CHANNEL,
  /** The id of a campaign. */
  CAMPAIGN;

  /** A house may have fields of its own of this type. */
  public boolean isForCustom() {
    return ordinal() <= URL.ordinal();
  }

  public boolean hasOptions() {
    return this == CHOICE || this == CHOICES;
  }

  /** Values lie before and after each other. */
  public boolean isOrdered() {
    return this == NUMBER || this == MONEY || this == DATE || this == TIME;
  }

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static FieldType of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
